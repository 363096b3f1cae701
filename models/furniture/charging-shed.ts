import { model } from '../shape/model.ts'

export default model('furniture', 'charging-shed', '电动自行车充电棚', 'Charging shed', (m) => {
  m.box([6.2, 0.06, 2.3], [0, 0.03, 0], 'concrete', { round: 0.01 })
  m.side(
    [
      [-1.2, 2.5],
      [1.25, 2.15],
      [1.25, 2.22],
      [-1.2, 2.58],
    ],
    [-3.1, 3.1],
    'teal',
    0.01,
  )
  for (const x of m.lean ? [-2.8, 2.8] : [-2.8, 0, 2.8]) {
    m.rod([x, 0.05, -0.95], [x, 2.5, -0.95], 0.05, 'slate', 12)
    m.fine(() => m.rod([x, 0.9, -0.95], [x, 2.2, 0.9], 0.03, 'slate', 10))
  }
  m.box([5.4, 0.1, 0.08], [0, 1.05, -0.95], 'slate')
  for (const x of m.lean ? [-1.4, 1.4] : [-2.1, -0.7, 0.7, 2.1])
    m.box([0.3, 0.42, 0.14], [x, 1.28, -0.86], 'green', { round: 0.015 })
  m.fine(() => {
    for (const x of [-2.1, -0.7, 0.7, 2.1]) {
      m.box([0.2, 0.12, 0.01], [x, 1.37, -0.788], 'screen')
      for (const dx of [-0.07, 0.07]) m.box([0.07, 0.09, 0.01], [x + dx, 1.2, -0.788], 'charcoal', { round: 0.003 })
      m.ball([x, 1.28, -0.788], 0.012, 'ledGreen', 8)
    }
    // Bays, a sprinkler line, a light strip and the extinguisher post.
    for (let i = 0; i < 8; i++) m.box([0.04, 0.006, 1.7], [-2.8 + i * 0.8, 0.062, 0.1], 'white')
    m.rod([-2.9, 2.26, 0.2], [2.9, 2.26, 0.2], 0.02, 'red', 8)
    for (const x of [-2, 0, 2])
      m.lathe(
        [
          [0.01, -0.07],
          [0.03, -0.06],
          [0.012, 0],
        ],
        [x, 2.24, 0.2],
        'copper',
        { sides: 10 },
      )
    m.box([5.4, 0.03, 0.08], [0, 2.395, -0.4], 'lampWarm')
    m.box([0.36, 0.6, 0.2], [2.8, 0.36, 0.75], 'red', { round: 0.015 })
    m.box([0.26, 0.44, 0.01], [2.8, 0.36, 0.852], 'glass', { round: 0.003 })
  })
})
