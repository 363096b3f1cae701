import type { LonLat } from '#shared/place/geodesy.ts'
import { metresPerDegree } from '#shared/place/geodesy.ts'
import type { Point } from '#shared/place/ring.ts'
import type { Ring } from '../../cim/geometry.ts'

/** Eight digits are a millimetre on the ground; more of them only fill the disk. */
export const toEight = (degrees: number) => Math.round(degrees * 1e8) / 1e8

/** A ring of degrees in metres around a point near it. */
export function inMetres(ring: Ring, { lon, lat }: LonLat): Point[] {
  const metres = metresPerDegree(lat)
  return ring.map((point) => [(point[0] - lon) * metres.lon, (point[1] - lat) * metres.lat] as const)
}
