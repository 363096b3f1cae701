import { degrees, fromEcef, metresPerDegree } from '#shared/place/geodesy.ts'
import type { Position } from '#shared/place/position.ts'
import { isRecord } from '../json/is-record.ts'
import { Refused } from '../refused.ts'
import { toEight } from '../shape/planar.ts'

/** Where a tileset lies, by the volume of its root: heights above the ellipsoid. */
export function middleOf(root: unknown): { center: Position; radius: number } {
  const { boundingVolume, transform } = isRecord(root) ? root : {}
  const volume = isRecord(boundingVolume) ? boundingVolume : {}
  const middle = ofRegion(numbers(volume.region, 6)) ?? ofSpace(volume, numbers(transform, 16) ?? IDENTITY)
  if (middle && Math.abs(middle.center.height) < 9000) return middle
  throw new Refused('tileset.place', {
    zh: '瓦片集没有地理位置（根瓦片的包围体不在地球表面）',
    en: 'the tileset has no place: the volume of its root does not lie on the earth',
  })
}

// biome-ignore format: a matrix reads as a matrix
const IDENTITY = [
  1, 0, 0, 0,
  0, 1, 0, 0,
  0, 0, 1, 0,
  0, 0, 0, 1,
]

function numbers(value: unknown, count: number): number[] | undefined {
  return Array.isArray(value) && value.length === count && value.every(Number.isFinite) ? value : undefined
}

function ofRegion(region: number[] | undefined) {
  if (!region) return undefined
  const [west = 0, south = 0, east = 0, north = 0, low = 0, high = 0] = region
  // Over the edge of the map the east is the smaller number.
  const width = east < west ? east + 2 * Math.PI - west : east - west
  const [lon, lat] = [degrees(west + width / 2), degrees((south + north) / 2)]
  const metres = metresPerDegree(lat)
  const radius = Math.hypot(degrees(width) * metres.lon, degrees(north - south) * metres.lat, high - low) / 2
  return { center: rounded(lon > 180 ? lon - 360 : lon, lat, (low + high) / 2), radius }
}

function ofSpace({ box, sphere }: Record<string, unknown>, m: number[]) {
  const [boxed, round] = [numbers(box, 12), numbers(sphere, 4)]
  const middle = (boxed ?? round)?.slice(0, 3)
  if (!middle) return undefined
  const axes = boxed ? [boxed.slice(3, 6), boxed.slice(6, 9), boxed.slice(9, 12)] : []
  const turn = ([x = 0, y = 0, z = 0]: number[]) =>
    [0, 1, 2].map((i) => (m[i] ?? 0) * x + (m[i + 4] ?? 0) * y + (m[i + 8] ?? 0) * z)
  const [x = 0, y = 0, z = 0] = turn(middle).map((value, i) => value + (m[12 + i] ?? 0))
  // In the middle of the earth there is neither longitude nor latitude.
  if (Math.hypot(x, y, z) < 6_000_000) return undefined
  const scale = Math.max(
    ...[
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ].map((axis) => Math.hypot(...turn(axis))),
  )
  const radius = round ? (round[3] ?? 0) * scale : Math.hypot(...axes.map((axis) => Math.hypot(...turn(axis))))
  const { lon, lat, height } = fromEcef({ x, y, z })
  return { center: rounded(lon, lat, height), radius }
}

const rounded = (lon: number, lat: number, height: number): Position => ({
  lon: toEight(lon),
  lat: toEight(lat),
  height: Math.round(height * 1000) / 1000,
})
