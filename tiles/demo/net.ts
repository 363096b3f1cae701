import type { RoadEdge, Roads } from '../cim/roads.ts'
import { lonLat, type Spot } from './frame.ts'

/** A line that is walked or driven on, before it is cut where others cross it. */
export interface NetLine {
  id: string
  name?: string
  points: Spot[]
  width: number
  lanes: number
  class: RoadEdge['class']
  fireLane?: boolean
}

/** Points nearer than this are one, metres. */
const NEAR = 0.6

interface Cut {
  piece: number
  along: number
  node: number
}

/** Lines become a net: a node wherever two meet, an edge between each two nodes. */
export function netOf(lines: readonly NetLine[]): Roads {
  const nodes: Spot[] = []
  const cells = new Map<string, number[]>()
  const nodeAt = (spot: Spot): number => {
    const [x, y] = [Math.round(spot.east), Math.round(spot.north)]
    for (let i = x - 1; i <= x + 1; i++)
      for (let j = y - 1; j <= y + 1; j++)
        for (const n of cells.get(`${i} ${j}`) ?? []) if (apart(nodes[n] as Spot, spot) < NEAR) return n
    const key = `${x} ${y}`
    cells.set(key, [...(cells.get(key) ?? []), nodes.length])
    return nodes.push(spot) - 1
  }
  const cuts = lines.map((line): Cut[] => {
    const end = line.points.length - 2
    return [
      { piece: 0, along: 0, node: nodeAt(line.points[0] as Spot) },
      { piece: end, along: 1, node: nodeAt(line.points[end + 1] as Spot) },
    ]
  })
  const boxes = lines.map(({ points }) => boxOf(points))
  for (let a = 0; a < lines.length; a++)
    for (let b = a + 1; b < lines.length; b++) {
      if (!touches(boxes[a] as NetBox, boxes[b] as NetBox)) continue
      meet(lines[a] as NetLine, lines[b] as NetLine, (at, pieceA, alongA, pieceB, alongB) => {
        const node = nodeAt(at)
        cuts[a]?.push({ piece: pieceA, along: alongA, node })
        cuts[b]?.push({ piece: pieceB, along: alongB, node })
      })
    }
  const edges = lines.flatMap((line, i) => edgesOf(line, cuts[i] as Cut[]))
  return {
    nodes: nodes.map((spot, n) => ({ id: `n${n}`, at: lonLat(spot) })),
    edges,
    closures: [],
  }
}

function edgesOf(line: NetLine, cuts: Cut[]): RoadEdge[] {
  const order = cuts.sort((one, other) => one.piece - other.piece || one.along - other.along)
  const edges: RoadEdge[] = []
  for (const [i, to] of order.entries()) {
    const from = order[i - 1]
    if (!from || from.node === to.node) continue
    const via = line.points.slice(from.piece + 1, to.piece + 1).map(lonLat)
    const [first, ...others] = via
    edges.push({
      id: `${line.id}-${edges.length + 1}`,
      ...(line.name ? { name: line.name } : {}),
      from: `n${from.node}`,
      to: `n${to.node}`,
      ...(first ? { via: [first, ...others] as RoadEdge['via'] } : {}),
      width: line.width,
      lanes: line.lanes,
      class: line.class,
      oneWay: false,
      fireLane: line.fireLane ?? line.class !== 'path',
    })
  }
  return edges
}

const apart = (a: Spot, b: Spot) => Math.hypot(a.east - b.east, a.north - b.north)

type Found = (at: Spot, pieceA: number, alongA: number, pieceB: number, alongB: number) => void

/** Crossings, and ends that lie on the other line. */
function meet(a: NetLine, b: NetLine, found: Found): void {
  for (let i = 0; i + 1 < a.points.length; i++)
    for (let j = 0; j + 1 < b.points.length; j++) {
      const [p, q] = [a.points[i] as Spot, a.points[i + 1] as Spot]
      const [r, s] = [b.points[j] as Spot, b.points[j + 1] as Spot]
      const [ux, uy, vx, vy] = [q.east - p.east, q.north - p.north, s.east - r.east, s.north - r.north]
      const cross = ux * vy - uy * vx
      if (Math.abs(cross) < 1e-9) continue
      const [wx, wy] = [r.east - p.east, r.north - p.north]
      const t = (wx * vy - wy * vx) / cross
      const k = (wx * uy - wy * ux) / cross
      const [slackA, slackB] = [NEAR / Math.hypot(ux, uy), NEAR / Math.hypot(vx, vy)]
      if (t < -slackA || t > 1 + slackA || k < -slackB || k > 1 + slackB) continue
      const [alongA, alongB] = [Math.min(1, Math.max(0, t)), Math.min(1, Math.max(0, k))]
      found({ east: p.east + alongA * ux, north: p.north + alongA * uy }, i, alongA, j, alongB)
    }
}

type NetBox = ReturnType<typeof boxOf>

const touches = (a: NetBox, b: NetBox) =>
  a.east >= b.west && b.east >= a.west && a.north >= b.south && b.north >= a.south

function boxOf(points: readonly Spot[]) {
  const [easts, norths] = [points.map(({ east }) => east), points.map(({ north }) => north)]
  return {
    west: Math.min(...easts) - 1,
    east: Math.max(...easts) + 1,
    south: Math.min(...norths) - 1,
    north: Math.max(...norths) + 1,
  }
}
