import { defineKind } from '../../kind.ts'
import { outside } from '../../rhythm.ts'
import { twoStates } from '../../states.ts'

export default defineKind({
  kind: 'garbage-bin',
  name: { zh: '智能垃圾桶', en: 'Garbage bin' },
  glyph: '垃',
  theme: 'environment',
  mount: 'ground',
  metrics: {
    fill: { name: { zh: '满溢度', en: 'Fill' }, unit: '%', min: 0, max: 100, decimals: 0 },
    temperature: { name: { zh: '桶内温度', en: 'Temperature' }, unit: '°C', min: -40, max: 150, decimals: 1 },
    lock: twoStates('lock', { zh: '投放口', en: 'Lid' }),
  },
  rules: [
    {
      rule: 'burning',
      sign: 'fire',
      name: { zh: '垃圾桶起火', en: 'Bin on fire' },
      when: { is: 'above', metric: 'temperature', limit: 70, deadBand: 15 },
      grade: 2,
      advice: { zh: '派就近人员携灭火器', en: 'Send the nearest person with an extinguisher' },
    },
    {
      rule: 'full',
      name: { zh: '垃圾桶满溢', en: 'Bin full' },
      when: { is: 'above', metric: 'fill', limit: 92, deadBand: 20 },
      grade: 4,
      advice: { zh: '通知保洁清运', en: 'Have it emptied' },
    },
  ],
  events: { emptied: { zh: '已清运', en: 'Emptied' } },
  state: { lock: 0 },
  commands: {
    unlock: {
      name: { zh: '开锁', en: 'Unlock' },
      effect: { zh: '投放口和清运门打开', en: 'Lid and emptying door open' },
      sets: { lock: 0 },
      undo: 'lock',
    },
    lock: {
      name: { zh: '锁闭', en: 'Lock' },
      effect: { zh: '投放口关闭，起火时隔绝空气', en: 'The lid shuts: in a fire it keeps the air away' },
      sets: { lock: 1 },
      undo: 'unlock',
    },
  },
  upkeep: { everyDays: 30, task: { zh: '清洗、检查投口和称重', en: 'Wash, check lid and scale' }, lifeYears: 5 },
  battery: { years: 2 },
  everySeconds: 60,
  // Emptied at six in the morning and in the evening.
  simulate: ({ hour, random, event }) => ({
    fill: 8 + (((hour + 24 - 6) % 12) / 12) * 60 + random() * 3 + event * 10,
    temperature: outside(hour) + 4 + random() + event * 70,
  }),
})
