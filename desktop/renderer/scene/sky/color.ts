import type { Rgb } from './light.ts'

/** Linear parts of a CSS colour `#rrggbb`. */
export function linear(hex: string): Rgb {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

export function css([r, g, b]: Rgb, alpha = 1): string {
  const part = (value: number) => {
    const kept = Math.min(1, Math.max(0, value))
    return Math.round(255 * (kept <= 0.0031308 ? kept * 12.92 : 1.055 * kept ** (1 / 2.4) - 0.055))
  }
  const parts = `${part(r)} ${part(g)} ${part(b)}`
  return alpha === 1 ? `rgb(${parts})` : `rgb(${parts} / ${Math.round(alpha * 1000) / 1000})`
}

export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]
}

export function scaled([r, g, b]: Rgb, by: number): Rgb {
  return [r * by, g * by, b * by]
}

export function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/**
 * What must go into the engines' tone mapping (Khronos PBR Neutral, below its shoulder) for this to come out: fog is
 * mixed in before it, the backdrop is painted without it, and the two must not be told apart.
 */
export function beforeToneMapping(shown: Rgb): Rgb {
  const least = Math.min(...shown)
  const before = least < 0.04 ? Math.sqrt(least / 6.25) : least + 0.04
  const lift = before - least
  return [shown[0] + lift, shown[1] + lift, shown[2] + lift]
}
