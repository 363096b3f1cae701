import { cap, figure } from '../shape/figure.ts'
import { model } from '../shape/model.ts'

export default model('responder', 'grid-worker', '网格员', 'Grid worker', (m) => {
  figure(m, { top: 'white', legs: 'graphite', feet: 'charcoal', hands: 'skin', vest: 'blue', reach: true })
  m.box([0.2, 0.27, 0.016], [-0.17, 1.1, 0.36], 'charcoal', { round: 0.006, turn: [-58, 8, 0] })
  m.fine(() => {
    m.box([0.17, 0.23, 0.004], [-0.17, 1.109, 0.355], 'glow', { turn: [-58, 8, 0] })
    m.tube(
      [
        [-0.06, 1.43, 0.085],
        [-0.03, 1.3, 0.142],
        [0, 1.18, 0.134],
        [0.03, 1.3, 0.142],
        [0.06, 1.43, 0.085],
      ],
      0.005,
      'white',
      6,
    )
    m.box([0.07, 0.09, 0.008], [0, 1.14, 0.138], 'white', { round: 0.002 })
  })
  cap(m, 'blue')
})
