import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.box([0.09, 0.09, 0.045], [0, 0, 0.0225], 'red', { round: 0.008 })
  m.box([0.062, 0.052, 0.006], [0, -0.008, 0.0455], 'white', { round: 0.002 })
  m.fine(() => {
    m.lathe(
      [
        [0.011, 0],
        [0.011, 0.003],
      ],
      [0, -0.008, 0.0485],
      'graphite',
      { axis: 'z', sides: 20 },
    )
    m.both(() =>
      m.front(
        [
          [0.02, -0.008],
          [0.028, -0.014],
          [0.028, -0.002],
        ],
        [0.0475, 0.0505],
        'graphite',
      ),
    )
    m.box([0.05, 0.007, 0.003], [0, 0.032, 0.0455], 'white')
    m.ball([0.034, 0.032, 0.045], 0.003, 'ledRed', 8)
  })
})
