type Tone = readonly [r: number, g: number, b: number, covers: number]

/**
 * From few to many: one hue whose brightness rises by even steps, so that no eye needs to tell colours apart. Its dark
 * rim is seen on ground by day, its bright middle by night, and no grade of an alarm has this hue.
 */
const TONES: readonly Tone[] = [
  [84, 36, 128, 0],
  [104, 48, 152, 130],
  [146, 76, 196, 175],
  [192, 122, 230, 205],
  [248, 220, 255, 235],
]

/** The tone of a share of the most that there can be, 0 to 1. */
export function toneOf(share: number): Tone {
  const at = Math.min(1, Math.max(0, share)) * (TONES.length - 1)
  const from = Math.min(TONES.length - 2, Math.floor(at))
  const [a, b] = [TONES[from] as Tone, TONES[from + 1] as Tone]
  const mix = (part: 0 | 1 | 2 | 3) => Math.round(a[part] + (b[part] - a[part]) * (at - from))
  return [mix(0), mix(1), mix(2), mix(3)]
}

/** The same for the legend, from left to right. */
export const heatRamp: readonly string[] = TONES.slice(1).map(([r, g, b]) => `rgb(${r} ${g} ${b})`)
