import { defineKind } from '../../kind.ts'

export default defineKind({
  kind: 'indoor-hydrant',
  name: { zh: '室内消火栓', en: 'Indoor hydrant' },
  glyph: '栓',
  theme: 'fire',
  mount: 'wall',
  metrics: {
    pressure: { name: { zh: '水压', en: 'Pressure' }, unit: 'MPa', min: 0, max: 2.5, decimals: 2 },
  },
  rules: [
    {
      // GB 50974 5.2.2: at rest the least favourable hydrant keeps 0.07 to 0.15 MPa, by the building.
      rule: 'pressure-low',
      sign: 'suppression',
      name: { zh: '消火栓水压不足', en: 'Hydrant pressure low' },
      when: { is: 'below', metric: 'pressure', limit: 0.1, deadBand: 0.03 },
      grade: 3,
      advice: { zh: '检查稳压泵和阀门，备好外部供水', en: 'Check jockey pump and valves, prepare supply from outside' },
    },
  ],
  upkeep: {
    everyDays: 180,
    task: { zh: '出水试验，检查水带水枪', en: 'Let it run, check hose and nozzle' },
    lifeYears: 20,
  },
  battery: { years: 5 },
  everySeconds: 60,
  simulate: ({ random, event }) => ({ pressure: 0.42 + random() * 0.02 - event * 0.36 }),
})
