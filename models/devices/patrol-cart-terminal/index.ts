import { defineTerminal } from '../../terminal.ts'

export default defineTerminal({
  kind: 'patrol-cart-terminal',
  name: { zh: '巡逻车车载终端', en: 'Patrol cart terminal' },
  glyph: '逻',
  theme: 'security',
  moves: { as: 'vehicle', model: 'patrol-cart', patrols: true },
})
