import { defineKind } from '../../kind.ts'
import { daylight } from '../../rhythm.ts'

export default defineKind({
  kind: 'hvac',
  name: { zh: '空调机组', en: 'Air handling unit' },
  glyph: '调',
  theme: 'equipment',
  mount: 'ground',
  metrics: {
    supply: { name: { zh: '送风温度', en: 'Supply air' }, unit: '°C', min: -20, max: 80, decimals: 1 },
    filter: { name: { zh: '滤网压差', en: 'Filter pressure drop' }, unit: 'Pa', min: 0, max: 1000, decimals: 0 },
  },
  rules: [
    {
      rule: 'filter-clogged',
      name: { zh: '滤网堵塞', en: 'Filter clogged' },
      metric: 'filter',
      when: 'above',
      limit: 250,
      deadBand: 50,
      grade: 4,
      advice: { zh: '安排更换滤网', en: 'Have the filter replaced' },
    },
    {
      rule: 'supply-hot',
      name: { zh: '送风温度异常', en: 'Supply air hot' },
      metric: 'supply',
      when: 'above',
      limit: 55,
      deadBand: 10,
      grade: 3,
      advice: { zh: '停机，排查电机和加热段', en: 'Stop it, look at motor and heater' },
    },
  ],
  everySeconds: 60,
  simulate: ({ hour, random, event }) => ({
    supply: 17 + 2 * daylight(hour) + random(),
    filter: 90 + 20 * daylight(hour) + random() * 8 + event * 220,
  }),
})
