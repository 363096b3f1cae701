import { defineTerminal } from '../../terminal.ts'

export default defineTerminal({
  kind: 'grid-worker-terminal',
  name: { zh: '网格员终端', en: 'Grid worker terminal' },
  glyph: '网',
  theme: 'security',
  moves: { as: 'person', model: 'grid-worker', patrols: true },
})
