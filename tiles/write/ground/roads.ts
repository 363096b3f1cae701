import type { LonLat } from '../../cim/geometry.ts'
import type { RoadEdge, Roads } from '../../cim/roads.ts'
import type { Mesh } from '../mesh.ts'
import type { Plan, Point } from '../plan.ts'
import { addDisc, addStrip, direction, lengthOf, piece } from './strips.ts'

export interface Way {
  edge: RoadEdge
  line: Point[]
  /** How many ways meet at its ends: at a crossing markings stop. */
  ends: [number, number]
  /** Half of the widest road at its ends. */
  reach: [number, number]
}

/** Every piece of road as a line in metres. */
export function waysOf(roads: Roads, plan: Plan): Way[] {
  const nodes = new Map(roads.nodes.map((node) => [node.id, node.at]))
  const meeting = new Map<string, RoadEdge[]>()
  for (const edge of roads.edges)
    for (const end of [edge.from, edge.to]) meeting.set(end, [...(meeting.get(end) ?? []), edge])
  const ways: Way[] = []
  for (const edge of roads.edges) {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)]
    if (!from || !to) continue
    const points: LonLat[] = [from, ...(edge.via ?? []), to]
    const { point } = plan.near(from)
    // Only what is driven on breaks the markings: a footpath that joins a street does not.
    const reach = (end: string) =>
      Math.max(
        0,
        ...(meeting.get(end) ?? []).filter((one) => one !== edge && one.lanes > 1).map(({ width }) => width / 2),
      )
    const count = (end: string) => (meeting.get(end) ?? []).filter(({ lanes }) => lanes > 1).length
    ways.push({
      edge,
      line: points.map((at) => point(at)),
      ends: [count(edge.from), count(edge.to)],
      reach: [reach(edge.from), reach(edge.to)],
    })
  }
  return ways
}

const PAVEMENT = 3.2

export function addRoads(mesh: Mesh, ways: readonly Way[]): void {
  for (const { edge, line } of ways) {
    const isStreet = edge.lanes > 1
    const sheet = edge.class === 'path' ? 'path' : isStreet ? 'road' : 'lane'
    if (isStreet) addStrip(mesh, line, edge.width + 2 * PAVEMENT, 'pavement')
    addStrip(mesh, line, edge.width, sheet)
    for (const end of [line[0], line.at(-1)] as Point[]) {
      if (isStreet) addDisc(mesh, end, edge.width / 2 + PAVEMENT, 'pavement')
      addDisc(mesh, end, edge.width / 2, sheet)
    }
  }
}

/** Lines between lanes, along the sides, and across where people cross: seen from near. */
export function addMarkings(mesh: Mesh, ways: readonly Way[]): void {
  for (const { edge, line, ends, reach } of ways) {
    if (edge.lanes < 2) continue
    const start = ends[0] > 2 ? reach[0] + 7 : 0
    const stop = lengthOf(line) - (ends[1] > 2 ? reach[1] + 7 : 0)
    if (stop - start < 8) continue
    const wide = edge.lanes > 2
    const lane = edge.width / edge.lanes
    if (wide)
      for (const off of [-0.15, 0.15])
        addStrip(mesh, aside(piece(line, start, stop), off), 0.12, 'marking', 0, '#c9a850')
    for (let n = 1; n < edge.lanes; n++) {
      const off = n * lane - edge.width / 2
      if (wide && Math.abs(off) < 0.1) continue
      for (let at = start; at + 4 < stop; at += 10) addStrip(mesh, aside(piece(line, at, at + 4), off), 0.14, 'marking')
    }
    for (const side of [-1, 1])
      addStrip(mesh, aside(piece(line, start, stop), side * (edge.width / 2 - 0.35)), 0.14, 'marking')
    if (ends[0] > 2) addZebra(mesh, piece(line, start - 5.5, start - 1.5), edge.width)
    if (ends[1] > 2) addZebra(mesh, piece(line, stop + 1.5, stop + 5.5), edge.width)
  }
}

function addZebra(mesh: Mesh, line: Point[], width: number): void {
  if (line.length < 2) return
  for (let off = -width / 2 + 0.8; off < width / 2 - 0.5; off += 1.2) addStrip(mesh, aside(line, off), 0.5, 'marking')
}

/** The same line so many metres to its left. */
export function aside(line: readonly Point[], off: number): Point[] {
  return line.map((point, i) => {
    const [dx, dy] = direction(line[Math.max(0, i - 1)] as Point, line[Math.min(line.length - 1, i + 1)] as Point)
    return [point[0] - dy * off, point[1] + dx * off]
  })
}
