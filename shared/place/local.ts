import { metresPerDegree } from './geodesy.ts'

/**
 * Metres east and north of a point on a flat plan: true along both axes at the origin, centimetres off at 1 km.
 * Enough to lay out a community; what has to be exact uses `frameAt`.
 */
export interface Local {
  east: number
  north: number
}

export function toDegrees(origin: { lon: number; lat: number }, { east, north }: Local): [lon: number, lat: number] {
  const metres = metresPerDegree(origin.lat)
  return [origin.lon + east / metres.lon, origin.lat + north / metres.lat]
}

export function toLocal(origin: { lon: number; lat: number }, lon: number, lat: number): Local {
  const metres = metresPerDegree(origin.lat)
  return { east: (lon - origin.lon) * metres.lon, north: (lat - origin.lat) * metres.lat }
}
