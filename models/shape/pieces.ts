import type { Maker } from './maker.ts'

/** A round pole on a flange, standing at the origin. */
export function cameraPole(m: Maker, height: number): void {
  m.lathe(
    [
      [0.15, 0],
      [0.15, 0.025],
      [0.075, 0.05],
    ],
    [0, 0, 0],
    'slate',
    { sides: 20 },
  )
  m.rod([0, 0.03, 0], [0, height, 0], [0.06, 0.042], 'slate', 16)
  m.fine(() =>
    m.lathe(
      [
        [0.052, 0],
        [0.05, 0.02],
        [0.02, 0.035],
      ],
      [0, height - 0.005, 0],
      'graphite',
      { sides: 16 },
    ),
  )
}

/** A bullet camera whose bracket starts at the origin; it looks to +Z. */
export function bulletCamera(m: Maker): void {
  m.rod([0, 0, 0.02], [0, 0.02, 0.16], 0.022, 'slate', 10)
  m.box([0.12, 0.12, 0.3], [0, 0.07, 0.24], 'shell', { round: 0.03 })
  m.box([0.15, 0.02, 0.38], [0, 0.14, 0.26], 'white', { round: 0.008 })
  m.lathe(
    [
      [0.05, 0],
      [0.05, 0.02],
      [0.044, 0.024],
    ],
    [0, 0.07, 0.38],
    'graphite',
    { axis: 'z', sides: 20 },
  )
  m.fine(() =>
    m.lathe(
      [
        [0.032, 0],
        [0.02, 0.008],
        [0.006, 0.011],
      ],
      [0, 0.07, 0.402],
      'lens',
      { axis: 'z', sides: 20 },
    ),
  )
}

/** A pair of wheels: tyre and rim, flush with the body's side at `x`. */
export function wheel(m: Maker, x: number, z: number, r: number): void {
  const w = r * 0.62
  if (m.lean) {
    // Both tyres of an axle as one roll: from afar only their rims show.
    m.rod([-x - 0.02, r, z], [x + 0.02, r, z], r, 'rubber', 6)
    return
  }
  m.both(() => {
    m.lathe(
      [
        [r * 0.94, -w],
        [r, -w * 0.9],
        [r, -w * 0.05],
        [r * 0.94, w * 0.06],
      ],
      [x, r, z],
      'rubber',
      { axis: 'x', sides: 16 },
    )
    m.lathe(
      [
        [r * 0.62, 0],
        [r * 0.6, w * 0.1],
        [r * 0.3, w * 0.14],
      ],
      [x, r, z],
      'grey',
      { axis: 'x', sides: 16 },
    )
    m.lathe(
      [
        [r * 0.16, w * 0.02],
        [r * 0.14, w * 0.2],
      ],
      [x, r, z],
      'graphite',
      { axis: 'x', sides: 10 },
    )
    // The dark of the arch above the tyre.
    m.lathe(
      [
        [r * 1.12, -w * 0.96],
        [r * 1.12, w * 0.03],
      ],
      [x, r * 1.14, z],
      'charcoal',
      { axis: 'x', sides: 16 },
    )
  })
}
