import { defineKind } from '../../kind.ts'
import { shareOfDay } from '../../rhythm.ts'

export default defineKind({
  kind: 'vending-cabinet',
  name: { zh: '智能售货柜', en: 'Vending cabinet' },
  glyph: '货',
  theme: 'equipment',
  mount: 'ground',
  metrics: {
    temperature: { name: { zh: '柜内温度', en: 'Temperature' }, unit: '°C', min: -30, max: 60, decimals: 1 },
    stock: { name: { zh: '库存', en: 'Stock' }, unit: '%', min: 0, max: 100, decimals: 0 },
  },
  rules: [
    {
      rule: 'warm',
      name: { zh: '冷藏温度过高', en: 'Cabinet too warm' },
      metric: 'temperature',
      when: 'above',
      limit: 12,
      deadBand: 3,
      grade: 4,
      advice: { zh: '停止售卖，检查制冷', en: 'Stop selling, check the cooling' },
    },
  ],
  everySeconds: 60,
  simulate: ({ hour, random, event }) => ({
    temperature: 4.5 + random() + event * 12,
    stock: 95 - 60 * shareOfDay(hour),
  }),
})
