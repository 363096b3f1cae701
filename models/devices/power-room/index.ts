import { defineKind } from '../../kind.ts'
import { homeLife } from '../../rhythm.ts'
import { stateMetric, twoStates } from '../../states.ts'

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
    fan: twoStates('running', { zh: '排风机', en: 'Exhaust fan' }),
    breaker: stateMetric({ zh: '断路器', en: 'Breaker' }, [
      { zh: '已分闸', en: 'Tripped' },
      { zh: '合闸', en: 'Closed' },
    ]),
  },
  rules: [
    {
      // A dry-type transformer of class F bears 155 °C; at 130 its fans run already.
      rule: 'winding-hot',
      sign: 'overheat',
      name: { zh: '变压器过热', en: 'Transformer hot' },
      when: { is: 'above', metric: 'winding', limit: 130, deadBand: 15 },
      grade: 2,
      advice: { zh: '降低负荷，派电工到场', en: 'Shed load, send the electrician' },
    },
    {
      rule: 'overload',
      sign: 'power',
      name: { zh: '变压器过载', en: 'Transformer overloaded' },
      when: { is: 'above', metric: 'load', limit: 100, deadBand: 10 },
      grade: 3,
      advice: { zh: '转移或限制负荷，限制充电桩', en: 'Shift or limit load, chargers first' },
    },
  ],
  state: { fan: 1, breaker: 1 },
  commands: {
    'fan-on': {
      name: { zh: '开风机', en: 'Fan on' },
      effect: { zh: '排风机启动降温', en: 'The exhaust fan cools the room' },
      sets: { fan: 1 },
      undo: 'fan-off',
    },
    'fan-off': {
      name: { zh: '关风机', en: 'Fan off' },
      effect: { zh: '排风机停止', en: 'The exhaust fan stops' },
      sets: { fan: 0 },
    },
    trip: {
      name: { zh: '分闸', en: 'Trip' },
      effect: { zh: '变压器低压侧断电，所供楼栋全部停电', en: 'All buildings behind this transformer go dark' },
      dangerous: true,
      sets: { breaker: 0 },
      undo: 'close',
    },
    close: {
      name: { zh: '合闸', en: 'Close' },
      effect: { zh: '恢复供电；先确认无人检修', en: 'Power comes back: make sure that nobody works on it' },
      dangerous: true,
      sets: { breaker: 1 },
    },
  },
  upkeep: {
    everyDays: 30,
    task: { zh: '红外测温，清扫，检查防小动物', en: 'Infrared round, clean, check against animals' },
    lifeYears: 20,
  },
  everySeconds: 30,
  simulate: ({ hour, random, event }) => {
    const load = 25 + 40 * homeLife(hour) + random() * 3 + event * 60
    return { winding: 45 + load * 0.55 + random() + event * 60, load, room: 24 + load * 0.06 + random() }
  },
})
