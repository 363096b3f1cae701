export type Shade = [r: number, g: number, b: number]

const known = new Map<string, Shade>()

/** A colour as vertices bear it: linear, 0 to 255, lighter or darker by a factor. */
export function shade(hex: string, by = 1): Shade {
  let base = known.get(hex)
  if (!base) {
    base = [1, 3, 5].map((at) => {
      const v = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4) * 255
    }) as Shade
    known.set(hex, base)
  }
  return [clamp(base[0] * by), clamp(base[1] * by), clamp(base[2] * by)]
}

const clamp = (value: number) => (value > 255 ? 255 : Math.round(value))
