import { defineKind } from '../../kind.ts'

export default defineKind({
  kind: 'fire-water-tank',
  name: { zh: '消防水箱液位', en: 'Fire water tank' },
  glyph: '箱',
  theme: 'fire',
  mount: 'ground',
  metrics: {
    level: { name: { zh: '液位', en: 'Level' }, unit: 'm', min: 0, max: 6, decimals: 2 },
  },
  rules: [
    {
      rule: 'level-low',
      name: { zh: '消防水箱缺水', en: 'Fire water low' },
      metric: 'level',
      when: 'below',
      limit: 1.8,
      deadBand: 0.3,
      grade: 3,
      advice: { zh: '检查补水阀，必要时临时补水', en: 'Check the filling valve, fill by hand if need be' },
    },
  ],
  everySeconds: 60,
  simulate: ({ random, event }) => ({ level: 2.7 + random() * 0.04 - event * 1.6 }),
})
