import { deviceModel } from '../../shape/model.ts'
import { bulletCamera, cameraPole } from '../../shape/pieces.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  cameraPole(m, 4.5)
  m.rod([0, 4.3, 0], [0, 4.3, 0.55], 0.03, 'slate', 12)
  m.lathe(
    [
      [0.08, 0],
      [0.14, 0.05],
      [0.15, 0.16],
      [0.11, 0.18],
    ],
    [0, 4.1, 0.5],
    'shell',
    { sides: 28 },
  )
  m.ball([0, 4.1, 0.5], [0.115, 0.12, 0.115], 'lens', 20)
  m.fine(() => {
    m.rod([0, 4.26, 0.5], [0, 4.32, 0.5], 0.04, 'slate', 14)
  })
  m.at([0, 3.75, 0], () => bulletCamera(m), [8, 70, 0])
  m.at([0, 3.75, 0], () => bulletCamera(m), [8, -70, 0])
})
