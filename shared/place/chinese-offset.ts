import { distanceBetween } from './distance.ts'
import type { LonLat } from './geodesy.ts'

/**
 * Chinese map services publish positions in GCJ-02, shifted by up to 700 m against WGS 84, and Baidu in BD-09,
 * shifted once more. The formulas are those found in every open converter; what is inside China is told by the
 * box those use, and outside of it nothing is shifted.
 */
export const offsetSystems = ['wgs84', 'gcj02', 'bd09'] as const
export type OffsetSystem = (typeof offsetSystems)[number]

/** Krasovsky 1940: the shift was made on that ellipsoid. */
const AXIS = 6_378_245
const E2 = 0.006693421622965943
const BAIDU_TURN = (Math.PI * 3000) / 180

const isInChina = ({ lon, lat }: LonLat) => lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271

const wave = (value: number, ...parts: [size: number, turn: number][]) =>
  (parts.reduce((sum, [size, turn]) => sum + size * Math.sin(value * turn), 0) * 2) / 3

export function wgs84ToGcj02(place: LonLat): LonLat {
  if (!isInChina(place)) return place
  const [x, y] = [place.lon - 105, place.lat - 35]
  const turn = Math.PI
  const ripple = wave(x, [20, 6 * turn], [20, 2 * turn])
  const root = Math.sqrt(Math.abs(x))
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    ripple +
    wave(y, [20, turn], [40, turn / 3]) +
    wave(y, [160, turn / 12], [320, turn / 30])
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    ripple +
    wave(x, [20, turn], [40, turn / 3]) +
    wave(x, [150, turn / 12], [300, turn / 30])
  const lat = (place.lat * turn) / 180
  const w = 1 - E2 * Math.sin(lat) ** 2
  return {
    lon: place.lon + (east * 180) / ((AXIS / Math.sqrt(w)) * Math.cos(lat) * turn),
    lat: place.lat + (north * 180) / (((AXIS * (1 - E2)) / (w * Math.sqrt(w))) * turn),
  }
}

export function gcj02ToWgs84(place: LonLat): LonLat {
  return isInChina(place) ? undo(wgs84ToGcj02, place) : place
}

export function gcj02ToBd09(place: LonLat): LonLat {
  if (!isInChina(place)) return place
  const radius = Math.hypot(place.lon, place.lat) + 0.00002 * Math.sin(place.lat * BAIDU_TURN)
  const angle = Math.atan2(place.lat, place.lon) + 0.000003 * Math.cos(place.lon * BAIDU_TURN)
  return { lon: radius * Math.cos(angle) + 0.0065, lat: radius * Math.sin(angle) + 0.006 }
}

export function bd09ToGcj02(place: LonLat): LonLat {
  return isInChina(place) ? undo(gcj02ToBd09, place) : place
}

export const wgs84ToBd09 = (place: LonLat) => gcj02ToBd09(wgs84ToGcj02(place))
export const bd09ToWgs84 = (place: LonLat) => gcj02ToWgs84(bd09ToGcj02(place))

/**
 * The shift changes slowly, so subtracting it again and again settles fast. The inverse formulas that go round
 * do it once, and are a metre off. Within the shift's length of the edge of the box there may be no answer at
 * all; then the last try stands.
 */
function undo(shift: (place: LonLat) => LonLat, shifted: LonLat): LonLat {
  let { lon, lat } = shifted
  for (let round = 0; round < 20; round++) {
    const there = shift({ lon, lat })
    const [dLon, dLat] = [there.lon - shifted.lon, there.lat - shifted.lat]
    lon -= dLon
    lat -= dLat
    if (Math.abs(dLon) + Math.abs(dLat) < 1e-12) break
  }
  return { lon, lat }
}

const toWgs84: Record<OffsetSystem, (place: LonLat) => LonLat> = {
  wgs84: (place) => place,
  gcj02: gcj02ToWgs84,
  bd09: bd09ToWgs84,
}

export function fromOffsetSystem(system: OffsetSystem, place: LonLat): LonLat {
  return toWgs84[system](place)
}

export interface Shift {
  /** Undefined when no system fits: the points are not these places, or the reference is worse than the shift. */
  system: OffsetSystem | undefined
  /** Metres left between the points and the reference, in the middle of them, if they were in that system. */
  residuals: Record<OffsetSystem, number>
}

/** In which system are `points`, whose true places, in the same order, are `reference` (WGS 84 or CGCS2000)? */
export function looksShifted(points: readonly LonLat[], reference: readonly LonLat[], tolerance = 50): Shift {
  const residual = (system: OffsetSystem) =>
    // The median: one wrongly paired point must not decide.
    median(
      points.flatMap((point, i) => {
        const truth = reference[i]
        return truth ? [distanceBetween(toWgs84[system](point), truth)] : []
      }),
    )
  const residuals = { wgs84: residual('wgs84'), gcj02: residual('gcj02'), bd09: residual('bd09') }
  const [best, second] = [...offsetSystems].sort((a, b) => residuals[a] - residuals[b])
  // Outside China all three are the same, and the plain one is meant.
  const clear = best && second && (residuals[best] < residuals[second] / 2 || best === 'wgs84')
  return { system: clear && residuals[best] <= tolerance ? best : undefined, residuals }
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY
}
