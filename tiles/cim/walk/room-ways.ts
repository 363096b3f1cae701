import { area, contains, signedArea } from '#shared/place/ring.ts'
import type { Outline, Xy } from '../geometry.ts'

export interface RoomWays {
  /** The doors in their order, a little inside; then the room's own point; then corners that one walks around. */
  points: Xy[]
  /** Pairs of points that see one another and are of use. */
  ways: [from: number, to: number][]
}

/** How far from a wall one walks, metres. */
export const CLEAR = 0.3

/**
 * All doors of a room joined with one another and with a point of the room itself. In a room of many corners they are
 * joined by way of those corners that lie on a shortest way.
 */
export function waysThrough(outline: Outline, doors: readonly Xy[]): RoomWays {
  const inner = doors.map((door) => stepInside(outline, door))
  const named = [...inner, middleOf(outline)]
  const straight = pairs(named.length)
  if (isConvex(outline)) return { points: named, ways: straight }
  const points = [...named, ...turns(outline)]
  const seen = pairs(points.length).filter(([a, b]) => sees(outline, points[a] as Xy, points[b] as Xy))
  const wanted = shortest(points, seen, named.length)
  const kept = [...new Set(wanted.flat())].filter((at) => at >= named.length)
  const place = (at: number) => (at < named.length ? at : named.length + kept.indexOf(at))
  return {
    points: [...named, ...kept.map((at) => points[at] as Xy)],
    ways: wanted.map(([a, b]) => [place(a), place(b)]),
  }
}

function pairs(count: number): [number, number][] {
  const all: [number, number][] = []
  for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) all.push([a, b])
  return all
}

/** From a point on a wall to one inside, at right angles to the wall. */
export function stepInside(outline: Outline, [x, y]: Xy, by = CLEAR): Xy {
  const turn = Math.sign(signedArea(outline))
  let best: { off: number; step: Xy } | undefined
  for (const [i, a] of outline.entries()) {
    const b = outline[(i + 1) % outline.length] as Xy
    const off = distanceTo(a, b, [x, y])
    if (best && off >= best.off) continue
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    best = { off, step: [(-turn * (b[1] - a[1]) * by) / length, (turn * (b[0] - a[0]) * by) / length] }
  }
  return best ? [x + best.step[0], y + best.step[1]] : [x, y]
}

function distanceTo(a: Xy, b: Xy, [x, y]: Xy): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const along = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - a[0] - along * dx, y - a[1] - along * dy)
}

/** The point of a room that is farthest from its walls, as good as a raster finds it. */
export function middleOf(outline: Outline): Xy {
  const xs = outline.map(([x]) => x)
  const ys = outline.map(([, y]) => y)
  const [x0, y0] = [Math.min(...xs), Math.min(...ys)]
  const [wide, deep] = [Math.max(...xs) - x0, Math.max(...ys) - y0]
  if (Math.abs(area(outline) - wide * deep) < 1e-6) return [x0 + wide / 2, y0 + deep / 2]
  let best: { clear: number; at: Xy } = { clear: -1, at: outline[0] as Xy }
  const steps = 12
  for (let i = 0; i < steps; i++)
    for (let j = 0; j < steps; j++) {
      const at: Xy = [x0 + ((i + 0.5) / steps) * wide, y0 + ((j + 0.5) / steps) * deep]
      const clear = clearance(outline, at, best.clear + 1e-6)
      if (clear !== undefined && contains(outline, at)) best = { clear, at }
    }
  return best.at
}

/** How far the nearest wall is; undefined when it is nearer than `least`. */
function clearance(outline: Outline, at: Xy, least: number): number | undefined {
  let clear = Number.POSITIVE_INFINITY
  for (let i = 0; i < outline.length; i++) {
    clear = Math.min(clear, distanceTo(outline[i] as Xy, outline[(i + 1) % outline.length] as Xy, at))
    if (clear < least) return undefined
  }
  return clear
}

function isConvex(outline: Outline): boolean {
  return turns(outline).length === 0
}

/** The corners that stand into a room, a little away from the wall. */
function turns(outline: Outline): Xy[] {
  const way = Math.sign(signedArea(outline))
  return outline.flatMap((at, i): Xy[] => {
    const before = outline.at(i - 1) as Xy
    const after = outline[(i + 1) % outline.length] as Xy
    const [a, b] = [unit(before, at), unit(at, after)]
    if ((a[0] * b[1] - a[1] * b[0]) * way > -1e-9) return []
    const away = unit([0, 0], [a[0] - b[0], a[1] - b[1]])
    return [[at[0] + away[0] * CLEAR * Math.SQRT2, at[1] + away[1] * CLEAR * Math.SQRT2]]
  })
}

function unit(from: Xy, to: Xy): Xy {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
}

/** Is the straight line between two points inside of the room? */
export function sees(outline: Outline, a: Xy, b: Xy): boolean {
  for (const [i, c] of outline.entries()) if (crosses(a, b, c, outline[(i + 1) % outline.length] as Xy)) return false
  return contains(outline, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])
}

export function crosses(a: Xy, b: Xy, c: Xy, d: Xy): boolean {
  const side = (p: Xy, q: Xy, r: Xy) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

/** The edges on shortest ways between the first `named` points (Floyd and Warshall, on a handful of points). */
function shortest(points: readonly Xy[], seen: readonly [number, number][], named: number): [number, number][] {
  const n = points.length
  const far = new Float64Array(n * n).fill(Number.POSITIVE_INFINITY)
  const via = new Int32Array(n * n).fill(-1)
  for (const [a, b] of seen) {
    const [p, q] = [points[a] as Xy, points[b] as Xy]
    far[a * n + b] = far[b * n + a] = Math.hypot(p[0] - q[0], p[1] - q[1])
  }
  for (let k = 0; k < n; k++)
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++) {
        const round = (far[a * n + k] as number) + (far[k * n + b] as number)
        if (a === b || round >= (far[a * n + b] as number) - 1e-9) continue
        far[a * n + b] = round
        via[a * n + b] = k
      }
  const used = new Map<string, [number, number]>()
  const walk = (a: number, b: number): void => {
    const k = via[a * n + b] as number
    if (k < 0) {
      if (Number.isFinite(far[a * n + b])) used.set(`${Math.min(a, b)} ${Math.max(a, b)}`, a < b ? [a, b] : [b, a])
      return
    }
    walk(a, k)
    walk(k, b)
  }
  for (const [a, b] of pairs(named)) walk(a, b)
  return [...used.values()]
}
