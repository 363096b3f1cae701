import { contains, edges, type Point, type Ring } from '#shared/place/ring.ts'

const ACROSS = 32
/** Metres that a tree's crown is wide: what stands farther outside of a ring does not cover it. */
const REACH = 8

export interface Keep {
  cut?: Ring[]
  away?: Ring[]
}

/**
 * The point within a ring that is farthest from its outline, from the lines and points to keep away from, and not
 * within what is cut out of it. Undefined: there is none.
 */
export function roomiest(ring: Ring, { cut = [], away = [] }: Keep = {}): Point | undefined {
  const box = boxOf(ring)
  const lines = [ring, ...[...cut, ...away].filter((other) => isNear(box, boxOf(other)))]
  const holes = cut.filter((other) => isNear(box, boxOf(other)))
  let best: { point: Point; room: number } | undefined
  for (let i = 0.5; i < ACROSS; i++)
    for (let j = 0.5; j < ACROSS; j++) {
      const point: Point = [
        box.west + ((box.east - box.west) * i) / ACROSS,
        box.south + ((box.north - box.south) * j) / ACROSS,
      ]
      if (!contains(ring, point) || holes.some((hole) => contains(hole, point))) continue
      const room = Math.min(...lines.map((line) => distanceTo(line, point)))
      if (!best || room > best.room) best = { point, room }
    }
  return best?.point
}

function boxOf(ring: Ring) {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  return { west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys) }
}

type Box = ReturnType<typeof boxOf>

function isNear(a: Box, b: Box): boolean {
  const across = Math.max(a.west, b.west) - Math.min(a.east, b.east)
  const along = Math.max(a.south, b.south) - Math.min(a.north, b.north)
  return across < REACH && along < REACH
}

export function distanceTo(ring: Ring, [x, y]: Point): number {
  let least = Number.POSITIVE_INFINITY
  for (const [a, b] of edges(ring)) {
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    const along = dx || dy ? Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy))) : 0
    least = Math.min(least, Math.hypot(a[0] + dx * along - x, a[1] + dy * along - y))
  }
  return least
}
