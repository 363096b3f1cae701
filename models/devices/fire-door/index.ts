import { defineKind } from '../../kind.ts'
import { comingAndGoing } from '../../rhythm.ts'

export default defineKind({
  kind: 'fire-door',
  name: { zh: '防火门', en: 'Fire door' },
  glyph: '门',
  theme: 'fire',
  mount: 'wall',
  metrics: {
    open: { name: { zh: '开启', en: 'Open' }, unit: '', min: 0, max: 1, decimals: 0 },
    openFor: { name: { zh: '持续开启', en: 'Open for' }, unit: 'min', min: 0, max: 1440, decimals: 0 },
  },
  rules: [
    {
      // An open door is no fire, it is smoke in the stairs should one come: today, not this minute.
      rule: 'held-open',
      name: { zh: '防火门长时间敞开', en: 'Fire door held open' },
      metric: 'openFor',
      when: 'above',
      limit: 15,
      deadBand: 5,
      grade: 4,
      advice: { zh: '通知楼管关闭防火门，清除门挡', en: 'Have it closed and the wedge removed' },
    },
  ],
  everySeconds: 30,
  simulate: ({ hour, random, event }) => {
    const open = event > 0.5 || random() < 0.12 * comingAndGoing(hour)
    return { open: open ? 1 : 0, openFor: open ? random() * 4 + event * 30 : 0 }
  },
})
