import { defineKind } from '../../kind.ts'
import { comingAndGoing } from '../../rhythm.ts'

export default defineKind({
  kind: 'vehicle-barrier',
  name: { zh: '车辆道闸', en: 'Vehicle barrier' },
  glyph: '闸',
  theme: 'security',
  mount: 'ground',
  metrics: {
    passages: { name: { zh: '通行车次', en: 'Passages' }, unit: '/min', min: 0, max: 60, decimals: 0 },
    stuckFor: { name: { zh: '卡滞时长', en: 'Stuck for' }, unit: 'min', min: 0, max: 1440, decimals: 0 },
  },
  rules: [
    {
      rule: 'stuck',
      name: { zh: '道闸卡滞', en: 'Barrier stuck' },
      metric: 'stuckFor',
      when: 'above',
      limit: 3,
      deadBand: 1,
      grade: 3,
      advice: { zh: '手动抬杆，保证消防和救护车通行', en: 'Raise the arm by hand: engines and ambulances must pass' },
    },
  ],
  everySeconds: 15,
  simulate: ({ hour, random, event }) => ({
    passages: Math.floor(random() * 8 * comingAndGoing(hour)),
    stuckFor: event * 8,
  }),
})
