import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  // A dry-type transformer in its enclosure: three coils on the core, seen through the mesh.
  m.box([1.9, 0.12, 1.1], [0, 0.06, 0], 'concrete', { round: 0.01 })
  m.both(() => m.box([1.8, 0.14, 0.16], [0, 0.19, 0.3], 'iron', { round: 0.01 }))
  m.box([1.6, 0.2, 0.36], [0, 0.36, 0], 'graphite', { round: 0.02 })
  m.box([1.6, 0.2, 0.36], [0, 1.56, 0], 'graphite', { round: 0.02 })
  for (const x of [-0.52, 0, 0.52]) {
    m.lathe(
      [
        [0.2, 0.44],
        [0.2, 1.5],
      ],
      [x, 0, 0],
      'graphite',
      { sides: 16 },
    )
    m.lathe(
      [
        [0.22, 0.5],
        [0.24, 0.53],
        [0.24, 1.4],
        [0.22, 1.43],
      ],
      [x, 0, 0],
      'brick',
      { sides: 28 },
    )
  }
  m.fine(() => {
    for (const x of [-0.52, 0, 0.52]) {
      m.lathe(
        [
          [0.246, 0],
          [0.252, 0.02],
          [0.252, 0.06],
          [0.246, 0.08],
        ],
        [x, 0.92, 0],
        'deepRed',
        { sides: 28 },
      )
      m.rod([x, 1.4, 0.2], [x, 1.78, 0.24], 0.022, 'copper', 10)
      m.lathe(
        [
          [0.05, 1.62],
          [0.03, 1.65],
          [0.05, 1.68],
          [0.03, 1.71],
          [0.05, 1.74],
        ],
        [x, 0, 0.235],
        'shell',
        { sides: 14 },
      )
    }
    m.rod([-0.66, 1.78, 0.24], [0.66, 1.78, 0.24], 0.02, 'copper', 8)
    m.both(() => m.rod([0.82, 0.3, 0.28], [0.82, 1.7, 0.28], 0.025, 'iron', 8))
    m.box([0.26, 0.34, 0.1], [0.82, 1.15, 0.33], 'shell', { round: 0.012 })
    m.box([0.18, 0.1, 0.012], [0.82, 1.22, 0.38], 'glow')
    m.front(
      [
        [0.72, 0.98],
        [0.92, 0.98],
        [0.82, 1.12],
      ],
      [0.378, 0.386],
      'yellow',
    )
  })
})
