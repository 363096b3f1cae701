import { defineKind } from '../../kind.ts'

export default defineKind({
  kind: 'sprinkler-pressure',
  name: { zh: '喷淋末端压力', en: 'Sprinkler end pressure' },
  glyph: '喷',
  theme: 'fire',
  mount: 'wall',
  metrics: {
    pressure: { name: { zh: '末端压力', en: 'Pressure' }, unit: 'MPa', min: 0, max: 2.5, decimals: 2 },
  },
  rules: [
    {
      rule: 'pressure-low',
      sign: 'suppression',
      name: { zh: '喷淋压力不足', en: 'Sprinkler pressure low' },
      when: { is: 'below', metric: 'pressure', limit: 0.1, deadBand: 0.03 },
      grade: 3,
      advice: { zh: '检查报警阀组和喷淋泵', en: 'Check alarm valve and sprinkler pump' },
    },
  ],
  upkeep: { everyDays: 90, task: { zh: '末端试水', en: 'Run water at the end of the line' }, lifeYears: 15 },
  battery: { years: 5 },
  everySeconds: 60,
  simulate: ({ random, event }) => ({ pressure: 0.34 + random() * 0.02 - event * 0.3 }),
})
