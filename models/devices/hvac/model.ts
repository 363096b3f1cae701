import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.box([2.5, 0.1, 1.1], [0, 0.05, 0], 'iron', { round: 0.01 })
  m.box([2.4, 1.2, 1], [0, 0.69, 0], 'shell', { round: 0.03 })
  m.fine(() => {
    for (const x of [-0.8, 0, 0.8]) m.box([0.72, 1.04, 0.03], [x, 0.69, 0.5], 'grey', { round: 0.012 })
    for (const x of [-0.8, 0]) m.box([0.03, 0.16, 0.03], [x + 0.3, 0.69, 0.525], 'graphite', { round: 0.006 })
    for (let i = 0; i < 8; i++) m.box([0.6, 0.05, 0.04], [0.8, 0.32 + i * 0.105, 0.51], 'slate', { turn: [30, 0, 0] })
  })
  m.lathe(
    [
      [0.36, 0],
      [0.36, 0.16],
      [0.33, 0.18],
    ],
    [-0.7, 1.27, 0],
    'slate',
    { sides: 32 },
  )
  m.fine(() => {
    m.lathe(
      [
        [0.3, 0],
        [0.3, 0.01],
      ],
      [-0.7, 1.448, 0],
      'charcoal',
      { sides: 32 },
    )
    m.at([-0.7, 1.462, 0], () => {
      m.around(5, () => m.box([0.1, 0.012, 0.24], [0, 0, 0.15], 'grey', { turn: [0, 0, 16] }))
      m.lathe(
        [
          [0.06, -0.01],
          [0.06, 0.03],
        ],
        [0, 0, 0],
        'graphite',
        { sides: 16 },
      )
    })
  })
  // Supply duct.
  m.box([0.7, 0.5, 0.6], [0.65, 1.5, 0], 'steel', { round: 0.015 })
  m.fine(() => m.box([0.78, 0.05, 0.68], [0.65, 1.74, 0], 'iron', { round: 0.008 }))
})
