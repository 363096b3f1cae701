import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.lathe(
    [
      [0.06, 0],
      [0.06, 0.01],
      [0.056, 0.03],
      [0.044, 0.04],
    ],
    [0, 0, 0],
    'white',
    { axis: '-y', sides: 32 },
  )
  m.fine(() => {
    m.lathe(
      [
        [0.0595, 0.014],
        [0.0605, 0.016],
        [0.0605, 0.02],
        [0.0575, 0.022],
      ],
      [0, 0, 0],
      'teal',
      { axis: '-y', sides: 32 },
    )
    m.around(
      3,
      (i) =>
        i > 0 &&
        m.around(5, (k) =>
          m.at([0, 0, 0], () => m.box([0.012, 0.003, 0.003], [0, -0.0395, 0.018 + i * 0.007], 'graphite'), [
            0,
            k * 0,
            0,
          ]),
        ),
    )
  })
  // One large button: whoever lives here can test it with a broom.
  m.lathe(
    [
      [0.015, 0.038],
      [0.015, 0.044],
      [0.012, 0.046],
    ],
    [0, 0, 0],
    'teal',
    { axis: '-y', sides: 20 },
  )
  m.fine(() => m.ball([0.026, -0.04, 0.02], 0.003, 'ledGreen', 8))
})
