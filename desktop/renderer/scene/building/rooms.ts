import { type LonLat as Degrees, type Enu, frameAt } from '#shared/place/geodesy.ts'
import { contains } from '#shared/place/ring.ts'
import type { Building } from '#tiles/cim/buildings.ts'
import { floorLevel, roomId, roomPath } from '#tiles/cim/floors.ts'
import type { Outline, Xy } from '#tiles/cim/geometry.ts'
import type { Door, Interior, Plan, Riser, Room } from '#tiles/cim/interior.ts'
import { planFrame } from '#tiles/cim/plan-frame.ts'
import { middleOf } from '#tiles/cim/walk/room-ways.ts'

/** Metres beyond a door at which one is outside. */
const STEP = 0.5

export interface InsideRoom {
  path: string
  /** A home is called by its number. */
  name: string
  use: Room['use']
  floor: number
  /** On the floor, well within the outline: where its name stands. */
  at: Enu
  outline: Enu[]
}

export interface InsideRiser {
  id: string
  kind: Riser['kind']
  fromFloor: number
  toFloor: number
  /** The room that it is, from the lowest storey to the highest. */
  rooms: InsideRoom[]
}

/** A door to the open. */
export interface Exit {
  id: string
  floor: number
  /** The room one leaves from. */
  room: string
  at: Enu
  width: number
  /** Along the door, and outwards: of length 1. */
  along: Enu
  out: Enu
}

export interface Inside {
  rooms: InsideRoom[]
  risers: InsideRiser[]
  exits: Exit[]
}

/** What is inside of a building, in metres from the middle of the community. */
export function insideOf(building: Building, interior: Interior, middle: Degrees): Inside {
  const place = placer(interior, middle)
  const middles = new Map<Room, Xy>()
  const rooms: InsideRoom[] = []
  const exits: Exit[] = []
  for (const { floor, plan: id } of interior.floors) {
    const plan = interior.plans[id]
    if (!plan) continue
    const level = floorLevel(building, floor)
    for (const room of plan.rooms) {
      const known = middles.get(room) ?? middleOf(room.outline)
      middles.set(room, known)
      rooms.push({
        path: roomPath(building.place, floor, room),
        name: room.number ? roomId(floor, room) : room.name,
        use: room.use,
        floor,
        at: place(known, level),
        outline: room.outline.map((xy) => place(xy, level)),
      })
    }
    for (const door of plan.doors) {
      const exit = exitOf(door, plan, (xy) => place(xy, level))
      if (exit) exits.push({ ...exit, floor, room: pathOf(building.place, floor, plan, door.from) })
    }
  }
  const risers = interior.risers.map((riser) => ({
    ...riser,
    rooms: rooms.filter(
      ({ path, floor }) =>
        path.endsWith(`/${riser.id}`) && floor >= Math.min(riser.fromFloor, riser.toFloor) && floor <= riser.toFloor,
    ),
  }))
  return { rooms, risers, exits }
}

/** From metres of the plan to metres east and north: the same arithmetic as that of the tiles. */
export function placer(interior: Interior, { lon, lat }: Degrees): (xy: Readonly<Xy>, level: number) => Enu {
  const frame = frameAt({ lon, lat, height: 0 })
  const { lonLat } = planFrame(interior)
  const [originLon, originLat] = interior.origin
  const { up } = frame.toLocal({ lon: originLon, lat: originLat, height: 0 })
  return ([x, y], level) => {
    const [atLon, atLat] = lonLat([x, y])
    const { east, north } = frame.toLocal({ lon: atLon, lat: atLat, height: 0 })
    return { east, north, up: up + level }
  }
}

/** Undefined: it leads into another room, if only by an error of who drew it. */
function exitOf({ id, at, from, to, width }: Door, { rooms }: Plan, place: (xy: Xy) => Enu) {
  const outline = rooms.find((room) => room.id === from)?.outline
  if (!outline || to !== undefined) return undefined
  const out = wayOut(outline, at)
  const beyond: Xy = [at[0] + out[0] * STEP, at[1] + out[1] * STEP]
  if (rooms.some((room) => contains(room.outline, beyond))) return undefined
  return {
    id,
    width,
    at: place(at),
    along: between(place(at), place([at[0] - out[1], at[1] + out[0]])),
    out: between(place(at), place([at[0] + out[0], at[1] + out[1]])),
  }
}

/** At right angles to the wall that a door is in, away from the room. */
function wayOut(outline: Outline, [x, y]: Xy): Xy {
  let best = { off: Number.POSITIVE_INFINITY, out: [0, 1] as Xy }
  let twice = 0
  for (const [i, a] of outline.entries()) {
    const b = outline[(i + 1) % outline.length] as Xy
    twice += a[0] * b[1] - b[0] * a[1]
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    const length = Math.hypot(dx, dy) || 1
    const along = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length ** 2))
    const off = Math.hypot(x - a[0] - along * dx, y - a[1] - along * dy)
    if (off < best.off) best = { off, out: [dy / length, -dx / length] }
  }
  return twice > 0 ? best.out : [-best.out[0], -best.out[1]]
}

function between(a: Enu, b: Enu): Enu {
  const [east, north] = [b.east - a.east, b.north - a.north]
  const length = Math.hypot(east, north) || 1
  return { east: east / length, north: north / length, up: 0 }
}

function pathOf(building: string, floor: number, { rooms }: Plan, id: string): string {
  const room = rooms.find((one) => one.id === id)
  return room ? roomPath(building, floor, room) : building
}
