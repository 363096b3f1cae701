import { defineKind } from '../../kind.ts'
import { isSo } from '../../states.ts'

/** It flies rounds over the community and says where and how high it is. */
export default defineKind({
  kind: 'drone',
  name: { zh: '巡逻无人机', en: 'Patrol drone' },
  glyph: '飞',
  theme: 'security',
  mount: 'ground',
  moves: { as: 'vehicle', model: 'quadcopter', patrols: true, flies: true },
  metrics: {
    lon: { name: { zh: '经度', en: 'Longitude' }, unit: '°', min: -180, max: 180, decimals: 7 },
    lat: { name: { zh: '纬度', en: 'Latitude' }, unit: '°', min: -90, max: 90, decimals: 7 },
    height: { name: { zh: '高度', en: 'Height' }, unit: 'm', min: -100, max: 500, decimals: 1 },
    heading: { name: { zh: '航向', en: 'Heading' }, unit: '°', min: 0, max: 360, decimals: 1 },
    speed: { name: { zh: '速度', en: 'Speed' }, unit: 'm/s', min: 0, max: 40, decimals: 1 },
    down: isSo({ zh: '迫降', en: 'Forced down' }, { zh: '正常', en: 'Well' }),
  },
  rules: [
    {
      rule: 'down',
      name: { zh: '无人机迫降', en: 'Drone forced down' },
      when: { is: 'above', metric: 'down', limit: 0.5, deadBand: 0 },
      grade: 3,
      advice: {
        zh: '疏散下方人员，派人到迫降点',
        en: 'Keep people away from below, send somebody to where it came down',
      },
    },
  ],
  commands: {
    call: {
      name: { zh: '鸣笛亮灯', en: 'Sound and light' },
      effect: { zh: '机载蜂鸣器响，航灯闪烁', en: 'Its buzzer sounds and its lights flash' },
    },
  },
  upkeep: {
    everyDays: 30,
    task: { zh: '检查桨叶、电池和避障', en: 'Check propellers, battery and obstacle sensors' },
    lifeYears: 4,
  },
  battery: { charged: true },
  everySeconds: 1,
  // Changed for a full one before each round.
  simulate: ({ hour, random, event }) => ({
    battery: 98 - 40 * ((hour * 2) % 1) + random(),
    down: event > 0.5 ? 1 : 0,
  }),
})
