import { model } from '../shape/model.ts'

export default model('tree', 'ginkgo', '银杏', 'Ginkgo', (m) => {
  m.lathe(
    [
      [0.24, 0],
      [0.16, 0.3],
      [0.12, 3],
      [0.06, 6],
    ],
    [0, 0, 0],
    'paleTrunk',
    { sides: 12 },
  )
  m.fine(() => {
    m.lump([0.5, 3.2, 0.5], [0.85, 0.8, 0.85], 'leafLight', 33)
    m.lump([-0.6, 3.7, -0.3], [0.85, 0.9, 0.85], 'gold', 34)
    m.lump([0.45, 4.9, -0.35], [0.75, 0.9, 0.75], 'leafLight', 35)
    m.lump([-0.35, 5.6, 0.3], [0.6, 0.8, 0.6], 'leafLight', 36)
  })
  m.lump([0, 3.7, 0], [1.4, 1.5, 1.4], 'leafLight', 31)
  m.lump([0, 5.2, 0], [1.05, 1.5, 1.05], 'leafLight', 32)
  m.lump([0.05, 6.8, 0], [0.55, 1.1, 0.55], 'leafLight', 37)
})
