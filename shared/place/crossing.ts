import { edges, openRing, type Point, type Ring } from './ring.ts'

/** Two edges that meet where a simple outline has none; an edge is known by the point that it starts with. */
export interface Crossing {
  edges: [number, number]
  near: Point
}

interface Edge {
  index: number
  from: Point
  to: Point
  low: number
  high: number
}

/**
 * The first place where a ring crosses, touches or folds back on itself; undefined for a simple ring. Indices
 * count the points of `openRing(ring)`. Edges are compared along x in order, so a long outline of many short
 * edges stays cheap.
 */
export function selfCrossing(ring: Ring): Crossing | undefined {
  const points = openRing(ring)
  const all: Edge[] = [...edges(points)].map(([from, to], index) => ({
    index,
    from,
    to,
    low: Math.min(from[0], to[0]),
    high: Math.max(from[0], to[0]),
  }))
  all.sort((a, b) => a.low - b.low)
  let open: Edge[] = []
  for (const edge of all) {
    open = open.filter((other) => other.high >= edge.low)
    for (const other of open) {
      if (!meets(other, edge, points.length)) continue
      const pair: [number, number] = [Math.min(other.index, edge.index), Math.max(other.index, edge.index)]
      return { edges: pair, near: edge.from }
    }
    open.push(edge)
  }
  return undefined
}

function meets(a: Edge, b: Edge, count: number): boolean {
  if ((a.index + 1) % count === b.index) return foldsBack(a.from, a.to, b.to)
  if ((b.index + 1) % count === a.index) return foldsBack(b.from, b.to, a.to)
  const [a1, a2] = [side(b.from, b.to, a.from), side(b.from, b.to, a.to)]
  const [b1, b2] = [side(a.from, a.to, b.from), side(a.from, a.to, b.to)]
  if (a1 !== a2 && b1 !== b2 && a1 * a2 <= 0 && b1 * b2 <= 0) return true
  return (
    (a1 === 0 && spans(b, a.from)) ||
    (a2 === 0 && spans(b, a.to)) ||
    (b1 === 0 && spans(a, b.from)) ||
    (b2 === 0 && spans(a, b.to))
  )
}

/** -1, 0 or 1: on which side of the line a point lies. */
function side(from: Point, to: Point, point: Point): number {
  return Math.sign((to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]))
}

function foldsBack(from: Point, corner: Point, to: Point): boolean {
  const ahead = (corner[0] - from[0]) * (to[0] - corner[0]) + (corner[1] - from[1]) * (to[1] - corner[1])
  return ahead < 0 && side(from, corner, to) === 0
}

/** Of a point on the line through an edge: does it lie between the ends? */
function spans({ from, to }: Edge, point: Point): boolean {
  return between(from[0], point[0], to[0]) && between(from[1], point[1], to[1])
}

const between = (a: number, value: number, b: number) => Math.min(a, b) <= value && value <= Math.max(a, b)
