import { restart } from '../../commands.ts'
import { defineKind } from '../../kind.ts'
import { shareOfDay } from '../../rhythm.ts'
import { twoStates } from '../../states.ts'

export default defineKind({
  kind: 'vending-cabinet',
  name: { zh: '智能售货柜', en: 'Vending cabinet' },
  glyph: '货',
  theme: 'equipment',
  mount: 'ground',
  metrics: {
    temperature: { name: { zh: '柜内温度', en: 'Temperature' }, unit: '°C', min: -30, max: 60, decimals: 1 },
    stock: { name: { zh: '库存', en: 'Stock' }, unit: '%', min: 0, max: 100, decimals: 0 },
    lock: twoStates('lock', { zh: '柜门', en: 'Door' }),
  },
  rules: [
    {
      rule: 'warm',
      sign: 'stoppage',
      name: { zh: '冷藏温度过高', en: 'Cabinet too warm' },
      when: { is: 'above', metric: 'temperature', limit: 12, deadBand: 3 },
      grade: 4,
      advice: { zh: '停止售卖，检查制冷', en: 'Stop selling, check the cooling' },
    },
  ],
  state: { lock: 0 },
  commands: {
    lock: {
      name: { zh: '锁柜', en: 'Lock' },
      effect: { zh: '停止售货并锁门', en: 'It sells nothing and is locked' },
      sets: { lock: 1 },
      undo: 'unlock',
    },
    unlock: {
      name: { zh: '开售', en: 'Unlock' },
      effect: { zh: '恢复售货', en: 'It sells again' },
      sets: { lock: 0 },
    },
    restart,
  },
  upkeep: {
    everyDays: 30,
    task: { zh: '清洁、核对温度和保质期', en: 'Clean, check temperature and dates' },
    lifeYears: 8,
  },
  everySeconds: 60,
  simulate: ({ hour, random, event }) => ({
    temperature: 4.5 + random() + event * 12,
    stock: 95 - 60 * shareOfDay(hour),
  }),
})
