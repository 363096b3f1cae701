import { deviceModel } from '../../shape/model.ts'
import { cameraPole } from '../../shape/pieces.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  cameraPole(m, 2.6)
  // Louvred shield: air passes, rain and sun do not.
  for (let i = 0; i < (m.lean ? 1 : 6); i++)
    m.lathe(
      m.lean
        ? [
            [0.16, 0],
            [0.16, 0.36],
          ]
        : [
            [0.16, 0],
            [0.17, 0.01],
            [0.11, 0.05],
          ],
      [0, 2.15 + i * 0.06, 0.22],
      'white',
      { sides: 24 },
    )
  m.lathe(
    [
      [0.15, 0],
      [0.13, 0.04],
      [0.05, 0.07],
    ],
    [0, 2.51, 0.22],
    'white',
    { sides: 24 },
  )
  m.fine(() => {
    m.lathe(
      [
        [0.09, 0],
        [0.09, 0.4],
      ],
      [0, 2.12, 0.22],
      'slate',
      { sides: 16 },
    )
    m.rod([0, 2.3, 0], [0, 2.3, 0.15], 0.02, 'slate', 10)
    m.rod([0, 2.58, 0], [0, 2.85, 0], 0.012, 'iron', 8)
    m.ball([0, 2.88, 0], 0.045, 'charcoal', 14)
  })
  m.box([0.36, 0.46, 0.18], [0, 1.45, 0.12], 'shell', { round: 0.02 })
  m.fine(() => {
    m.box([0.28, 0.18, 0.016], [0, 1.53, 0.208], 'screen', { round: 0.004 })
    m.box([0.2, 0.04, 0.004], [0, 1.56, 0.217], 'glow')
    m.box([0.14, 0.04, 0.004], [-0.03, 1.5, 0.217], 'glow')
    m.box([0.5, 0.02, 0.34], [0, 1.98, -0.2], 'navy', { turn: [-35, 0, 0] })
  })
})
