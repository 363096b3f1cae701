import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.box([0.2, 0.28, 0.09], [0, 0, 0.045], 'shell', { round: 0.01 })
  m.box([0.15, 0.09, 0.012], [0, 0.07, 0.088], 'screen', { round: 0.003 })
  m.fine(() => {
    m.box([0.1, 0.03, 0.004], [-0.012, 0.075, 0.0945], 'glow')
    for (const [i, x] of [-0.05, 0, 0.05].entries())
      m.lathe(
        [
          [0.012, 0],
          [0.012, 0.008],
          [0.009, 0.01],
        ],
        [x, -0.02, 0.088],
        i === 0 ? 'deepRed' : 'graphite',
        { axis: 'z', sides: 16 },
      )
    m.ball([0.07, -0.06, 0.09], 0.005, 'ledGreen', 8)
  })
  // The current transformer that the mains pass through.
  m.lathe(
    [
      [0.05, 0],
      [0.05, 0.03],
    ],
    [0, -0.08, 0.075],
    'graphite',
    { axis: 'z', sides: 28 },
  )
  m.fine(() => {
    m.lathe(
      [
        [0.026, 0],
        [0.026, 0.006],
      ],
      [0, -0.08, 0.104],
      'charcoal',
      { axis: 'z', sides: 20 },
    )
    m.lathe(
      [
        [0.008, 0],
        [0.008, 0.03],
      ],
      [-0.009, -0.08, 0.1],
      'orange',
      { axis: 'z', sides: 10 },
    )
    m.lathe(
      [
        [0.008, 0],
        [0.008, 0.03],
      ],
      [0.01, -0.08, 0.1],
      'blue',
      { axis: 'z', sides: 10 },
    )
  })
})
