import { toLocal } from '#shared/place/local.ts'
import type { LonLat } from '../cim/geometry.ts'
import type { Ground, Wall } from '../cim/ground.ts'
import type { Placed } from './buildings.ts'
import { Claims } from './claims.ts'
import { CENTER, type Spot } from './frame.ts'
import type { NetLine } from './net.ts'

export const spotOf = ([lon, lat]: LonLat): Spot => toLocal(CENTER, lon, lat)

/** Where no tree can be planted: houses, ways, water, courts. */
export function claimGround(
  placed: readonly Placed[],
  lines: readonly NetLine[],
  grounds: readonly Ground[],
  walls: readonly Wall[],
): Claims {
  const claims = new Claims()
  for (const { footprint } of placed) claims.ring(footprint, 3.6)
  for (const { points, width } of lines) claims.line(points, width / 2 + 1)
  for (const { kind, ring } of grounds.slice(1)) if (kind !== 'grass') claims.ring(ring.map(spotOf), 1)
  for (const { line } of walls) claims.line(line.map(spotOf), 1.2)
  return claims
}

/** Where nothing can be put: on what is driven or walked on, in houses, walls, water. */
export function claimSolid(
  placed: readonly Placed[],
  lines: readonly NetLine[],
  grounds: readonly Ground[],
  walls: readonly Wall[],
): Claims {
  const claims = new Claims()
  for (const { footprint } of placed) claims.ring(footprint, 0.8)
  for (const { points, width } of lines) claims.line(points, Math.max(0.2, width / 2 - 0.1))
  for (const { kind, ring } of grounds) if (kind === 'water' || kind === 'parking') claims.ring(ring.map(spotOf), 0.4)
  for (const { line } of walls) claims.line(line.map(spotOf), 0.5)
  return claims
}
