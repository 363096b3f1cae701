import { defineKind } from '../../kind.ts'
import { homeLife, shareOfDay } from '../../rhythm.ts'

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
  },
  rules: [
    {
      // 220 V + 15 %: a broken neutral destroys appliances and starts fires.
      rule: 'voltage-high',
      name: { zh: '电压过高', en: 'Voltage high' },
      metric: 'voltage',
      when: 'above',
      limit: 253,
      deadBand: 10,
      grade: 3,
      advice: {
        zh: '派电工检查零线，提醒住户关闭电器',
        en: 'Send an electrician to the neutral, tell residents to switch off',
      },
    },
    {
      rule: 'overload',
      name: { zh: '用电过载', en: 'Overload' },
      metric: 'power',
      when: 'above',
      limit: 13,
      deadBand: 2,
      grade: 4,
      advice: { zh: '联系住户减少用电', en: 'Ask the household to switch something off' },
    },
  ],
  everySeconds: 60,
  simulate: ({ hour, random, event }) => ({
    power: 0.15 + 3.2 * homeLife(hour) * (0.7 + 0.6 * random()) + event * 14,
    voltage: 226 - 4 * homeLife(hour) + random() * 3,
    today: 0.3 + 9 * shareOfDay(hour),
  }),
})
