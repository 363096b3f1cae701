import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.rod([-0.16, 0, 0.06], [0.16, 0, 0.06], 0.016, 'copper', 16)
  m.both(() => m.box([0.024, 0.03, 0.062], [0.14, 0, 0.03], 'iron'))
  m.fine(() =>
    m.both(() =>
      m.lathe(
        [
          [0.026, -0.012],
          [0.026, 0.012],
        ],
        [0.085, 0, 0.06],
        'copper',
        { axis: 'x', sides: 6 },
      ),
    ),
  )
  m.lathe(
    [
      [0.045, 0],
      [0.05, 0.02],
      [0.05, 0.055],
      [0.044, 0.06],
    ],
    [0, 0, 0.04],
    'blue',
    { axis: 'z', sides: 32 },
  )
  m.lathe(
    [
      [0.04, 0],
      [0.04, 0.005],
    ],
    [0, 0, 0.098],
    'white',
    { axis: 'z', sides: 32 },
  )
  m.fine(() => {
    m.box([0.045, 0.014, 0.003], [0, 0.012, 0.104], 'charcoal')
    m.lathe(
      [
        [0.008, 0],
        [0.008, 0.002],
      ],
      [-0.014, -0.014, 0.103],
      'red',
      { axis: 'z', sides: 14 },
    )
    m.lathe(
      [
        [0.008, 0],
        [0.008, 0.002],
      ],
      [0.014, -0.014, 0.103],
      'graphite',
      { axis: 'z', sides: 14 },
    )
  })
})
