import { defineKind } from '../../kind.ts'

export default defineKind({
  kind: 'electric-fire',
  name: { zh: '电气火灾监控', en: 'Electrical fire monitor' },
  glyph: '电',
  theme: 'fire',
  mount: 'wall',
  metrics: {
    leakage: { name: { zh: '剩余电流', en: 'Residual current' }, unit: 'mA', min: 0, max: 3000, decimals: 0 },
    cable: { name: { zh: '线缆温度', en: 'Cable temperature' }, unit: '°C', min: -40, max: 200, decimals: 1 },
  },
  rules: [
    {
      rule: 'leakage-high',
      name: { zh: '剩余电流过大', en: 'Residual current high' },
      metric: 'leakage',
      when: 'above',
      limit: 500,
      deadBand: 100,
      grade: 3,
      advice: { zh: '派电工检查配电箱', en: 'Send an electrician to the distribution box' },
    },
    {
      rule: 'cable-hot',
      name: { zh: '线缆过热', en: 'Cable overheating' },
      metric: 'cable',
      when: 'above',
      limit: 70,
      deadBand: 5,
      grade: 2,
      advice: { zh: '断开该回路，到场检查', en: 'Switch the circuit off and check on site' },
    },
  ],
  everySeconds: 15,
  simulate: ({ hour, random, event }) => {
    const load = 0.4 + 0.4 * Math.exp(-(((hour - 20) / 3) ** 2))
    return { leakage: 60 + 60 * load + random() * 20 + event * 600, cable: 28 + 14 * load + random() + event * 10 }
  },
})
