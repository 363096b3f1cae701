import { defineTerminal } from '../../terminal.ts'

export default defineTerminal({
  kind: 'police-car-terminal',
  name: { zh: '警车车载终端', en: 'Police car terminal' },
  glyph: '警',
  theme: 'security',
  moves: { as: 'vehicle', model: 'police-car' },
})
