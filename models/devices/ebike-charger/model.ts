import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.box([0.5, 0.06, 0.32], [0, 0.03, 0], 'concrete', { round: 0.01 })
  m.box([0.4, 1.4, 0.2], [0, 0.74, 0], 'shell', { round: 0.025 })
  m.box([0.402, 0.1, 0.202], [0, 1.32, 0], 'green')
  m.box([0.28, 0.2, 0.014], [0, 1.08, 0.1], 'screen', { round: 0.004 })
  m.fine(() => {
    m.box([0.2, 0.06, 0.004], [0, 1.1, 0.108], 'glow')
    for (const y of [0.82, 0.62, 0.42])
      m.both(() => {
        m.box([0.12, 0.13, 0.02], [0.09, y, 0.1], 'graphite', { round: 0.006 })
        m.lathe(
          [
            [0.024, 0],
            [0.024, 0.006],
          ],
          [0.09, y, 0.108],
          'charcoal',
          { axis: 'z', sides: 16 },
        )
        m.ball([0.13, y + 0.045, 0.11], 0.006, 'ledGreen', 8)
      })
    m.tube(
      [
        [0.09, 0.82, 0.11],
        [0.1, 0.8, 0.17],
        [0.12, 0.6, 0.2],
        [0.12, 0.3, 0.18],
        [0.16, 0.12, 0.14],
      ],
      0.009,
      'rubber',
      8,
    )
  })
})
