import { figure } from '../shape/figure.ts'
import { model } from '../shape/model.ts'

export default model('responder', 'police', '民警', 'Police officer', (m) => {
  figure(m, { top: 'navy', legs: 'navy', feet: 'charcoal', hands: 'skin' })
  m.loft(
    [
      [0.93, 0.173, 0.116],
      [0.975, 0.17, 0.114],
    ],
    'charcoal',
    { sides: 20 },
  )
  // Peaked cap.
  m.loft(
    [
      [1.675, 0.105, 0.12],
      [1.71, 0.108, 0.122],
      [1.755, 0.145, 0.155],
      [1.775, 0.13, 0.14],
    ],
    'navy',
    { sides: 24, square: 2.2 },
  )
  m.top(
    [
      [-0.09, 0.09],
      [0.09, 0.09],
      [0.075, 0.16],
      [0.035, 0.19],
      [-0.035, 0.19],
      [-0.075, 0.16],
    ],
    [1.672, 1.688],
    'charcoal',
  )
  m.fine(() => {
    m.box([0.03, 0.035, 0.012], [0, 1.725, 0.135], 'yellow', { round: 0.004, turn: [14, 0, 0] })
    m.loft(
      [
        [1.08, 0.177, 0.124],
        [1.13, 0.186, 0.13],
      ],
      'reflect',
      { sides: 24 },
    )
    m.box([0.05, 0.08, 0.03], [0.12, 1.33, 0.13], 'charcoal', { round: 0.008 })
    m.box([0.06, 0.02, 0.008], [-0.09, 1.33, 0.128], 'sky')
    m.box([0.06, 0.14, 0.05], [0.185, 0.88, 0], 'charcoal', { round: 0.012 })
  })
})
