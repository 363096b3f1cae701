import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.box([0.16, 0.03, 0.12], [0, -0.015, 0], 'shell', { round: 0.01 })
  m.lathe(
    [
      [0.045, 0.025],
      [0.045, 0.036],
      [0.04, 0.04],
    ],
    [0, 0, 0],
    'graphite',
    { axis: '-y', sides: 28 },
  )
  m.ball([0, -0.036, 0], [0.033, 0.03, 0.033], 'lens', 20)
  m.fine(() => {
    m.both(() =>
      m.lathe(
        [
          [0.008, 0.028],
          [0.008, 0.032],
        ],
        [0.06, 0, 0.04],
        'slate',
        { axis: '-y', sides: 12 },
      ),
    )
    m.ball([0, -0.031, 0.05], 0.003, 'ledBlue', 8)
  })
})
