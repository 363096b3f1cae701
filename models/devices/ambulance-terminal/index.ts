import { defineTerminal } from '../../terminal.ts'

export default defineTerminal({
  kind: 'ambulance-terminal',
  name: { zh: '救护车车载终端', en: 'Ambulance terminal' },
  glyph: '急',
  theme: 'care',
  moves: { as: 'vehicle', model: 'ambulance' },
})
