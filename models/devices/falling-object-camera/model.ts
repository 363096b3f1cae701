import { deviceModel } from '../../shape/model.ts'
import { bulletCamera } from '../../shape/pieces.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  // Low on the ground and looking up along the facade.
  m.lathe(
    [
      [0.16, 0],
      [0.16, 0.03],
      [0.12, 0.05],
    ],
    [0, 0, 0],
    'slate',
  )
  m.rod([0, 0.04, 0], [0, 0.55, 0], 0.035, 'slate', 14)
  m.at([0, 0.6, 0], () => bulletCamera(m), [-58, 0, 0])
  m.fine(() => m.box([0.16, 0.2, 0.1], [0, 0.28, 0.05], 'grey', { round: 0.012 }))
})
