import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.lathe(
    [
      [0.055, 0],
      [0.055, 0.012],
      [0.05, 0.016],
    ],
    [0, 0, 0],
    'shell',
    { axis: '-y', sides: 32 },
  )
  m.lathe(
    [
      [0.046, 0.015],
      [0.04, 0.026],
      [0.016, 0.032],
    ],
    [0, 0, 0],
    'shell',
    { axis: '-y', sides: 32 },
  )
  m.lathe(
    [
      [0.006, 0.03],
      [0.006, 0.062],
      [0.003, 0.066],
    ],
    [0, 0, 0],
    'copper',
    { axis: '-y', sides: 12 },
  )
  m.fine(() => {
    // The cage around the sensing element tells it from a smoke detector.
    m.around(6, () =>
      m.tube(
        [
          [0, -0.028, 0.024],
          [0, -0.056, 0.022],
          [0, -0.072, 0.006],
        ],
        0.002,
        'shell',
        6,
      ),
    )
    m.lathe(
      [
        [0.009, 0.07],
        [0.009, 0.074],
      ],
      [0, 0, 0],
      'shell',
      { axis: '-y', sides: 12 },
    )
    m.ball([0.034, -0.026, 0.014], 0.004, 'ledRed', 8)
  })
})
