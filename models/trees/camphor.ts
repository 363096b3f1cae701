import { model } from '../shape/model.ts'

export default model('tree', 'camphor', '香樟', 'Camphor', (m) => {
  m.lathe(
    [
      [0.32, 0],
      [0.22, 0.3],
      [0.19, 2.2],
      [0.14, 3.4],
    ],
    [0, 0, 0],
    'trunk',
    { sides: 12 },
  )
  m.fine(() => {
    m.rod([0, 2, 0], [1, 3.6, 0.3], [0.13, 0.07], 'trunk', 8)
    m.rod([0, 2.1, 0], [-0.9, 3.7, -0.2], [0.13, 0.07], 'trunk', 8)
    m.lump([0.3, 3.9, -1.2], [1.5, 1.2, 1.3], 'leafDeep', 24)
    m.lump([-0.1, 6.2, 0.1], [1.3, 1, 1.3], 'leafLight', 25)
    m.lump([0.2, 3.9, 1.3], [1.3, 1, 1.1], 'leaf', 26)
  })
  m.lump([0, 4.9, 0], [2.1, 1.7, 2], 'leaf', 21)
  m.lump([1.2, 4.1, 0.3], [1.4, 1.2, 1.4], 'leafLight', 22)
  m.lump([-1.2, 4.2, 0.2], [1.4, 1.2, 1.4], 'leafDeep', 23)
})
