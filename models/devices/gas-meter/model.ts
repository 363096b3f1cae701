import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.box([0.2, 0.2, 0.14], [0, -0.02, 0.09], 'grey', { round: 0.04 })
  m.fine(() => m.box([0.206, 0.012, 0.146], [0, 0.01, 0.09], 'slate', { round: 0.005 }))
  m.box([0.12, 0.07, 0.03], [0, 0.035, 0.16], 'white', { round: 0.008 })
  m.both(() => m.rod([0.06, 0.06, 0.09], [0.06, 0.2, 0.09], 0.016, 'yellow', 14))
  m.box([0.16, 0.1, 0.03], [0, -0.02, 0.014], 'iron')
  m.fine(() => {
    m.box([0.08, 0.022, 0.004], [0, 0.044, 0.175], 'charcoal')
    m.both(() =>
      m.lathe(
        [
          [0.026, 0],
          [0.026, 0.02],
        ],
        [0.06, 0.085, 0.09],
        'iron',
        { sides: 6 },
      ),
    )
    m.ball([0.045, 0.015, 0.174], 0.003, 'ledBlue', 8)
    m.box([0.012, 0.05, 0.012], [-0.06, 0.15, 0.112], 'yellow', { turn: [0, 0, 90] })
  })
})
