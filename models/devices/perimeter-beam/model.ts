import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.box([0.05, 0.24, 0.05], [0, 0, 0.025], 'slate', { round: 0.006 })
  m.loft(
    [
      [-0.2, 0.042, 0.045],
      [-0.18, 0.05, 0.055],
      [0.18, 0.05, 0.055],
      [0.2, 0.042, 0.045],
    ],
    'graphite',
    { square: 3.2, sides: 24, at: [0, 0, 0.1] },
  )
  m.fine(() => {
    for (const y of [-0.1, 0.1]) {
      m.lathe(
        [
          [0.034, 0],
          [0.034, 0.012],
          [0.028, 0.016],
        ],
        [0, y, 0.145],
        'iron',
        { axis: 'z', sides: 24 },
      )
      m.lathe(
        [
          [0.026, 0],
          [0.02, 0.006],
          [0.008, 0.009],
        ],
        [0, y, 0.16],
        'lens',
        { axis: 'z', sides: 24 },
      )
    }
    m.ball([0, 0, 0.155], 0.005, 'ledGreen', 8)
  })
})
