import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.box([0.13, 0.24, 0.035], [0, 0, 0.0175], 'graphite', { round: 0.012 })
  m.box([0.11, 0.15, 0.006], [0, 0.03, 0.0345], 'screen', { round: 0.002 })
  m.fine(() => {
    m.lathe(
      [
        [0.007, 0],
        [0.007, 0.003],
      ],
      [0, 0.092, 0.0365],
      'lens',
      { axis: 'z', sides: 16 },
    )
    m.box([0.05, 0.06, 0.002], [0, 0.03, 0.038], 'glow', { round: 0.0008 })
    m.lathe(
      [
        [0.022, 0],
        [0.022, 0.005],
        [0.019, 0.006],
      ],
      [0, -0.08, 0.033],
      'slate',
      { axis: 'z', sides: 24 },
    )
    m.ball([0.045, -0.08, 0.035], 0.004, 'ledGreen', 8)
  })
})
