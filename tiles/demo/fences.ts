import type { Gate, Wall } from '../cim/ground.ts'
import type { Placed } from './buildings.ts'
import { courts } from './courts.ts'
import { at, lonLat, type Spot } from './frame.ts'
import { boundsOf, groundOf } from './interiors/drawing.ts'
import type { NetLine } from './net.ts'

interface Fence {
  id: string
  name: string
  kind: Wall['kind']
  height: number
  /** West, south, east, north. */
  box: [number, number, number, number]
}

const HEIGHTS = { wall: 2.2, fence: 1.8, hedge: 1.1 } as const

const fences: Fence[] = [
  ...courts.map(
    ({ quarter, id, kind, fence }): Fence => ({ id, name: quarter, kind, height: HEIGHTS[kind], box: fence }),
  ),
  { id: 'xiaoxue', name: '锦绣小学', kind: 'wall', height: 2.4, box: [24, -124, 238, 27] },
  { id: 'youeryuan', name: '锦绣幼儿园', kind: 'fence', height: 1.8, box: [-226, -82, -142, -13] },
]

export interface Enclosure {
  walls: Wall[]
  gates: Gate[]
  /** Pieces that stand: where beams watch. */
  spans: { name: string; side: string; kind: Wall['kind']; from: Spot; to: Spot }[]
}

const SIDES = [
  { id: 's', name: '南', heading: 180 },
  { id: 'e', name: '东', heading: 90 },
  { id: 'n', name: '北', heading: 0 },
  { id: 'w', name: '西', heading: 270 },
] as const

/** Fences with a gate wherever a lane or a path goes through. */
export function makeEnclosure(lines: readonly NetLine[]): Enclosure {
  const made: Enclosure = { walls: [], gates: [], spans: [] }
  for (const fence of fences) {
    const [west, south, east, north] = fence.box
    const corners = [at(west, south), at(east, south), at(east, north), at(west, north)]
    for (const [i, side] of SIDES.entries()) {
      const [from, to] = [corners[i] as Spot, corners[(i + 1) % 4] as Spot]
      const length = Math.hypot(to.east - from.east, to.north - from.north)
      const point = (along: number): Spot =>
        at(
          from.east + ((to.east - from.east) * along) / length,
          from.north + ((to.north - from.north) * along) / length,
        )
      const gaps = lines
        .flatMap((line) => crossings(line, from, to).map((along) => ({ along, line })))
        .sort((a, b) => a.along - b.along)
      let begin = 0
      for (const [n, { along, line }] of gaps.entries()) {
        const vehicle = line.class !== 'path'
        const width = vehicle ? line.width + 1.5 : Math.max(2.4, line.width)
        if (along - width / 2 - 1.7 > begin) add(made, fence, side.name, point(begin), point(along - width / 2 - 0.7))
        begin = Math.max(begin, along + width / 2 + 0.7)
        made.gates.push({
          id: `gate-${fence.id}-${side.id}${n + 1}`,
          name: `${fence.name}${side.name}${gaps.length > 1 ? n + 1 : ''}门`,
          at: lonLat(point(along)),
          heading: side.heading,
          width,
          kind: vehicle ? 'vehicle' : 'pedestrian',
        })
      }
      if (begin + 1 < length) add(made, fence, side.name, point(begin), to)
    }
  }
  return made
}

function add({ walls, spans }: Enclosure, { name, kind, height }: Fence, side: string, from: Spot, to: Spot): void {
  walls.push({ line: [lonLat(from), lonLat(to)], height, kind })
  spans.push({ name, side, kind, from, to })
}

/** How far along a straight fence a line goes through it. */
function crossings({ points }: NetLine, from: Spot, to: Spot): number[] {
  const [ux, uy] = [to.east - from.east, to.north - from.north]
  return points.slice(1).flatMap((q, i): number[] => {
    const p = points[i] as Spot
    const [vx, vy] = [q.east - p.east, q.north - p.north]
    const cross = ux * vy - uy * vx
    if (Math.abs(cross) < 1e-9) return []
    const [wx, wy] = [p.east - from.east, p.north - from.north]
    const along = (wx * vy - wy * vx) / cross
    const other = (wx * uy - wy * ux) / cross
    return along >= 0 && along <= 1 && other >= 0 && other <= 1 ? [along * Math.hypot(ux, uy)] : []
  })
}

/** Hedges before the ground-floor windows of the older houses, with a way between each two units. */
export function frontHedges(placed: readonly Placed[]): Wall[] {
  return placed
    .filter(({ quarter }) => quarter.columns && quarter.type.units > 1)
    .flatMap(({ drawing, stand, quarter }) => {
      const [x0, y0, x1] = boundsOf(groundOf(drawing))
      const { units } = quarter.type
      const each = (x1 - x0) / units
      return Array.from({ length: units }, (_, i): Wall => {
        const line = [x0 + i * each + 1.6, x0 + (i + 1) * each - 1.6].map((x) => lonLat(stand.spot([x, y0 - 3.4])))
        return { line, height: 0.8, kind: 'hedge' }
      })
    })
}
