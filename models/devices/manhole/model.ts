import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.lathe(
    [
      [0.42, 0],
      [0.42, 0.02],
      [0.4, 0.024],
    ],
    [0, 0, 0],
    'concrete',
    { sides: 40 },
  )
  m.lathe(
    [
      [0.35, 0.01],
      [0.35, 0.034],
      [0.34, 0.038],
    ],
    [0, 0, 0],
    'iron',
    { sides: 40 },
  )
  m.fine(() => {
    m.around(12, () => m.box([0.03, 0.012, 0.09], [0, 0.038, 0.27], 'graphite', { round: 0.004 }))
    m.around(6, () => m.box([0.03, 0.012, 0.06], [0, 0.038, 0.16], 'graphite', { round: 0.004 }))
  })
  // The sender shows only as a disc flush with the cover.
  m.lathe(
    [
      [0.07, 0.03],
      [0.07, 0.044],
      [0.06, 0.048],
    ],
    [0, 0, 0],
    'blue',
    { sides: 24 },
  )
})
