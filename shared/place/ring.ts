import { frameAt } from './geodesy.ts'

/**
 * Closed outlines in a plane. The last point is joined to the first; repeating the first at the end, as GeoJSON
 * does, changes nothing. Degrees serve for all but `area` and `perimeter`: for those there is `groundArea`.
 */
export type Point = readonly [x: number, y: number]
export type Ring = readonly Point[]

/** Without a repeated first point, and without points that repeat the one before. */
export function openRing(ring: Ring): Point[] {
  const kept = ring.filter((point, i) => i === 0 || !same(point, at(ring, i - 1)))
  while (kept.length > 1 && same(at(kept, 0), at(kept, kept.length - 1))) kept.pop()
  return kept
}

/** Positive when the ring runs counter-clockwise. */
export function signedArea(ring: Ring): number {
  // Relative to the first point: a footprint of 10 m at an easting of 38,500,000 would lose its digits otherwise.
  const [x0, y0] = ring[0] ?? [0, 0]
  let twice = 0
  for (const [a, b] of edges(ring)) twice += (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0)
  return twice / 2
}

export function area(ring: Ring): number {
  return Math.abs(signedArea(ring))
}

export function isCounterClockwise(ring: Ring): boolean {
  return signedArea(ring) > 0
}

/** Points in counter-clockwise order, as outlines are wanted by GeoJSON and by whoever extrudes them. */
export function counterClockwise(ring: Ring): Point[] {
  return isCounterClockwise(ring) ? [...ring] : ring.toReversed()
}

export function perimeter(ring: Ring): number {
  let sum = 0
  for (const [a, b] of edges(ring)) sum += Math.hypot(b[0] - a[0], b[1] - a[1])
  return sum
}

/** The center of gravity; of a ring without area, the mean of its points. */
export function centroid(ring: Ring): Point {
  const points = openRing(ring)
  const [x0, y0] = points[0] ?? [Number.NaN, Number.NaN]
  let [x, y, twice] = [0, 0, 0]
  for (const [a, b] of edges(points)) {
    const cross = (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0)
    x += (a[0] + b[0] - 2 * x0) * cross
    y += (a[1] + b[1] - 2 * y0) * cross
    twice += cross
  }
  if (twice !== 0) return [x0 + x / (3 * twice), y0 + y / (3 * twice)]
  const mean = (axis: 0 | 1, from: number) => from + points.reduce((sum, p) => sum + p[axis] - from, 0) / points.length
  return [mean(0, x0), mean(1, y0)]
}

/** By crossings of a ray. Points on the outline may fall on either side, but to one of two neighbours exactly. */
export function contains(ring: Ring, [x, y]: Point): boolean {
  let inside = false
  for (const [a, b] of edges(ring)) {
    if (a[1] > y === b[1] > y) continue
    // Always from the lower end, so that both rings beside a shared edge compute the same number.
    const [low, high] = a[1] < b[1] ? [a, b] : [b, a]
    if (x < low[0] + ((y - low[1]) / (high[1] - low[1])) * (high[0] - low[0])) inside = !inside
  }
  return inside
}

/** Square metres of a ring of degrees, within some parts in a million up to 10 km across. */
export function groundArea(ring: Ring, height = 0): number {
  const [lon, lat] = centroid(ring)
  const frame = frameAt({ lon, lat, height })
  return area(
    ring.map(([pointLon, pointLat]): Point => {
      const { east, north } = frame.toLocal({ lon: pointLon, lat: pointLat, height })
      return [east, north]
    }),
  )
}

export function* edges(ring: Ring): Generator<[Point, Point]> {
  for (let i = 0; i < ring.length; i++) yield [at(ring, i), at(ring, (i + 1) % ring.length)]
}

function at(ring: Ring, index: number): Point {
  const point = ring[index]
  if (!point) throw new RangeError(`no point ${index} in a ring of ${ring.length}`)
  return point
}

const same = (a: Point, b: Point) => a[0] === b[0] && a[1] === b[1]
