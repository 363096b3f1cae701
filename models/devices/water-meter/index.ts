import { defineKind } from '../../kind.ts'
import { homeLife, shareOfDay } from '../../rhythm.ts'

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
  },
  rules: [
    {
      // Nobody runs water for six hours on end.
      rule: 'leak',
      name: { zh: '疑似漏水', en: 'Leak suspected' },
      metric: 'running',
      when: 'above',
      limit: 6,
      deadBand: 1,
      grade: 4,
      advice: { zh: '联系住户检查管道和马桶，必要时关阀', en: 'Ask the household to look; shut the valve if need be' },
    },
    {
      rule: 'burst',
      name: { zh: '水管爆裂', en: 'Pipe burst' },
      metric: 'flow',
      when: 'above',
      limit: 45,
      deadBand: 15,
      grade: 3,
      advice: { zh: '关闭入户阀，通知楼下住户', en: 'Shut the valve, warn the household below' },
    },
  ],
  everySeconds: 60,
  simulate: ({ hour, random, event }) => {
    const uses = random() < homeLife(hour)
    return {
      flow: (uses ? 3 + random() * 9 : 0) + event * 5,
      running: (uses ? random() * 0.5 : 0) + event * 8,
      today: 0.02 + 0.5 * shareOfDay(hour),
    }
  },
})
