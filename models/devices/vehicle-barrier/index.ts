import { defineKind } from '../../kind.ts'
import { comingAndGoing } from '../../rhythm.ts'
import { stateMetric } from '../../states.ts'

export default defineKind({
  kind: 'vehicle-barrier',
  name: { zh: '车辆道闸', en: 'Vehicle barrier' },
  glyph: '闸',
  theme: 'security',
  mount: 'ground',
  metrics: {
    passages: { name: { zh: '通行车次', en: 'Passages' }, unit: '/min', min: 0, max: 60, decimals: 0 },
    stuckFor: { name: { zh: '卡滞时长', en: 'Stuck for' }, unit: 'min', min: 0, max: 1440, decimals: 0 },
    arm: stateMetric({ zh: '杆', en: 'Arm' }, [
      { zh: '落下', en: 'Down' },
      { zh: '抬起', en: 'Up' },
      { zh: '常抬', en: 'Held up' },
    ]),
  },
  rules: [
    {
      rule: 'stuck',
      sign: 'stoppage',
      name: { zh: '道闸卡滞', en: 'Barrier stuck' },
      when: { is: 'above', metric: 'stuckFor', limit: 3, deadBand: 1 },
      grade: 3,
      advice: { zh: '手动抬杆，保证消防和救护车通行', en: 'Raise the arm by hand: engines and ambulances must pass' },
    },
    {
      rule: 'struck',
      name: { zh: '道闸被撞', en: 'Barrier struck by a vehicle' },
      when: { is: 'event', event: 'struck', times: 1, within: 600, over: { after: 1800 } },
      grade: 3,
      advice: { zh: '调看录像，检查闸杆，保证车辆通行', en: 'Look at the recording, check the arm, keep the way open' },
    },
  ],
  events: {
    struck: { zh: '道闸被撞', en: 'Arm struck' },
  },
  state: { arm: 0 },
  commands: {
    raise: {
      name: { zh: '抬杆', en: 'Raise' },
      effect: { zh: '放行一辆车后自动落杆', en: 'It lets one vehicle pass' },
      sets: { arm: 1 },
      backAfter: 15,
    },
    'hold-up': {
      name: { zh: '常抬', en: 'Hold up' },
      effect: { zh: '保持抬起，供消防和救护车通行', en: 'It stays up for engines and ambulances' },
      sets: { arm: 2 },
      undo: 'lower',
    },
    lower: {
      name: { zh: '落杆', en: 'Lower' },
      effect: { zh: '杆落下；先看画面确认杆下无人无车', en: 'It comes down: look at the picture that nobody is below' },
      sets: { arm: 0 },
    },
  },
  upkeep: {
    everyDays: 30,
    task: { zh: '润滑、检查防砸和手动抬杆', en: 'Grease, check that it stops for people, raise it by hand' },
    lifeYears: 8,
  },
  everySeconds: 15,
  simulate: ({ hour, random, event }) => ({
    passages: Math.floor(random() * 8 * comingAndGoing(hour)),
    stuckFor: event * 8,
  }),
})
