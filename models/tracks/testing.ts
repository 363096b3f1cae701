import { metresPerDegree } from '#shared/place/geodesy.ts'
import type { Fix } from './fixes.ts'

const origin = { lon: 114, lat: 22.5 }
const metres = metresPerDegree(origin.lat)

/** The longitude so many metres east of where tests take place. */
export function east(x: number): number {
  return origin.lon + x / metres.lon
}

export function fixAt(at: number, x: number, y = 0, height = 0): Fix {
  return { at, lon: east(x), lat: origin.lat + y / metres.lat, height }
}
