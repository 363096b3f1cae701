/** How a surface takes the light. Lights shine by themselves at night. */
export type Finish = 'matte' | 'satin' | 'metal' | 'glass' | 'light'

interface Paint {
  color: string
  finish: Finish
  /** A light that is seen from afar: the lean variant keeps it shining. */
  far?: true
}

const matte = (color: string): Paint => ({ color, finish: 'matte' })
const satin = (color: string): Paint => ({ color, finish: 'satin' })
const metal = (color: string): Paint => ({ color, finish: 'metal' })
const glass = (color: string): Paint => ({ color, finish: 'glass' })
const light = (color: string): Paint => ({ color, finish: 'light' })

/**
 * All colours there are: few, dusk-toned, so that everything stands together. Red belongs to fire fighting;
 * the colours of the alarm grades are not in here on purpose.
 */
export const palette = {
  shell: satin('#dedbd2'),
  white: matte('#e9e6de'),
  grey: satin('#a9adae'),
  slate: satin('#6f7980'),
  graphite: satin('#474f57'),
  charcoal: matte('#2b3036'),
  rubber: matte('#25272a'),
  steel: metal('#98a1a7'),
  iron: metal('#626b72'),
  concrete: matte('#a9a59b'),
  stone: matte('#c4beb1'),
  brick: matte('#9b6f5b'),
  red: satin('#b0413a'),
  deepRed: satin('#86322e'),
  orange: satin('#c47c46'),
  yellow: satin('#d3b057'),
  reflect: matte('#d8d9c2'),
  lime: matte('#b9c25f'),
  sand: matte('#c6b490'),
  wood: matte('#96734f'),
  darkWood: matte('#6d5440'),
  trunk: matte('#75634f'),
  paleTrunk: matte('#97897a'),
  leafDeep: matte('#4b6650'),
  leaf: matte('#637f59'),
  leafLight: matte('#869a63'),
  gold: matte('#c2a355'),
  green: satin('#50806a'),
  teal: satin('#4a7f82'),
  blue: satin('#47698a'),
  navy: matte('#33445a'),
  sky: matte('#8ba9bd'),
  copper: metal('#a5734f'),
  skin: matte('#d2a98a'),
  hair: matte('#38312d'),
  glass: glass('#34454f'),
  screen: glass('#1f2b33'),
  lens: glass('#1a2026'),
  lampWarm: { ...light('#ffdca3'), far: true },
  ledGreen: light('#69c58f'),
  ledRed: light('#d9574d'),
  ledBlue: light('#6aa6d8'),
  ledAmber: light('#e3ad55'),
  glow: light('#8fbccb'),
  headlight: light('#f4ecd6'),
  beaconRed: { ...light('#d24a42'), far: true },
  beaconBlue: { ...light('#4d87cf'), far: true },
} satisfies Record<string, Paint>

export type PaintName = keyof typeof palette

/** Linear red, green and blue, as glTF wants them. */
export function linear(hex: string): [number, number, number] {
  return [1, 3, 5].map((at) => {
    const v = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
}
