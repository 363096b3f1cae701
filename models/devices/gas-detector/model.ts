import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.box([0.085, 0.13, 0.035], [0, 0, 0.0175], 'shell', { round: 0.012 })
  m.lathe(
    [
      [0.026, 0],
      [0.026, 0.005],
      [0.022, 0.008],
    ],
    [0, 0.025, 0.033],
    'graphite',
    { axis: 'z', sides: 24 },
  )
  m.fine(() => {
    for (const x of [-0.012, -0.004, 0.004, 0.012]) m.box([0.003, 0.026, 0.004], [x, 0.025, 0.042], 'grey')
    m.box([0.05, 0.004, 0.003], [0, -0.045, 0.035], 'grey')
    m.ball([-0.018, -0.022, 0.035], 0.0035, 'ledGreen', 8)
    m.ball([0, -0.022, 0.035], 0.0035, 'ledAmber', 8)
    m.ball([0.018, -0.022, 0.035], 0.0035, 'ledRed', 8)
  })
})
