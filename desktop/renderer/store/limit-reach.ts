import type { LimitLine } from '#models/limits.ts'

/** As far as an axis must go for a limit that is half reached to be seen; undefined: the lines alone decide. */
export function reach(min: number, max: number, limits: readonly LimitLine[]): { least?: number; most?: number } {
  const above = limits.filter(({ when, limit }) => when === 'above' && max > limit / 2).map(({ limit }) => limit * 1.08)
  const below = limits.filter(({ when, limit }) => when === 'below' && min < limit * 2).map(({ limit }) => limit * 0.92)
  const [most, least] = [Math.max(...above), Math.min(...below)]
  return { ...(most > max && above.length > 0 && { most }), ...(least < min && below.length > 0 && { least }) }
}
