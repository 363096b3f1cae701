import { cover } from '../../happenings.ts'
import { defineKind } from '../../kind.ts'
import { homeLife, shareOfDay } from '../../rhythm.ts'
import { twoStates } from '../../states.ts'

export default defineKind({
  kind: 'electricity-meter',
  name: { zh: '智能电表', en: 'Electricity meter' },
  glyph: '度',
  theme: 'utilities',
  mount: 'wall',
  metrics: {
    power: { name: { zh: '功率', en: 'Power' }, unit: 'kW', min: 0, max: 60, decimals: 2 },
    voltage: { name: { zh: '电压', en: 'Voltage' }, unit: 'V', min: 0, max: 450, decimals: 0 },
    today: { name: { zh: '今日用电', en: 'Used today' }, unit: 'kWh', min: 0, max: 1000, decimals: 1 },
    supply: twoStates('power', { zh: '供电', en: 'Supply' }),
  },
  rules: [
    {
      // 220 V + 15 %: a broken neutral destroys appliances and starts fires.
      rule: 'voltage-high',
      sign: 'power',
      name: { zh: '电压过高', en: 'Voltage high' },
      when: { is: 'above', metric: 'voltage', limit: 253, deadBand: 10 },
      grade: 3,
      advice: {
        zh: '派电工检查零线，提醒住户关闭电器',
        en: 'Send an electrician to the neutral, tell residents to switch off',
      },
    },
    {
      rule: 'overload',
      sign: 'overheat',
      name: { zh: '用电过载', en: 'Overload' },
      when: { is: 'above', metric: 'power', limit: 13, deadBand: 2 },
      grade: 4,
      advice: { zh: '联系住户减少用电', en: 'Ask the household to switch something off' },
    },
    cover.rule,
  ],
  events: {
    ...cover.events,
  },
  state: { supply: 1 },
  commands: {
    'cut-off': {
      name: { zh: '断电', en: 'Cut off' },
      effect: {
        zh: '该户停电；先确认没有居家医疗设备',
        en: 'The household goes dark: make sure that no medical device depends on it',
      },
      dangerous: true,
      sets: { supply: 0 },
      undo: 'restore',
    },
    restore: {
      name: { zh: '恢复供电', en: 'Restore' },
      effect: { zh: '该户恢复供电；先确认无人检修', en: 'Power comes back: make sure that nobody works on it' },
      dangerous: true,
      sets: { supply: 1 },
    },
  },
  upkeep: { everyDays: 365, task: { zh: '核对读数和接线', en: 'Check reading and wiring' }, lifeYears: 8 },
  everySeconds: 60,
  simulate: ({ hour, random, event, set }) => ({
    power: (set.supply ?? 1) * (0.15 + 3.2 * homeLife(hour) * (0.7 + 0.6 * random()) + event * 14),
    voltage: (set.supply ?? 1) * (226 - 4 * homeLife(hour) + random() * 3),
    today: 0.3 + 9 * shareOfDay(hour),
  }),
})
