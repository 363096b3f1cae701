import { defineTerminal } from '../../terminal.ts'

export default defineTerminal({
  kind: 'medic-terminal',
  name: { zh: '急救员终端', en: 'Medic terminal' },
  glyph: '医',
  theme: 'care',
  moves: { as: 'person', model: 'medic' },
})
