import type { Enu } from '#shared/place/geodesy.ts'

/** Where a thing is whose position nobody knows. */
export const NOWHERE: Enu = { east: Number.NaN, north: Number.NaN, up: Number.NaN }

export function isSomewhere({ east, north, up }: Enu): boolean {
  return Number.isFinite(east + north + up)
}
