import { defineKind } from '../../kind.ts'
import { isSo } from '../../states.ts'

export default defineKind({
  kind: 'sos-button',
  name: { zh: '紧急求助按钮', en: 'SOS button' },
  glyph: '救',
  theme: 'care',
  mount: 'wall',
  metrics: {
    pressed: isSo({ zh: '求助', en: 'Pressed' }, { zh: '未求助', en: 'Not pressed' }),
  },
  rules: [
    {
      rule: 'pressed',
      sign: 'distress',
      name: { zh: '居民紧急求助', en: 'Resident calls for help' },
      when: { is: 'above', metric: 'pressed', limit: 0.5, deadBand: 0 },
      grade: 2,
      advice: { zh: '立即回拨，通知最近网格员上门', en: 'Call back at once, send the nearest grid worker' },
    },
  ],
  commands: {
    reset: {
      name: { zh: '复位', en: 'Reset' },
      effect: {
        zh: '求助状态清除；确认老人已得到帮助后使用',
        en: 'The call is cleared: only when help has been there',
      },
      ends: true,
    },
  },
  upkeep: {
    everyDays: 90,
    task: { zh: '按下试验，核对住户和联系人', en: 'Press it to try, check resident and contacts' },
    lifeYears: 5,
  },
  battery: { years: 2 },
  everySeconds: 30,
  simulate: ({ event }) => ({ pressed: event > 0.5 ? 1 : 0 }),
})
