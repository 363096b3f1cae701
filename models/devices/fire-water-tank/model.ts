import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  // Pressed steel panels on a concrete plinth, ladder and level gauge to the front.
  m.box([3.3, 0.3, 2.3], [0, 0.15, 0], 'concrete', { round: 0.02 })
  m.box([3, 2, 2], [0, 1.3, 0], 'steel', { round: 0.04 })
  m.fine(() => {
    for (const y of [0.85, 1.35, 1.85]) {
      for (const x of [-1, 0, 1]) m.box([0.86, 0.34, 0.06], [x, y - 0.05, 0.99], 'grey', { round: 0.05 })
      m.both(() => {
        for (const z of [-0.5, 0.5]) m.box([0.06, 0.34, 0.86], [1.49, y - 0.05, z], 'grey', { round: 0.05 })
      })
    }
    m.both(() => m.rod([0.16, 0.3, 1.14], [0.16, 2.5, 1.14], 0.02, 'iron', 8))
    for (let y = 0.55; y < 2.4; y += 0.3) m.rod([-0.16, y, 1.14], [0.16, y, 1.14], 0.014, 'iron', 6)
    m.rod([1.2, 0.4, 1.08], [1.2, 2.2, 1.08], 0.03, 'glass', 10)
    m.box([0.2, 0.28, 0.1], [1.2, 1.2, 1.12], 'graphite', { round: 0.015 })
    m.box([0.14, 0.1, 0.02], [1.2, 1.26, 1.17], 'glow')
    m.rod([1.3, 0.62, -0.6], [1.75, 0.62, -0.6], 0.06, 'red', 14)
  })
  m.lathe(
    [
      [0.32, 0],
      [0.32, 0.1],
      [0.26, 0.13],
    ],
    [-0.9, 2.28, 0.4],
    'slate',
  )
})
