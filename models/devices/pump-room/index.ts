import { defineKind } from '../../kind.ts'
import { homeLife } from '../../rhythm.ts'

export default defineKind({
  kind: 'pump-room',
  name: { zh: '水泵房', en: 'Pump room' },
  glyph: '泵',
  theme: 'equipment',
  mount: 'ground',
  metrics: {
    pressure: { name: { zh: '出水压力', en: 'Outlet pressure' }, unit: 'MPa', min: 0, max: 2.5, decimals: 2 },
    water: { name: { zh: '地面积水', en: 'Water on the floor' }, unit: 'cm', min: 0, max: 200, decimals: 1 },
  },
  rules: [
    {
      rule: 'pressure-low',
      name: { zh: '供水压力不足', en: 'Supply pressure low' },
      metric: 'pressure',
      when: 'below',
      limit: 0.3,
      deadBand: 0.05,
      grade: 3,
      advice: { zh: '切换备用泵，通知维保', en: 'Switch to the standby pump, call the keeper' },
    },
    {
      rule: 'flooding',
      name: { zh: '泵房进水', en: 'Pump room flooding' },
      metric: 'water',
      when: 'above',
      limit: 5,
      deadBand: 2,
      grade: 2,
      advice: { zh: '启动排水泵，切断低位电源', en: 'Start the drain pump, cut power near the floor' },
    },
  ],
  everySeconds: 30,
  simulate: ({ hour, random, event }) => ({
    pressure: 0.62 - 0.06 * homeLife(hour) + random() * 0.02 - event * 0.34,
    water: random() * 0.2 + event * 8,
  }),
})
