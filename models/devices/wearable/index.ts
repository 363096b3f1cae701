import { defineKind } from '../../kind.ts'
import { daylight } from '../../rhythm.ts'
import { isSo } from '../../states.ts'

export default defineKind({
  kind: 'wearable',
  name: { zh: '健康手环', en: 'Wearable' },
  glyph: '环',
  theme: 'care',
  mount: 'worn',
  metrics: {
    heart: { name: { zh: '心率', en: 'Heart rate' }, unit: '/min', min: 0, max: 250, decimals: 0 },
    fall: isSo({ zh: '跌倒', en: 'Fall' }, { zh: '未跌倒', en: 'No fall' }),
  },
  rules: [
    {
      rule: 'fall',
      sign: 'distress',
      name: { zh: '疑似跌倒', en: 'Fall' },
      when: { is: 'above', metric: 'fall', limit: 0.5, deadBand: 0 },
      grade: 2,
      advice: { zh: '立即回拨，无人应答派网格员上门', en: 'Call back at once; no answer: send the grid worker' },
    },
    {
      rule: 'heart-high',
      sign: 'distress',
      name: { zh: '心率过快', en: 'Heart rate high' },
      when: { is: 'above', metric: 'heart', limit: 150, deadBand: 20 },
      grade: 3,
      advice: { zh: '回拨确认，必要时联系急救', en: 'Call back; if need be call an ambulance' },
    },
  ],
  commands: {
    call: {
      name: { zh: '呼叫佩戴者', en: 'Call the wearer' },
      effect: { zh: '手环振动并响铃', en: 'It shakes and rings' },
    },
  },
  upkeep: {
    everyDays: 90,
    task: { zh: '充电、清洁、核对佩戴人', en: 'Charge, clean, check who wears it' },
    lifeYears: 3,
  },
  battery: { charged: true },
  everySeconds: 30,
  simulate: ({ hour, random, event }) => ({
    heart: 62 + 14 * daylight(hour) + random() * 12 + event * 10,
    fall: event > 0.5 ? 1 : 0,
  }),
})
