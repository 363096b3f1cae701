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
  m.fine(() =>
    m.lathe(
      [
        [0.04, 0.014],
        [0.038, 0.034],
      ],
      [0, 0, 0],
      'graphite',
      { axis: '-y', sides: 32 },
    ),
  )
  m.lathe(
    [
      [0.046, 0.03],
      [0.044, 0.04],
      [0.03, 0.048],
    ],
    [0, 0, 0],
    'shell',
    { axis: '-y', sides: 32 },
  )
  m.fine(() => {
    m.around(16, () => m.box([0.004, 0.018, 0.006], [0, -0.024, 0.041], 'shell'))
    m.ball([0.026, -0.046, 0.018], 0.004, 'ledRed', 8)
  })
})
