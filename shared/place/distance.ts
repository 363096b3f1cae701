import { degrees, FLATTENING, type LonLat, radians, SEMI_MAJOR, SEMI_MINOR } from './geodesy.ts'

interface Line {
  /** Metres along the ellipsoid. */
  distance: number
  /** Degrees clockwise from north, at the start; 0 when both points are one. */
  bearing: number
}

/**
 * The shortest line on the ellipsoid, by Vincenty's inverse formula: good to a tenth of a millimetre. Between
 * nearly opposite points it does not settle; there the great circle has to do, and nobody walks so far.
 */
export function lineBetween(from: LonLat, to: LonLat): Line {
  const lonDifference = radians(to.lon - from.lon)
  const [sinU1, cosU1] = reducedLatitude(from.lat)
  const [sinU2, cosU2] = reducedLatitude(to.lat)
  let lambda = lonDifference
  for (let round = 0; round < 100; round++) {
    const [sinLambda, cosLambda] = [Math.sin(lambda), Math.cos(lambda)]
    const across = cosU2 * sinLambda
    const along = cosU1 * sinU2 - sinU1 * cosU2 * cosLambda
    const sinSigma = Math.hypot(across, along)
    if (sinSigma === 0) return { distance: 0, bearing: 0 }
    const cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosLambda
    const sigma = Math.atan2(sinSigma, cosSigma)
    const sinAlpha = (cosU1 * cosU2 * sinLambda) / sinSigma
    const cosAlpha2 = 1 - sinAlpha * sinAlpha
    // On the equator there is no middle latitude, and the term vanishes.
    const middle = cosAlpha2 === 0 ? 0 : cosSigma - (2 * sinU1 * sinU2) / cosAlpha2
    const c = (FLATTENING / 16) * cosAlpha2 * (4 + FLATTENING * (4 - 3 * cosAlpha2))
    const bend = sigma + c * sinSigma * (middle + c * cosSigma * (2 * middle * middle - 1))
    const next = lonDifference + (1 - c) * FLATTENING * sinAlpha * bend
    if (Math.abs(next - lambda) > 1e-12) {
      lambda = next
      continue
    }
    const u2 = cosAlpha2 * ((SEMI_MAJOR / SEMI_MINOR) ** 2 - 1)
    const a = 1 + (u2 / 16384) * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)))
    const b = (u2 / 1024) * (256 + u2 * (-128 + u2 * (74 - 47 * u2)))
    const second = cosSigma * (2 * middle * middle - 1)
    const third = (b / 6) * middle * (4 * sinSigma * sinSigma - 3) * (4 * middle * middle - 3)
    const correction = b * sinSigma * (middle + (b / 4) * (second - third))
    return { distance: SEMI_MINOR * a * (sigma - correction), bearing: turn(Math.atan2(across, along)) }
  }
  return greatCircle(from, to)
}

export function distanceBetween(from: LonLat, to: LonLat): number {
  return lineBetween(from, to).distance
}

export function bearingBetween(from: LonLat, to: LonLat): number {
  return lineBetween(from, to).bearing
}

function reducedLatitude(lat: number): [sin: number, cos: number] {
  const angle = Math.atan2((1 - FLATTENING) * Math.sin(radians(lat)), Math.cos(radians(lat)))
  return [Math.sin(angle), Math.cos(angle)]
}

const turn = (angle: number) => (degrees(angle) + 360) % 360

const MEAN_RADIUS = (2 * SEMI_MAJOR + SEMI_MINOR) / 3

function greatCircle(from: LonLat, to: LonLat): Line {
  const lon = radians(to.lon - from.lon)
  const [lat1, lat2] = [radians(from.lat), radians(to.lat)]
  const across = Math.cos(lat2) * Math.sin(lon)
  const along = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(lon)
  const forward = Math.sin(lat1) * Math.sin(lat2) + Math.cos(lat1) * Math.cos(lat2) * Math.cos(lon)
  const distance = MEAN_RADIUS * Math.atan2(Math.hypot(across, along), forward)
  return { distance, bearing: turn(Math.atan2(across, along)) }
}
