import type { Xy } from '../../cim/geometry.ts'
import type { Door, Plan } from '../../cim/interior.ts'
import type { Segment } from './segments.ts'

/** A hole in a wall, in metres along it and up. */
export interface Opening {
  from: number
  to: number
  bottom: number
  top: number
  kind: 'door' | 'fire' | 'entrance' | 'window' | 'passage'
}

const DOOR_TOP = 2.1
const WINDOW = { bay: 3.3, width: 1.7, sill: 0.9, top: 2.35 }
/** Rooms that nobody looks out of. */
const WINDOWLESS = new Set(['shaft', 'elevator', 'machine', 'store', 'parking', 'ramp'])

/** Doors where the plan has them, windows spread evenly over what is left of an outer wall above ground. */
export function openingsOf(segment: Segment, plan: Plan, floor: number, height: number): Opening[] {
  const doors: Opening[] = []
  for (const door of plan.doors) {
    const along = on(segment, door.at)
    if (along !== undefined && belongs(segment, door))
      doors.push(doorAt(along, door.width, door.kind, segment.length, height))
  }
  if (segment.kind === 'partition')
    for (const cell of segment.cells) {
      const along = cell?.door && on(segment, cell.door)
      if (along !== undefined) doors.push(doorAt(along, 0.85, 'passage', segment.length, height))
    }
  const windows = floor > 0 && segment.kind === 'outer' ? windowsOf(segment, height) : []
  const free = windows.filter((one) => doors.every((door) => one.to < door.from - 0.1 || one.from > door.to + 0.1))
  return [...doors, ...free].sort((a, b) => a.from - b.from)
}

function belongs({ rooms, kind }: Segment, door: Door): boolean {
  if (kind === 'partition') return false
  const ids = rooms.map((room) => room?.id)
  return door.to === undefined
    ? ids.includes(door.from) && kind === 'outer'
    : ids.includes(door.from) && ids.includes(door.to)
}

function doorAt(along: number, width: number, kind: Opening['kind'], length: number, height: number): Opening {
  const [from, to] = [Math.max(0.02, along - width / 2), Math.min(length - 0.02, along + width / 2)]
  return { from, to, bottom: 0, top: Math.min(height - 0.1, kind === 'entrance' ? 2.4 : DOOR_TOP), kind }
}

function windowsOf({ length, rooms, cells }: Segment, height: number): Opening[] {
  const room = rooms[0] ?? rooms[1]
  const cell = cells[0] ?? cells[1]
  if (!room || WINDOWLESS.has(room.use) || length < 1.3) return []
  const wide = room.use === 'shop' || room.use === 'lobby' || room.use === 'hall' || cell?.use === 'living'
  const small = cell?.use === 'bath' || room.use === 'toilet' || room.use === 'stairs'
  const count = Math.max(1, Math.round(length / WINDOW.bay))
  const width = small ? 0.7 : Math.min(length / count - 0.5, wide ? 2.5 : WINDOW.width)
  if (width < 0.5) return []
  const bottom = wide ? 0.3 : small ? 1.3 : WINDOW.sill
  const top = Math.min(height - 0.25, WINDOW.top)
  return Array.from({ length: count }, (_, i) => {
    const middle = ((i + 0.5) * length) / count
    return { from: middle - width / 2, to: middle + width / 2, bottom, top, kind: 'window' as const }
  })
}

/** How far along a wall a point is; undefined when it is not on it. */
function on({ from, to, length }: Segment, [x, y]: Xy): number | undefined {
  const [dx, dy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  const along = (x - from[0]) * dx + (y - from[1]) * dy
  const off = Math.abs((x - from[0]) * dy - (y - from[1]) * dx)
  return off < 0.15 && along > 0.05 && along < length - 0.05 ? along : undefined
}
