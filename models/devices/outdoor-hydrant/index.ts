import { defineKind } from '../../kind.ts'
import { homeLife } from '../../rhythm.ts'

export default defineKind({
  kind: 'outdoor-hydrant',
  name: { zh: '室外消火栓', en: 'Outdoor hydrant' },
  glyph: '消',
  theme: 'fire',
  mount: 'ground',
  metrics: {
    pressure: { name: { zh: '水压', en: 'Pressure' }, unit: 'MPa', min: 0, max: 2.5, decimals: 2 },
    flow: { name: { zh: '出水流量', en: 'Flow' }, unit: 'L/s', min: 0, max: 60, decimals: 1 },
  },
  rules: [
    {
      // GB 50974 7.2.8: 0.14 MPa from the ground at rest.
      rule: 'pressure-low',
      sign: 'suppression',
      name: { zh: '室外消火栓水压不足', en: 'Hydrant pressure low' },
      when: { is: 'below', metric: 'pressure', limit: 0.14, deadBand: 0.03 },
      grade: 3,
      advice: { zh: '联系供水单位，通知消防车自带水源', en: 'Call the water company; engines bring their own water' },
    },
    {
      rule: 'opened',
      sign: 'suppression',
      name: { zh: '消火栓被开启', en: 'Hydrant opened' },
      when: { is: 'above', metric: 'flow', limit: 2, deadBand: 1 },
      grade: 4,
      advice: { zh: '调看摄像机，确认是否用于灭火或被盗用', en: 'Look through the camera: a fire, or water taken?' },
    },
  ],
  upkeep: {
    everyDays: 180,
    task: { zh: '出水试验，检查井盖和标识', en: 'Let it run, check cover and sign' },
    lifeYears: 20,
  },
  battery: { years: 5 },
  everySeconds: 60,
  simulate: ({ hour, random, event }) => ({
    pressure: 0.3 - 0.04 * homeLife(hour) + random() * 0.01 - event * 0.24,
    flow: event > 0.5 ? 12 + random() : 0,
  }),
})
