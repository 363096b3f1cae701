import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.box([1.1, 2.2, 0.1], [0, 1.1, 0.05], 'slate', { round: 0.01 })
  m.box([0.94, 2.08, 0.05], [0, 1.05, 0.09], 'grey', { round: 0.006 })
  m.box([0.16, 0.7, 0.012], [0.2, 1.5, 0.115], 'glass')
  m.fine(() => {
    m.rod([-0.36, 0.98, 0.16], [0.36, 0.98, 0.16], 0.018, 'steel', 12)
    m.both(() => m.box([0.05, 0.09, 0.07], [0.36, 0.98, 0.14], 'iron', { round: 0.008 }))
    m.box([0.26, 0.07, 0.06], [-0.3, 2, 0.135], 'iron', { round: 0.008 })
    m.box([0.3, 0.02, 0.012], [-0.16, 2.06, 0.14], 'iron', { turn: [0, 0, 6] })
    m.box([0.14, 0.045, 0.03], [0.28, 2.12, 0.115], 'shell', { round: 0.006 })
    m.ball([0.32, 2.12, 0.13], 0.006, 'ledGreen', 8)
    m.box([0.2, 0.2, 0.004], [-0.2, 1.5, 0.116], 'green')
  })
})
