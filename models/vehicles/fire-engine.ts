import { model } from '../shape/model.ts'
import { wheel } from '../shape/pieces.ts'

export default model('vehicle', 'fire-engine', '消防车', 'Fire engine', (m) => {
  // Cab, pump and locker body, ladder on the roof.
  m.side(
    [
      [2.05, 0.55],
      [2.05, 2.85],
      [2.15, 2.95],
      [3.75, 2.95],
      [4, 2.75],
      [4.15, 1.7],
      [4.15, 0.6],
      [4.05, 0.5],
      [2.15, 0.5],
    ],
    [-1.22, 1.22],
    'red',
    0.07,
  )
  m.box([2.44, 2.1, 5.9], [0, 1.95, -1], 'red', { round: 0.05 })
  m.box([2.2, 0.3, 7.9], [0, 0.72, -0.05], 'charcoal')
  m.box([2.14, 0.86, 0.04], [0, 2.24, 4.1], 'glass', { turn: [-8, 0, 0], round: 0.01 })
  m.both(() => {
    m.side(
      [
        [2.35, 1.85],
        [2.35, 2.66],
        [3.66, 2.66],
        [3.86, 1.85],
      ],
      [1.21, 1.235],
      'glass',
    )
    m.box([0.02, 0.13, 7.9], [1.225, 1.32, 0], 'white')
  })
  m.fine(() => {
    m.both(() => {
      // Roller shutters over the lockers.
      for (const z of [-3.2, -1.85, -0.5, 0.85]) m.box([0.03, 1.24, 1.14], [1.226, 2.12, z], 'steel', { round: 0.008 })
      for (const z of [-3.2, -1.85, -0.5, 0.85]) m.box([0.03, 0.04, 0.9], [1.236, 1.58, z], 'graphite')
      m.box([0.36, 0.2, 0.05], [0.88, 1.02, 4.15], 'headlight', { round: 0.03 })
      m.box([0.14, 0.4, 0.16], [1.36, 2.2, 3.95], 'charcoal', { round: 0.03 })
      m.box([0.2, 0.2, 0.04], [1, 1.2, -3.95], 'deepRed', { round: 0.02 })
    })
    m.box([1.3, 0.3, 0.04], [0, 1.28, 4.15], 'graphite', { round: 0.015 })
    m.box([2.1, 0.9, 0.03], [0, 1.9, -3.95], 'steel', { round: 0.01 })
    m.box([0.7, 0.06, 4.6], [0.1, 3.03, -1.4], 'iron')
  })
  m.box([2.5, 0.3, 0.22], [0, 0.66, 4.14], 'white', { round: 0.05 })
  m.both(() => m.box([0.07, 0.1, 5.2], [0.24, 3.1, -1.2], 'steel'))
  m.fine(() => {
    for (let z = -3.6; z < 1.3; z += 0.6) m.rod([-0.24, 3.1, z], [0.24, 3.1, z], 0.02, 'steel', 5)
    m.lathe(
      [
        [0.14, 3],
        [0.14, 3.14],
        [0.09, 3.2],
      ],
      [-0.75, 0, 1.2],
      'iron',
      { sides: 12 },
    )
    m.rod([-0.75, 3.2, 1.2], [-0.75, 3.34, 1.9], [0.07, 0.045], 'deepRed', 10)
  })
  m.box([1.7, 0.16, 0.3], [0, 3.02, 3.1], 'beaconRed', { round: 0.05 })
  for (const z of [-2.5, 2.95]) wheel(m, 1.2, z, 0.5)
})
