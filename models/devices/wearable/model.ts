import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.box([0.034, 0.04, 0.012], [0, 0, 0.03], 'graphite', { round: 0.006 })
  m.box([0.026, 0.031, 0.003], [0, 0, 0.0358], 'screen', { round: 0.001 })
  m.fine(() =>
    m.front(
      [
        [-0.008, 0],
        [-0.003, 0],
        [0, 0.006],
        [0.003, -0.006],
        [0.005, 0],
        [0.009, 0],
        [0.009, 0.0012],
        [0.0042, 0.0012],
        [0.003, -0.002],
        [0, 0.009],
        [-0.0036, 0.0012],
        [-0.008, 0.0012],
      ],
      [0.037, 0.0378],
      'ledGreen',
    ),
  )
  // The strap goes around the wrist, which lies along X.
  const steps = m.lean ? 5 : 14
  const wrist = (i: number) => {
    const turn = ((38 + (284 * i) / steps) * Math.PI) / 180
    return { y: Math.sin(turn) * 0.03, z: Math.cos(turn) * 0.026 }
  }
  for (let i = 0; i < steps; i++) {
    const [a, b] = [wrist(i), wrist(i + 1)]
    const [dy, dz] = [b.y - a.y, b.z - a.z]
    m.box([0.02, Math.hypot(dy, dz) + 0.001, 0.0035], [0, (a.y + b.y) / 2, (a.z + b.z) / 2], 'teal', {
      round: 0.0008,
      turn: [(Math.atan2(dz, dy) * 180) / Math.PI, 0, 0],
    })
  }
})
