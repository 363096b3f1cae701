import { area, contains, type Point, signedArea } from '#shared/place/ring.ts'

export type Polygon = readonly (readonly Point[])[]

/**
 * The outline of polygons that lie side by side, as the ground surfaces of a building do: an edge that two of them
 * share, once in each direction, is inside and falls away; what is left runs around. This needs no clipping library
 * and holds wherever the pieces meet exactly (to a centimetre); for pieces that overlap it finds nothing.
 */
export function outlineOf(polygons: readonly Polygon[]): Polygon[] | undefined {
  const points = new Map<string, Point>()
  const rings = polygons.flatMap((polygon) => polygon.map((ring, i) => keysOf(oriented(ring, i === 0), points)))
  const left = cancel(rings.flatMap((ring) => splitEdges(ring, points)))
  const chained = chain(left, points)
  return chained && nest(chained.map(straightened).filter((ring) => ring.length > 2))
}

/** Every edge is held against every corner, which takes long for a palace. */
const MOST_CORNERS = 3000

const keyOf = ([x, y]: Point) => `${Math.round(x * 100)},${Math.round(y * 100)}`

function oriented(ring: readonly Point[], isOuter: boolean): readonly Point[] {
  return signedArea(ring) > 0 === isOuter ? ring : ring.toReversed()
}

function keysOf(ring: readonly Point[], points: Map<string, Point>): string[] {
  const keys: string[] = []
  for (const point of ring) {
    const key = keyOf(point)
    if (!points.has(key)) points.set(key, point)
    if (keys.at(-1) !== key) keys.push(key)
  }
  if (keys.length > 1 && keys[0] === keys.at(-1)) keys.pop()
  return keys
}

type Edge = [from: string, to: string]

/** Where a corner of one piece lies on the edge of another, the edge is two. */
function splitEdges(ring: string[], points: Map<string, Point>): Edge[] {
  return ring.flatMap((from, i) => {
    const to = ring[(i + 1) % ring.length] as string
    const [a, b] = [points.get(from) as Point, points.get(to) as Point]
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    const along: [number, string][] = []
    for (const [key, point] of points.size > MOST_CORNERS ? [] : points) {
      if (key === from || key === to) continue
      const at = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length
      const aside = ((point[0] - a[0]) * (b[1] - a[1]) - (point[1] - a[1]) * (b[0] - a[0])) / length
      if (at > 0 && at < length && Math.abs(aside) < 0.01) along.push([at, key])
    }
    const stops = [from, ...along.sort((p, q) => p[0] - q[0]).map(([, key]) => key), to]
    return stops.slice(1).map((stop, n): Edge => [stops[n] as string, stop])
  })
}

function cancel(edges: Edge[]): Edge[] {
  const kept = new Map<string, Edge>()
  for (const [from, to] of edges) if (!kept.delete(`${to} ${from}`)) kept.set(`${from} ${to}`, [from, to])
  return [...kept.values()]
}

/** Undefined where an edge has no edge to go on with. */
function chain(edges: Edge[], points: Map<string, Point>): Point[][] | undefined {
  const onward = new Map<string, string[]>()
  for (const [from, to] of edges) onward.set(from, [...(onward.get(from) ?? []), to])
  const rings: Point[][] = []
  for (const [start] of edges) {
    if (!onward.get(start)?.length) continue
    const keys = [start]
    let before: string | undefined
    for (let at = start; ; ) {
      const ways = onward.get(at) ?? []
      const to = leftmost(before, at, ways, points)
      if (to === undefined) return undefined
      ways.splice(ways.indexOf(to), 1)
      if (to === start) break
      keys.push(to)
      before = at
      at = to
    }
    rings.push(keys.map((key) => points.get(key) as Point))
  }
  return rings
}

/** The inside is to the left: where two pieces touch in a corner, keeping left keeps them apart. */
function leftmost(before: string | undefined, at: string, ways: string[], points: Map<string, Point>) {
  if (before === undefined || ways.length < 2) return ways[0]
  const [a, b] = [points.get(before) as Point, points.get(at) as Point]
  const turn = (key: string) => {
    const c = points.get(key) as Point
    const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]]
    return Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy)
  }
  return ways.toSorted((p, q) => turn(q) - turn(p))[0]
}

/** Without the corners that are none: seen from the last that was kept, so that a round tower stays round. */
function straightened(ring: Point[]): Point[] {
  const kept: Point[] = []
  for (const [i, point] of ring.entries()) {
    const [a, b] = [kept.at(-1) ?? (ring.at(-1) as Point), ring[(i + 1) % ring.length] as Point]
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    const twice = (point[0] - a[0]) * (b[1] - a[1]) - (point[1] - a[1]) * (b[0] - a[0])
    if (length < 0.001 || Math.abs(twice) / length > 0.001) kept.push(point)
  }
  return kept
}

/** Outlines, the largest first, each with the holes within it. */
function nest(rings: Point[][]): Polygon[] {
  const outer = rings.filter((ring) => signedArea(ring) > 0).sort((a, b) => area(b) - area(a))
  const holes = rings.filter((ring) => signedArea(ring) < 0)
  const within = (hole: Point[], ring: Point[]) => contains(ring, hole[0] as Point)
  return outer.map((ring) => [ring, ...holes.filter((hole) => within(hole, ring))])
}
