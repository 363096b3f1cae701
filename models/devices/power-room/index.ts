import { defineKind } from '../../kind.ts'
import { homeLife } from '../../rhythm.ts'

export default defineKind({
  kind: 'power-room',
  name: { zh: '配电室变压器', en: 'Transformer' },
  glyph: '变',
  theme: 'equipment',
  mount: 'ground',
  metrics: {
    winding: { name: { zh: '绕组温度', en: 'Winding' }, unit: '°C', min: -40, max: 250, decimals: 1 },
    load: { name: { zh: '负载率', en: 'Load' }, unit: '%', min: 0, max: 200, decimals: 0 },
    room: { name: { zh: '室温', en: 'Room' }, unit: '°C', min: -40, max: 80, decimals: 1 },
  },
  rules: [
    {
      // A dry-type transformer of class F bears 155 °C; at 130 its fans run already.
      rule: 'winding-hot',
      name: { zh: '变压器过热', en: 'Transformer hot' },
      metric: 'winding',
      when: 'above',
      limit: 130,
      deadBand: 15,
      grade: 2,
      advice: { zh: '降低负荷，派电工到场', en: 'Shed load, send the electrician' },
    },
    {
      rule: 'overload',
      name: { zh: '变压器过载', en: 'Transformer overloaded' },
      metric: 'load',
      when: 'above',
      limit: 100,
      deadBand: 10,
      grade: 3,
      advice: { zh: '转移或限制负荷，限制充电桩', en: 'Shift or limit load, chargers first' },
    },
  ],
  everySeconds: 30,
  simulate: ({ hour, random, event }) => {
    const load = 25 + 40 * homeLife(hour) + random() * 3 + event * 60
    return { winding: 45 + load * 0.55 + random() + event * 60, load, room: 24 + load * 0.06 + random() }
  },
})
