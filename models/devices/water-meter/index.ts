import { magnet } from '../../happenings.ts'
import { defineKind } from '../../kind.ts'
import { homeLife, shareOfDay } from '../../rhythm.ts'
import { twoStates } from '../../states.ts'

export default defineKind({
  kind: 'water-meter',
  name: { zh: '智能水表', en: 'Water meter' },
  glyph: '滴',
  theme: 'utilities',
  mount: 'wall',
  metrics: {
    flow: { name: { zh: '流量', en: 'Flow' }, unit: 'L/min', min: 0, max: 120, decimals: 1 },
    running: { name: { zh: '持续用水', en: 'Running for' }, unit: 'h', min: 0, max: 168, decimals: 1 },
    today: { name: { zh: '今日用水', en: 'Used today' }, unit: 'm³', min: 0, max: 100, decimals: 2 },
    valve: twoStates('valve', { zh: '水阀', en: 'Valve' }),
  },
  rules: [
    {
      // Nobody runs water for six hours on end.
      rule: 'leak',
      sign: 'water',
      name: { zh: '疑似漏水', en: 'Leak suspected' },
      when: { is: 'above', metric: 'running', limit: 6, deadBand: 1 },
      grade: 4,
      advice: { zh: '联系住户检查管道和马桶，必要时关阀', en: 'Ask the household to look; shut the valve if need be' },
    },
    {
      rule: 'burst',
      sign: 'water',
      name: { zh: '水管爆裂', en: 'Pipe burst' },
      when: { is: 'above', metric: 'flow', limit: 45, deadBand: 15 },
      grade: 3,
      advice: { zh: '关闭入户阀，通知楼下住户', en: 'Shut the valve, warn the household below' },
    },
    magnet.rule,
  ],
  events: {
    ...magnet.events,
  },
  state: { valve: 1 },
  commands: {
    'shut-valve': {
      name: { zh: '关阀', en: 'Shut the valve' },
      effect: { zh: '该户停水', en: 'Water to the household ends' },
      sets: { valve: 0 },
      undo: 'open-valve',
    },
    'open-valve': {
      name: { zh: '开阀', en: 'Open the valve' },
      effect: {
        zh: '恢复供水；先确认龙头已关、无漏点',
        en: 'Water comes back: make sure that taps are shut and nothing leaks',
      },
      sets: { valve: 1 },
    },
  },
  upkeep: { everyDays: 365, task: { zh: '核对读数，试关阀', en: 'Compare the reading, try the valve' }, lifeYears: 6 },
  battery: { years: 6 },
  everySeconds: 60,
  simulate: ({ hour, random, event, set }) => {
    const uses = set.valve === 1 && random() < homeLife(hour)
    const leaks = set.valve === 1 ? event : 0
    return {
      flow: (uses ? 3 + random() * 9 : 0) + leaks * 5,
      running: (uses ? random() * 0.5 : 0) + leaks * 8,
      today: 0.02 + 0.5 * shareOfDay(hour),
    }
  },
})
