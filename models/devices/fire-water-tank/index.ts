import { defineKind } from '../../kind.ts'
import { twoStates } from '../../states.ts'

export default defineKind({
  kind: 'fire-water-tank',
  name: { zh: '消防水箱液位', en: 'Fire water tank' },
  glyph: '箱',
  theme: 'fire',
  mount: 'ground',
  metrics: {
    level: { name: { zh: '液位', en: 'Level' }, unit: 'm', min: 0, max: 6, decimals: 2 },
    filling: twoStates('running', { zh: '补水', en: 'Filling' }),
  },
  rules: [
    {
      rule: 'level-low',
      sign: 'suppression',
      name: { zh: '消防水箱缺水', en: 'Fire water low' },
      when: { is: 'below', metric: 'level', limit: 1.8, deadBand: 0.3 },
      grade: 3,
      advice: { zh: '检查补水阀，必要时临时补水', en: 'Check the filling valve, fill by hand if need be' },
    },
  ],
  state: { filling: 0 },
  commands: {
    fill: {
      name: { zh: '补水', en: 'Fill' },
      effect: { zh: '补水阀打开', en: 'The filling valve opens' },
      sets: { filling: 1 },
      undo: 'stop-filling',
    },
    'stop-filling': {
      name: { zh: '停止补水', en: 'Stop filling' },
      effect: { zh: '补水阀关闭', en: 'The filling valve shuts' },
      sets: { filling: 0 },
    },
  },
  upkeep: {
    everyDays: 30,
    task: { zh: '核对水位、补水阀和浮球', en: 'Check level, filling valve and float' },
    lifeYears: 10,
  },
  everySeconds: 60,
  simulate: ({ random, event, set }) => ({
    level: 2.7 + (set.filling === 1 ? 0.2 : 0) + random() * 0.04 - event * 1.6,
  }),
})
