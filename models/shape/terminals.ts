import type { Maker } from './maker.ts'
import type { PaintName } from './palette.ts'

/** Worn before the chest: a screen, a key to call for help, a short antenna. */
export function handset(m: Maker, paint: PaintName): void {
  m.box([0.046, 0.072, 0.018], [0, 0, 0.009], 'graphite', { round: 0.006 })
  m.box([0.036, 0.034, 0.003], [0, 0.012, 0.0185], 'screen', { round: 0.001 })
  m.box([0.03, 0.012, 0.004], [0, -0.02, 0.0185], paint, { round: 0.0015 })
  m.rod([0.015, 0.03, 0.009], [0.015, 0.058, 0.009], 0.0035, 'charcoal', 10)
  m.fine(() => {
    m.lathe(
      [
        [0.005, 0],
        [0.005, 0.003],
        [0.003, 0.004],
      ],
      [-0.014, 0.036, 0.009],
      'red',
      { sides: 16 },
    )
    m.ball([0.016, 0.031, 0.018], 0.0018, 'ledGreen', 8)
    m.box([0.014, 0.04, 0.006], [0, 0, -0.003], 'charcoal', { round: 0.002 })
  })
}

/** Behind the windscreen: a flat box with its lamps, and the receiver upon it. */
export function carTerminal(m: Maker, paint: PaintName): void {
  m.box([0.092, 0.024, 0.064], [0, 0.012, 0], 'graphite', { round: 0.005 })
  m.box([0.07, 0.004, 0.018], [0, 0.025, 0.016], paint, { round: 0.0015 })
  m.lathe(
    [
      [0.016, 0],
      [0.016, 0.006],
      [0.01, 0.009],
    ],
    [0.02, 0.0235, -0.014],
    'charcoal',
    { sides: 24 },
  )
  m.fine(() => {
    for (const [i, lamp] of (['ledGreen', 'ledBlue'] as const).entries())
      m.ball([-0.034 + i * 0.01, 0.012, 0.032], 0.0022, lamp, 8)
    m.box([0.03, 0.008, 0.004], [0.016, 0.012, 0.0315], 'screen', { round: 0.001 })
  })
}
