import { cap, figure } from '../shape/figure.ts'
import { model } from '../shape/model.ts'

export default model('responder', 'guard', '保安', 'Guard', (m) => {
  figure(m, { top: 'slate', legs: 'graphite', feet: 'charcoal', hands: 'skin', vest: 'lime' })
  m.fine(() => {
    m.loft(
      [
        [1.06, 0.178, 0.125],
        [1.1, 0.182, 0.128],
      ],
      'reflect',
      { sides: 24 },
    )
    // A radio on the shoulder, a torch at the belt.
    m.box([0.05, 0.08, 0.03], [0.12, 1.33, 0.135], 'charcoal', { round: 0.008 })
    m.rod([0.19, 0.82, 0.02], [0.19, 0.98, 0.02], 0.018, 'charcoal', 12)
  })
  cap(m, 'graphite')
})
