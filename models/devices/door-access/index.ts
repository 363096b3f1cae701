import { defineKind } from '../../kind.ts'
import { comingAndGoing } from '../../rhythm.ts'

export default defineKind({
  kind: 'door-access',
  name: { zh: '门禁', en: 'Door access' },
  glyph: '禁',
  theme: 'security',
  mount: 'wall',
  metrics: {
    passages: { name: { zh: '通行人次', en: 'Passages' }, unit: '/min', min: 0, max: 200, decimals: 0 },
    openFor: { name: { zh: '持续开启', en: 'Open for' }, unit: 'min', min: 0, max: 1440, decimals: 0 },
    forced: { name: { zh: '强行开启', en: 'Forced' }, unit: '', min: 0, max: 1, decimals: 0 },
  },
  rules: [
    {
      rule: 'forced',
      name: { zh: '门被强行打开', en: 'Door forced' },
      metric: 'forced',
      when: 'above',
      limit: 0.5,
      deadBand: 0,
      grade: 3,
      advice: { zh: '调看门口摄像机，派保安查看', en: 'Look through the door camera, send a guard' },
    },
    {
      rule: 'held-open',
      name: { zh: '单元门未关闭', en: 'Door held open' },
      metric: 'openFor',
      when: 'above',
      limit: 20,
      deadBand: 5,
      grade: 4,
      advice: { zh: '通知楼管关门，检查闭门器', en: 'Have it closed, check the door closer' },
    },
  ],
  everySeconds: 15,
  simulate: ({ hour, random, event }) => ({
    passages: Math.floor(random() * 5 * comingAndGoing(hour)),
    openFor: random() < 0.1 ? random() * 2 : 0,
    forced: event > 0.5 ? 1 : 0,
  }),
})
