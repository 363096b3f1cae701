import { defineKind } from '../../kind.ts'

export default defineKind({
  kind: 'water-level',
  name: { zh: '水位传感器', en: 'Water level sensor' },
  glyph: '水',
  theme: 'environment',
  mount: 'underground',
  metrics: {
    level: { name: { zh: '水位', en: 'Level' }, unit: 'cm', min: 0, max: 500, decimals: 1 },
  },
  rules: [
    {
      rule: 'flooding',
      sign: 'water',
      name: { zh: '地下车库积水', en: 'Garage flooding' },
      when: { is: 'above', metric: 'level', limit: 15, deadBand: 3 },
      grade: 2,
      advice: { zh: '启动排水泵，封闭车库入口', en: 'Start the pumps, close the garage entrance' },
    },
  ],
  upkeep: { everyDays: 90, task: { zh: '清淤，核对零点', en: 'Clear the mud, check the zero' }, lifeYears: 5 },
  battery: { years: 3 },
  everySeconds: 15,
  simulate: ({ random, event }) => ({ level: 1 + random() * 0.4 + event * 24 }),
})
