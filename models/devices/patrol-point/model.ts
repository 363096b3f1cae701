import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.lathe(
    [
      [0.045, 0],
      [0.045, 0.006],
      [0.04, 0.014],
      [0.026, 0.018],
    ],
    [0, 0, 0],
    'blue',
    { axis: 'z', sides: 28 },
  )
  m.lathe(
    [
      [0.018, 0.016],
      [0.018, 0.024],
      [0.015, 0.026],
    ],
    [0, 0, 0],
    'steel',
    { axis: 'z', sides: 24 },
  )
  m.fine(() =>
    m.around(1, () => {
      for (const x of [-0.033, 0.033])
        m.lathe(
          [
            [0.004, 0.014],
            [0.004, 0.0185],
          ],
          [x, 0, 0],
          'iron',
          { axis: 'z', sides: 8 },
        )
    }),
  )
})
