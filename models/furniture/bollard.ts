import { model } from '../shape/model.ts'

export default model('furniture', 'bollard', '隔离柱', 'Bollard', (m) => {
  m.lathe(
    [
      [0.1, 0],
      [0.1, 0.02],
      [0.06, 0.03],
      [0.06, 0.82],
      [0.05, 0.86],
      [0.02, 0.88],
    ],
    [0, 0, 0],
    'graphite',
    { sides: 20 },
  )
  m.fine(() => {
    for (const y of [0.6, 0.72])
      m.lathe(
        [
          [0.06, y - 0.002],
          [0.063, y],
          [0.063, y + 0.06],
          [0.06, y + 0.062],
        ],
        [0, 0, 0],
        'reflect',
        { sides: 20 },
      )
  })
})
