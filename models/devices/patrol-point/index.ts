import { defineKind } from '../../kind.ts'

export default defineKind({
  kind: 'patrol-point',
  name: { zh: '巡更点', en: 'Patrol point' },
  glyph: '巡',
  theme: 'security',
  mount: 'wall',
  metrics: {
    sinceVisit: { name: { zh: '距上次巡更', en: 'Since last visit' }, unit: 'min', min: 0, max: 10080, decimals: 0 },
  },
  rules: [
    {
      rule: 'missed',
      name: { zh: '巡更漏检', en: 'Patrol missed' },
      when: { is: 'above', metric: 'sinceVisit', limit: 180, deadBand: 60 },
      grade: 4,
      advice: { zh: '联系当班保安补巡', en: 'Have the guard on duty make up for it' },
    },
  ],
  events: { visited: { zh: '巡更到点', en: 'Patrol was there' } },
  upkeep: { everyDays: 180, task: { zh: '核对读卡和位置', en: 'Check reader and place' }, lifeYears: 8 },
  battery: { years: 3 },
  everySeconds: 60,
  onRounds: true,
  // A round every two hours.
  simulate: ({ hour, event }) => ({ sinceVisit: ((hour * 60) % 120) + event * 200 }),
})
