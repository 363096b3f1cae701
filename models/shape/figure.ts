import type { Maker } from './maker.ts'
import type { PaintName } from './palette.ts'

interface Dress {
  top: PaintName
  legs: PaintName
  feet: PaintName
  hands: PaintName
  vest?: PaintName
  /** Thick clothing. */
  broad?: number
  /** The arms are raised to hold something before the chest. */
  reach?: boolean
}

/** A standing person of 1.75 m, simple and upright; faces have no features, because nobody in particular is meant. */
export function figure(m: Maker, { top, legs, feet, hands, vest, broad = 1, reach = false }: Dress): void {
  m.both(() => {
    m.fine(() => m.box([0.095, 0.09, 0.25], [0.1, 0.045, 0.035], feet, { round: 0.03 }))
    m.loft(
      [
        [m.lean ? 0 : 0.07, 0.062 * broad, 0.068 * broad],
        [0.45, 0.074 * broad, 0.082 * broad],
        [0.88, 0.09, 0.11],
      ],
      legs,
      { sides: m.lean ? 4 : 14, at: [0.1, 0, 0] },
    )
    const shoulder = [0.2 * broad, 1.36, 0] as const
    const elbow = reach ? ([0.25, 1.1, 0.02] as const) : ([0.245 * broad, 1.1, -0.01] as const)
    const hand = reach ? ([0.17, 1.07, 0.24] as const) : ([0.25 * broad, 0.85, 0.05] as const)
    if (m.lean) {
      m.rod(shoulder, hand, 0.05, top, 4)
      return
    }
    m.rod(shoulder, elbow, [0.058 * broad, 0.05 * broad], top, 12)
    m.rod(elbow, hand, [0.05 * broad, 0.04 * broad], top, 12)
    m.ball(shoulder, 0.0585 * broad, top, 12)
    m.ball(elbow, 0.0505 * broad, top, 12)
    m.ball([hand[0], hand[1] - (reach ? 0 : 0.03), hand[2] + (reach ? 0.03 : 0.01)], [0.04, 0.05, 0.045], hands, 12)
  })
  m.fine(() =>
    m.loft(
      [
        [0.8, 0.175, 0.118],
        [0.95, 0.165 * broad, 0.112 * broad],
      ],
      legs,
      { sides: m.lean ? 5 : 20 },
    ),
  )
  if (!vest || !m.lean)
    m.key(() =>
      m.loft(
        [
          [0.92, 0.163 * broad, 0.11 * broad],
          [1.08, 0.158 * broad, 0.108 * broad],
          [1.3, 0.19 * broad, 0.122 * broad],
          [1.4, 0.178 * broad, 0.108 * broad],
          [1.46, 0.075, 0.07],
        ],
        top,
        { sides: m.lean ? 5 : 20 },
      ),
    )
  if (vest)
    m.key(() =>
      m.loft(
        [
          [0.96, 0.174, 0.122],
          [1.08, 0.17, 0.12],
          [1.3, 0.196, 0.134],
          [1.405, 0.17, 0.116],
          [1.45, 0.09, 0.08],
        ],
        vest,
        { sides: m.lean ? 5 : 20 },
      ),
    )
  m.fine(() => m.rod([0, 1.42, 0], [0, 1.56, 0.005], 0.05, 'skin', 12))
  m.key(() => m.ball([0, 1.63, 0.012], [0.088, 0.118, 0.1], 'skin', 18))
  m.fine(() => m.ball([0, 1.655, -0.008], [0.094, 0.104, 0.102], 'hair', 18))
}

/** A cap with a peak. */
export function cap(m: Maker, paint: PaintName): void {
  m.loft(
    [
      [1.66, 0.104, 0.118],
      [1.71, 0.102, 0.115],
      [1.76, 0.07, 0.08],
      [1.775, 0.02, 0.025],
    ],
    paint,
    { sides: 20, square: 2.2 },
  )
  m.top(
    [
      [-0.08, 0.08],
      [0.08, 0.08],
      [0.07, 0.17],
      [0.03, 0.2],
      [-0.03, 0.2],
      [-0.07, 0.17],
    ],
    [1.662, 1.676],
    paint,
  )
}
