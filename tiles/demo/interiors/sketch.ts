import type { Xy } from '../../cim/geometry.ts'
import type { Cell, Door, Plan, Room } from '../../cim/interior.ts'
import { type Box, cm, outlineOf } from './outline.ts'
import { type Side, sharedWall, wallTo } from './walls.ts'

export interface RoomSketch {
  use: Room['use']
  name: string
  number?: string
  unit?: number
  cells?: CellSketch[]
}

export interface CellSketch {
  use: Cell['use']
  boxes: readonly Box[]
  door?: Xy
}

interface DoorSketch {
  kind?: Door['kind']
  width?: number
  /** How far along the shared wall, from its west or south end. */
  along?: number
  /** Of the first room, when two rooms meet on more than one. */
  side?: Side
}

/** A storey being drawn: rooms of boxes, and doors found by the wall that two rooms share. */
export class Sketch {
  private readonly rooms = new Map<string, Room>()
  private readonly doors: Door[] = []
  readonly boxes: Box[] = []

  room(id: string, boxes: readonly Box[], { cells = [], ...room }: RoomSketch): this {
    if (this.rooms.has(id)) throw new Error(`two rooms ${id}`)
    this.rooms.set(id, {
      id,
      ...room,
      outline: outlineOf(boxes),
      cells: cells.map(({ use, boxes: parts, door }) => ({
        use,
        outline: outlineOf(parts),
        ...(door ? { door: [cm(door[0]), cm(door[1])] } : {}),
      })),
    })
    this.boxes.push(...boxes)
    return this
  }

  /** Rooms side by side, eastward from `x`; an entry of a width alone leaves a gap. */
  row(
    x: number,
    south: number,
    north: number,
    rooms: readonly [width: number, id?: string, room?: RoomSketch][],
  ): this {
    let west = x
    for (const [width, id, room] of rooms) {
      if (id && room) this.room(id, [[cm(west), south, cm(west + width), north]], room)
      west = cm(west + width)
    }
    return this
  }

  door(from: string, to: string, { kind = 'door', width = 1, along = 0.5, side }: DoorSketch = {}): this {
    const [one, other] = [this.rooms.get(from), this.rooms.get(to)]
    const wall = one && other && sharedWall(one.outline, other.outline, side)
    if (!wall) throw new Error(`no wall between ${from} and ${to}`)
    return this.put(`${from}-${to}`, {
      from,
      to,
      kind,
      width: Math.min(width, cm(wall.length - 0.1)),
      at: wall.at(along),
    })
  }

  /** To the open, through the longest wall on that side. */
  entrance(from: string, side: Side, { kind = 'entrance', width = 1.6, along = 0.5 }: DoorSketch = {}): this {
    const room = this.rooms.get(from)
    if (!room) throw new Error(`no room ${from}`)
    return this.put(`${from}-out`, { from, kind, width, at: wallTo(room.outline, side).at(along) })
  }

  /** Each of these rooms opens on the same corridor. */
  open(onto: string, ids: readonly string[], door: DoorSketch = {}): this {
    for (const id of ids) this.door(id, onto, door)
    return this
  }

  plan(): Plan {
    return { rooms: [...this.rooms.values()], doors: this.doors }
  }

  private put(id: string, door: Omit<Door, 'id'>): this {
    const same = this.doors.filter((one) => one.id === id || one.id.startsWith(`${id}-d`)).length
    this.doors.push({ id: same ? `${id}-d${same + 1}` : id, ...door })
    return this
  }
}
