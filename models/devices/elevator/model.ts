import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  // The landing door of the car, its frame and the call panel beside it.
  m.box([1.5, 2.4, 0.12], [0, 1.2, 0.06], 'stone', { round: 0.012 })
  m.box([1.1, 2.14, 0.05], [0, 1.075, 0.11], 'graphite')
  m.both(() => m.box([0.515, 2.08, 0.04], [0.262, 1.045, 0.13], 'steel', { round: 0.006 }))
  m.fine(() => {
    m.box([0.1, 0.26, 0.02], [0.65, 1.15, 0.122], 'graphite', { round: 0.006 })
    m.lathe(
      [
        [0.02, 0],
        [0.02, 0.006],
      ],
      [0.65, 1.2, 0.13],
      'glow',
      { axis: 'z', sides: 16 },
    )
    m.lathe(
      [
        [0.02, 0],
        [0.02, 0.006],
      ],
      [0.65, 1.12, 0.13],
      'steel',
      { axis: 'z', sides: 16 },
    )
    m.box([0.34, 0.12, 0.02], [0, 2.27, 0.122], 'screen', { round: 0.006 })
    m.front(
      [
        [-0.03, 2.25],
        [0.03, 2.25],
        [0, 2.3],
      ],
      [0.13, 0.136],
      'ledAmber',
    )
    m.box([1.08, 0.02, 0.1], [0, 0.01, 0.15], 'iron')
  })
})
