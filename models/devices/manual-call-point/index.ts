import { defineKind } from '../../kind.ts'
import { isSo } from '../../states.ts'

export default defineKind({
  kind: 'manual-call-point',
  name: { zh: '手动火灾报警按钮', en: 'Manual call point' },
  glyph: '手',
  theme: 'fire',
  mount: 'wall',
  metrics: {
    pressed: isSo({ zh: '按下', en: 'Pressed' }, { zh: '未按下', en: 'Not pressed' }),
  },
  rules: [
    {
      rule: 'pressed',
      sign: 'fire',
      name: { zh: '手动火灾报警', en: 'Fire alarm by hand' },
      when: { is: 'above', metric: 'pressed', limit: 0.5, deadBand: 0 },
      grade: 1,
      advice: { zh: '派微型消防站到场，确认后拨打 119', en: 'Send the fire post; once confirmed call 119' },
    },
  ],
  commands: {
    reset: {
      name: { zh: '复位', en: 'Reset' },
      effect: {
        zh: '按钮复位；现场确认没有火情后使用',
        en: 'The button is reset: only when somebody has seen that there is no fire',
      },
      ends: true,
    },
  },
  upkeep: { everyDays: 90, task: { zh: '按下试验并复位', en: 'Press it to try, and reset' }, lifeYears: 12 },
  feels: { of: 'fire', after: 60 },
  everySeconds: 30,
  simulate: ({ event }) => ({ pressed: event > 0.5 ? 1 : 0 }),
})
