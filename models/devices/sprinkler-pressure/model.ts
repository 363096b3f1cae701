import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.rod([0, -0.22, 0.05], [0, 0.22, 0.05], 0.02, 'red', 20)
  m.box([0.03, 0.03, 0.05], [0, 0.14, 0.025], 'iron')
  m.fine(() => m.box([0.03, 0.03, 0.05], [0, -0.14, 0.025], 'iron'))
  m.rod([0, 0, 0.04], [0, 0, 0.1], 0.014, 'copper', 12)
  m.lathe(
    [
      [0.055, 0],
      [0.055, 0.03],
      [0.05, 0.036],
    ],
    [0, 0, 0.095],
    'graphite',
    { axis: 'z', sides: 32 },
  )
  m.lathe(
    [
      [0.046, 0],
      [0.046, 0.004],
    ],
    [0, 0, 0.13],
    'white',
    { axis: 'z', sides: 32 },
  )
  m.fine(() => {
    m.box([0.004, 0.034, 0.003], [0.009, 0.012, 0.135], 'red', { turn: [0, 0, -40] })
    m.lathe(
      [
        [0.006, 0],
        [0.006, 0.006],
      ],
      [0, 0, 0.133],
      'charcoal',
      { axis: 'z', sides: 12 },
    )
    for (const y of [-0.08, 0.08])
      m.lathe(
        [
          [0.03, 0],
          [0.03, 0.02],
        ],
        [0, y - 0.01, 0.05],
        'deepRed',
        { sides: 20 },
      )
  })
})
