import { defineTerminal } from '../../terminal.ts'

export default defineTerminal({
  kind: 'guard-terminal',
  name: { zh: '保安终端', en: 'Guard terminal' },
  glyph: '保',
  theme: 'security',
  moves: { as: 'person', model: 'guard', patrols: true },
})
