import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  // A staff in the sump with the pressure probe at its foot and the sender above the highest water.
  m.box([0.3, 0.03, 0.3], [0, 0.015, 0], 'concrete', { round: 0.006 })
  m.box([0.12, 1.2, 0.02], [0, 0.62, 0], 'white', { round: 0.004 })
  m.fine(() => {
    for (let i = 0; i < 11; i++)
      m.box(
        [i % 5 === 0 ? 0.07 : 0.035, 0.02, 0.004],
        [i % 5 === 0 ? 0.015 : 0.032, 0.12 + i * 0.1, 0.011],
        i > 7 ? 'red' : 'navy',
      )
    m.tube(
      [
        [-0.09, 1.2, 0.03],
        [-0.09, 0.7, 0.03],
        [-0.09, 0.16, 0.03],
      ],
      0.008,
      'rubber',
      8,
    )
  })
  m.rod([-0.09, 0.05, 0.03], [-0.09, 0.18, 0.03], 0.022, 'steel', 16)
  m.box([0.2, 0.16, 0.1], [0, 1.24, 0.03], 'slate', { round: 0.015 })
  m.fine(() => {
    m.rod([0.07, 1.3, 0.03], [0.07, 1.46, 0.03], 0.006, 'rubber', 8)
    m.ball([-0.06, 1.27, 0.08], 0.006, 'ledBlue', 8)
  })
})
