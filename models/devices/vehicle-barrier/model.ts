import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.box([0.5, 0.06, 0.42], [0, 0.03, 0], 'concrete', { round: 0.01 })
  m.box([0.36, 1, 0.3], [0, 0.55, 0], 'slate', { round: 0.03 })
  m.box([0.4, 0.05, 0.34], [0, 1.06, 0], 'graphite', { round: 0.015 })
  m.lathe(
    [
      [0.09, 0],
      [0.09, 0.07],
    ],
    [0, 0.92, 0.14],
    'iron',
    { axis: 'z', sides: 20 },
  )
  for (let i = 0; i < 6; i++)
    m.box([0.56, 0.1, 0.045], [0.15 + i * 0.54, 0.92, 0.22], i % 2 ? 'red' : 'white', { round: m.lean ? 0 : 0.008 })
  m.fine(() => {
    m.box([0.24, 0.3, 0.02], [0, 0.52, 0.15], 'graphite', { round: 0.006 })
    m.ball([0, 1.1, 0], [0.05, 0.06, 0.05], 'ledAmber', 16)
    m.rod([3.1, 0, 0.22], [3.1, 0.8, 0.22], 0.03, 'slate', 12)
    m.box([0.12, 0.1, 0.14], [3.1, 0.82, 0.22], 'graphite', { round: 0.015 })
  })
})
