import { figure } from '../shape/figure.ts'
import { model } from '../shape/model.ts'

export default model('responder', 'firefighter', '消防员', 'Firefighter', (m) => {
  figure(m, { top: 'sand', legs: 'sand', feet: 'charcoal', hands: 'charcoal', broad: 1.14 })
  m.fine(() => {
    for (const y of [0.98, 1.2])
      m.loft(
        [
          [y, 0.189, 0.137],
          [y + 0.045, 0.194, 0.141],
        ],
        'reflect',
        { sides: 24 },
      )
    m.both(() =>
      m.loft(
        [
          [0.3, 0.083, 0.091],
          [0.34, 0.085, 0.093],
        ],
        'reflect',
        { sides: 20, at: [0.1, 0, 0] },
      ),
    )
  })
  // Helmet with its brim, and the air bottle.
  m.loft(
    [
      [1.63, 0.13, 0.145],
      [1.7, 0.126, 0.14],
      [1.77, 0.09, 0.1],
      [1.8, 0.03, 0.04],
    ],
    'red',
    { sides: 20, square: 2.2 },
  )
  m.loft(
    [
      [1.62, 0.145, 0.19],
      [1.645, 0.14, 0.18],
    ],
    'deepRed',
    { sides: 24, square: 2.2, at: [0, 0, -0.02] },
  )
  m.rod([0, 0.99, -0.18], [0, 1.36, -0.18], 0.075, 'yellow', 18)
  m.fine(() => {
    m.ball([0, 1.36, -0.18], 0.075, 'yellow', 14)
    m.ball([0, 0.99, -0.18], 0.075, 'yellow', 14)
    m.box([0.2, 0.3, 0.05], [0, 1.18, -0.125], 'charcoal', { round: 0.015 })
    m.both(() => m.box([0.035, 0.34, 0.02], [0.105, 1.27, 0.135], 'charcoal', { round: 0.006, turn: [-5, 0, 0] }))
    m.box([0.06, 0.05, 0.02], [0, 1.71, 0.13], 'yellow', { round: 0.008, turn: [-16, 0, 0] })
  })
})
