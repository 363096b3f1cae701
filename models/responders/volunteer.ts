import { cap, figure } from '../shape/figure.ts'
import { model } from '../shape/model.ts'

export default model('responder', 'volunteer', '志愿者', 'Volunteer', (m) => {
  figure(m, { top: 'grey', legs: 'navy', feet: 'white', hands: 'skin', vest: 'orange' })
  m.fine(() => {
    m.loft(
      [
        [1.06, 0.178, 0.125],
        [1.1, 0.182, 0.128],
      ],
      'reflect',
      { sides: 24 },
    )
    m.box([0.1, 0.07, 0.02], [0.244, 1.22, 0], 'orange', { round: 0.01, turn: [0, 90, 0] })
  })
  cap(m, 'orange')
})
