import { defineKind } from '../../kind.ts'

export default defineKind({
  kind: 'street-lamp',
  name: { zh: '智慧路灯', en: 'Street lamp' },
  glyph: '灯',
  theme: 'utilities',
  mount: 'pole',
  metrics: {
    power: { name: { zh: '功率', en: 'Power' }, unit: 'W', min: 0, max: 400, decimals: 0 },
    leakage: { name: { zh: '漏电流', en: 'Leakage' }, unit: 'mA', min: 0, max: 1000, decimals: 0 },
  },
  rules: [
    {
      // 30 mA is the limit where people are protected; a wet pole that leaks more can kill.
      rule: 'leakage-high',
      name: { zh: '灯杆漏电', en: 'Pole leaks current' },
      metric: 'leakage',
      when: 'above',
      limit: 30,
      deadBand: 10,
      grade: 2,
      advice: { zh: '断开该回路，围挡灯杆', en: 'Switch the circuit off, fence off the pole' },
    },
  ],
  everySeconds: 60,
  simulate: ({ hour, random, event }) => ({
    power: hour < 6 || hour > 18.5 ? 78 + random() * 3 : 2,
    leakage: 2 + random() * 2 + event * 60,
  }),
})
