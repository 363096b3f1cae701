import { defineTerminal } from '../../terminal.ts'

export default defineTerminal({
  kind: 'fire-engine-terminal',
  name: { zh: '消防车车载终端', en: 'Fire engine terminal' },
  glyph: '火',
  theme: 'fire',
  moves: { as: 'vehicle', model: 'fire-engine' },
})
