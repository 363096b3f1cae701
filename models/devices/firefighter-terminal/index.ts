import { defineTerminal } from '../../terminal.ts'

export default defineTerminal({
  kind: 'firefighter-terminal',
  name: { zh: '消防队员终端', en: 'Firefighter terminal' },
  glyph: '队',
  theme: 'fire',
  moves: { as: 'person', model: 'firefighter' },
})
