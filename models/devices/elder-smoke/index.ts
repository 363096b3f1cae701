import { selfTest, silence } from '../../commands.ts'
import { base } from '../../happenings.ts'
import { defineKind } from '../../kind.ts'

export default defineKind({
  kind: 'elder-smoke',
  name: { zh: '独居老人烟感', en: 'Smoke alarm of an elder' },
  glyph: '老',
  theme: 'care',
  mount: 'ceiling',
  metrics: {
    smoke: { name: { zh: '烟雾浓度', en: 'Smoke' }, unit: '%/m', min: 0, max: 100, decimals: 2 },
  },
  rules: [
    {
      rule: 'smoke-high',
      sign: 'fire',
      name: { zh: '独居老人家中烟雾', en: "Smoke at an elder's home" },
      when: { is: 'above', metric: 'smoke', limit: 8, deadBand: 2 },
      grade: 1,
      advice: { zh: '立即回拨，派网格员和微型消防站上门', en: 'Call at once, send grid worker and fire post' },
    },
    base.rule,
  ],
  events: {
    ...base.events,
  },
  commands: {
    'self-test': selfTest,
    silence,
  },
  upkeep: {
    everyDays: 180,
    task: { zh: '试烟、清洁，看望老人', en: 'Test with smoke, clean; look after the resident' },
    lifeYears: 10,
  },
  feels: { of: 'fire', after: 0 },
  battery: { years: 3 },
  everySeconds: 15,
  simulate: ({ random, event }) => ({ smoke: 0.2 + random() * 0.3 + event * 14 }),
})
