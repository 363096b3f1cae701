import { defineKind } from '../../kind.ts'
import { daylight } from '../../rhythm.ts'

export default defineKind({
  kind: 'heat-meter',
  name: { zh: '热量表', en: 'Heat meter' },
  glyph: '热',
  theme: 'utilities',
  mount: 'wall',
  metrics: {
    supply: { name: { zh: '供水温度', en: 'Supply' }, unit: '°C', min: 0, max: 130, decimals: 1 },
    return: { name: { zh: '回水温度', en: 'Return' }, unit: '°C', min: 0, max: 130, decimals: 1 },
    flow: { name: { zh: '流量', en: 'Flow' }, unit: 'm³/h', min: 0, max: 50, decimals: 2 },
  },
  rules: [
    {
      rule: 'supply-cold',
      name: { zh: '供热中断', en: 'Heating interrupted' },
      metric: 'supply',
      when: 'below',
      limit: 35,
      deadBand: 5,
      grade: 4,
      advice: { zh: '联系供热单位，关注独居老人', en: 'Call the supplier, mind the elderly who live alone' },
    },
  ],
  everySeconds: 60,
  simulate: ({ hour, random, event }) => {
    const supply = 52 - 3 * daylight(hour) + random() - event * 24
    return { supply, return: supply - 8 - random(), flow: 1.1 + random() * 0.1 }
  },
})
