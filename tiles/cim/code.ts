import { encodeBeidou } from '#shared/place/beidou.ts'
import { encodeBeidouHeight, joinBeidou } from '#shared/place/beidou-height.ts'
import type { Position } from '#shared/place/position.ts'

/** What a level of the grid is as wide as: a building's court, a person's arms. */
export const CODE_LEVELS = { area: 5, building: 7, object: 8 } as const

/** The Beidou code of a position in the plane. */
export function gridCode({ lon, lat }: { lon: number; lat: number }, level: number = CODE_LEVELS.object): string {
  return encodeBeidou({ lon, lat }, level)
}

/** With its height: `datum` is the community's ground above the ellipsoid. */
export function spatialCode(position: Position, datum: number, level: number = CODE_LEVELS.object): string {
  return joinBeidou(encodeBeidou(position, level), encodeBeidouHeight(position.height + datum, level))
}
