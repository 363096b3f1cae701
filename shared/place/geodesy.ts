/**
 * Positions on the ellipsoid and in space. The ellipsoids of CGCS2000 and WGS 84 differ by a tenth of a millimetre
 * at the poles, so one serves both.
 */
export interface LonLat {
  lon: number
  lat: number
}

export interface Geodetic extends LonLat {
  /** Metres above the ellipsoid. */
  height: number
}

/** Metres from the earth's center: x to longitude 0, y to 90 east, z to the north pole. */
export interface Ecef {
  x: number
  y: number
  z: number
}

export interface Enu {
  east: number
  north: number
  up: number
}

export const SEMI_MAJOR = 6_378_137
export const FLATTENING = 1 / 298.257223563
export const SEMI_MINOR = SEMI_MAJOR * (1 - FLATTENING)
const E2 = FLATTENING * (2 - FLATTENING)
const SECOND_E2 = E2 / (1 - E2)

export const radians = (degrees: number) => (degrees * Math.PI) / 180
export const degrees = (angle: number) => (angle * 180) / Math.PI

/** How far one degree goes here: what a flat plan around a point is scaled with. */
export function metresPerDegree(lat: number): { lon: number; lat: number } {
  const sin = Math.sin(radians(lat))
  const w = 1 - E2 * sin * sin
  const primeVertical = SEMI_MAJOR / Math.sqrt(w)
  return { lon: radians(primeVertical * Math.cos(radians(lat))), lat: radians((primeVertical * (1 - E2)) / w) }
}

export function toEcef({ lon, lat, height }: Geodetic): Ecef {
  const [sin, cos] = [Math.sin(radians(lat)), Math.cos(radians(lat))]
  const primeVertical = SEMI_MAJOR / Math.sqrt(1 - E2 * sin * sin)
  return {
    x: (primeVertical + height) * cos * Math.cos(radians(lon)),
    y: (primeVertical + height) * cos * Math.sin(radians(lon)),
    z: (primeVertical * (1 - E2) + height) * sin,
  }
}

/** Bowring's formula, repeated: three rounds leave less than a nanometre from the deep sea to the satellites. */
export function fromEcef({ x, y, z }: Ecef): Geodetic {
  const p = Math.hypot(x, y)
  let reduced = Math.atan2(z * SEMI_MAJOR, p * SEMI_MINOR)
  let lat = 0
  for (let round = 0; round < 3; round++) {
    const [sin, cos] = [Math.sin(reduced), Math.cos(reduced)]
    lat = Math.atan2(z + SECOND_E2 * SEMI_MINOR * sin ** 3, p - E2 * SEMI_MAJOR * cos ** 3)
    reduced = Math.atan2((1 - FLATTENING) * Math.sin(lat), Math.cos(lat))
  }
  const [sin, cos] = [Math.sin(lat), Math.cos(lat)]
  // This form of the height holds at the poles as well as on the equator.
  const height = p * cos + z * sin - SEMI_MAJOR * Math.sqrt(1 - E2 * sin * sin)
  return { lon: degrees(Math.atan2(y, x)), lat: degrees(lat), height }
}

export interface Frame {
  toLocal(place: Geodetic): Enu
  fromLocal(local: Enu): Geodetic
  /** Column by column, as scene graphs want it: takes east, north, up to earth-centered metres. */
  matrix: number[]
}

/** The plane that touches the ellipsoid at a point: exact, so the earth curves away below it (8 cm in 1 km). */
export function frameAt(origin: Geodetic): Frame {
  const center = toEcef(origin)
  const [sinLon, cosLon] = [Math.sin(radians(origin.lon)), Math.cos(radians(origin.lon))]
  const [sinLat, cosLat] = [Math.sin(radians(origin.lat)), Math.cos(radians(origin.lat))]
  return {
    toLocal(place) {
      const { x, y, z } = toEcef(place)
      const [dx, dy, dz] = [x - center.x, y - center.y, z - center.z]
      const outward = cosLon * dx + sinLon * dy
      return {
        east: cosLon * dy - sinLon * dx,
        north: cosLat * dz - sinLat * outward,
        up: cosLat * outward + sinLat * dz,
      }
    },
    fromLocal({ east, north, up }) {
      const outward = cosLat * up - sinLat * north
      return fromEcef({
        x: center.x + cosLon * outward - sinLon * east,
        y: center.y + sinLon * outward + cosLon * east,
        z: center.z + cosLat * north + sinLat * up,
      })
    },
    // biome-ignore format: a matrix reads as a matrix
    matrix: [
      -sinLon, cosLon, 0, 0,
      -sinLat * cosLon, -sinLat * sinLon, cosLat, 0,
      cosLat * cosLon, cosLat * sinLon, sinLat, 0,
      center.x, center.y, center.z, 1,
    ],
  }
}
