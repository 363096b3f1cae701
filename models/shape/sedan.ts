import type { Maker } from './maker.ts'
import type { PaintName } from './palette.ts'
import { wheel } from './pieces.ts'

/** A passenger car of 4.5 m; what makes it a police car is laid over it. */
export function sedan(m: Maker, paint: PaintName): void {
  m.side(
    [
      [-2.18, 0.34],
      [-2.22, 0.72],
      [-2.1, 0.93],
      [-1.3, 0.98],
      [0.85, 0.96],
      [1.85, 0.83],
      [2.18, 0.68],
      [2.25, 0.42],
      [2.14, 0.28],
      [-2.08, 0.28],
    ],
    [-0.9, 0.9],
    paint,
    0.06,
  )
  m.loft(
    [
      [0.9, 0.86, 1.5, -0.28],
      [1.2, 0.77, 1.17, -0.34],
      [1.43, 0.66, 0.86, -0.38],
    ],
    'glass',
    { square: 6, sides: m.lean ? 4 : 28 },
  )
  m.loft(
    [
      [1.4, 0.685, 0.92, -0.38],
      [1.45, 0.66, 0.86, -0.38],
      [1.48, 0.55, 0.68, -0.38],
    ],
    paint,
    { square: 6, sides: m.lean ? 4 : 28 },
  )
  m.fine(() => {
    m.both(() => {
      m.box([0.06, 0.56, 0.09], [0.765, 1.18, -0.42], paint, { turn: [0, 0, 18.5] })
      m.box([0.34, 0.1, 0.08], [0.66, 0.72, 2.13], 'headlight', { round: 0.03, turn: [12, 0, 0] })
      m.box([0.36, 0.11, 0.05], [0.66, 0.78, -2.18], 'deepRed', { round: 0.02 })
      m.box([0.16, 0.1, 0.1], [0.94, 1.02, 0.6], paint, { round: 0.035 })
      for (const z of [-0.85, 0.15]) m.box([0.02, 0.025, 0.16], [0.905, 0.86, z], 'grey', { round: 0.006 })
    })
    m.box([0.8, 0.14, 0.06], [0, 0.56, 2.2], 'charcoal', { round: 0.02 })
    m.box([0.46, 0.12, 0.02], [0, 0.52, -2.2], 'white', { round: 0.004 })
  })
  for (const z of [-1.36, 1.36]) wheel(m, 0.9, z, 0.33)
}
