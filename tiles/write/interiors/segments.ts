import { counterClockwise } from '#shared/place/ring.ts'
import type { Xy } from '../../cim/geometry.ts'
import type { Cell, Plan, Room } from '../../cim/interior.ts'

/** A straight piece of wall with the same on either side all along. */
export interface Segment {
  from: Xy
  to: Xy
  length: number
  /** The rooms to its left and right; undefined is the open air. */
  rooms: [Room | undefined, Room | undefined]
  /** The parts of rooms there. Two parts of one room have a partition between them. */
  cells: [Cell | undefined, Cell | undefined]
  kind: 'outer' | 'inner' | 'partition'
}

interface Edge {
  low: number
  high: number
  /** 0: what it encloses is to the left of the line's direction. */
  side: 0 | 1
  room?: Room
  cell?: Cell
}

interface Line {
  direction: Xy
  /** Distance of the line from the origin, to its left. */
  offset: number
  edges: Edge[]
}

const NEAR = 0.01

/** All walls of a storey: where two rooms share a line there is one wall, split wherever a neighbour begins or ends. */
export function segmentsOf({ rooms }: Plan): Segment[] {
  const lines = new Map<string, Line>()
  for (const room of rooms) {
    addOutline(lines, room.outline, { room })
    for (const cell of room.cells) if (cell.use !== 'bay') addOutline(lines, cell.outline, { cell, room })
  }
  return [...lines.values()].flatMap(cut)
}

function addOutline(
  lines: Map<string, Line>,
  outline: readonly Xy[],
  { room, cell }: { room: Room; cell?: Cell },
): void {
  const ring = counterClockwise(outline) as Xy[]
  for (const [i, from] of ring.entries()) {
    const to = ring[(i + 1) % ring.length] as Xy
    const length = Math.hypot(to[0] - from[0], to[1] - from[1])
    if (length < NEAR) continue
    let direction: Xy = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
    const flipped = direction[0] < -1e-6 || (Math.abs(direction[0]) <= 1e-6 && direction[1] < 0)
    if (flipped) direction = [-direction[0], -direction[1]]
    const offset = direction[0] * from[1] - direction[1] * from[0]
    const key = `${direction[0].toFixed(3)} ${direction[1].toFixed(3)} ${Math.round(offset / NEAR / 2)}`
    let line = lines.get(key)
    if (!line) {
      line = { direction, offset, edges: [] }
      lines.set(key, line)
    }
    const along = (p: Xy) => p[0] * direction[0] + p[1] * direction[1]
    const [a, b] = [along(from), along(to)]
    line.edges.push({
      low: Math.min(a, b),
      high: Math.max(a, b),
      side: flipped ? 1 : 0,
      ...(cell ? { cell, room } : { room }),
    })
  }
}

function cut({ direction, offset, edges }: Line): Segment[] {
  const stops = edges.flatMap(({ low, high }) => [low, high]).sort((a, b) => a - b)
  const found: Segment[] = []
  const at = (t: number): Xy => [direction[0] * t - direction[1] * offset, direction[1] * t + direction[0] * offset]
  for (let i = 1; i < stops.length; i++) {
    const [low, high] = [stops[i - 1] as number, stops[i] as number]
    if (high - low < NEAR) continue
    const here = edges.filter((edge) => edge.low <= low + NEAR && edge.high >= high - NEAR)
    if (here.length === 0) continue
    const room = (side: 0 | 1) => here.find((edge) => edge.side === side && !edge.cell)?.room
    const cell = (side: 0 | 1) => here.find((edge) => edge.side === side && edge.cell)?.cell
    const rooms: Segment['rooms'] = [room(0), room(1)]
    const cells: Segment['cells'] = [cell(0), cell(1)]
    const kind = rooms[0] && rooms[1] ? 'inner' : rooms[0] || rooms[1] ? 'outer' : 'partition'
    const last = found.at(-1)
    const same = (a: unknown[], b: unknown[]) => a.every((one, n) => one === b[n])
    // What goes on unchanged is one wall: its windows are then spread over the whole of it.
    if (
      last &&
      last.kind === kind &&
      same(last.rooms, rooms) &&
      same(last.cells, cells) &&
      gap(last.to, at(low)) < NEAR * 2
    ) {
      last.to = at(high)
      last.length = gap(last.from, last.to)
    } else found.push({ from: at(low), to: at(high), length: high - low, rooms, cells, kind })
  }
  return found
}

const gap = (a: Xy, b: Xy) => Math.hypot(a[0] - b[0], a[1] - b[1])
