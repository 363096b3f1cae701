import type { Building } from '../buildings.ts'
import { floorLevel, floorPath, roomId } from '../floors.ts'
import type { Outline, Xy } from '../geometry.ts'
import type { Door, Interior, Plan, Riser, Room } from '../interior.ts'
import { planFrame } from '../plan-frame.ts'
import type { GraphMaker, WayOfEdge } from './graph.ts'
import { CLEAR, type RoomWays, stepInside, waysThrough } from './room-ways.ts'

/** A door so wide lets a car in. */
export const CAR = 2.5

/** Metres from an entrance to its node outside. */
const OUTSIDE = 0.6

/** A door to the open: its node outside is joined to the roads. */
export interface WayOut {
  node: number
  building: string
  width: number
}

interface RoomPlan extends RoomWays {
  room: Room
  doors: Door[]
}

/** Rooms, doors, stairs and elevators of a building; what leads out is returned. */
export function addInside(maker: GraphMaker, building: Building, interior: Interior): WayOut[] {
  const frame = planFrame(interior)
  const drawn = new Map(Object.entries(interior.plans).map(([name, plan]) => [name, roomsOf(plan)]))
  const out: WayOut[] = []
  for (const { floor, plan } of interior.floors) {
    const place = floorPath(building.place, floor)
    const height = floorLevel(building, floor)
    const nodeAt = (id: string, within: string, point: Xy) => {
      const [lon, lat] = frame.lonLat(point)
      return maker.node({ id, place: within, lon, lat, height, floor })
    }
    for (const { room, doors, points, ways } of drawn.get(plan) ?? []) {
      const path = `${place}/${roomId(floor, room)}`
      const nodes = points.map((point, i) => {
        const door = doors[i]
        if (door) return nodeAt(doorNode(place, door, room.id), path, point)
        return nodeAt(i === doors.length ? path : `${path}#${i - doors.length}`, path, point)
      })
      const way: WayOfEdge = { kind: 'corridor', width: 1.2, vehicle: room.use === 'parking' || room.use === 'ramp' }
      for (const [a, b] of ways) maker.join(nodes[a] as number, nodes[b] as number, between(points[a], points[b]), way)
    }
    for (const door of interior.plans[plan]?.doors ?? []) {
      const from = maker.find(doorNode(place, door, door.from))
      if (from === undefined) continue
      const of = `${place}#${door.id}`
      const wide = { width: door.width, vehicle: door.width >= CAR, of }
      if (door.to === undefined) {
        const room = drawn.get(plan)?.find((one) => one.room.id === door.from)?.room
        const outside = nodeAt(`${of}:out`, building.place, stepInside(room?.outline ?? [], door.at, -OUTSIDE))
        maker.join(from, outside, CLEAR + OUTSIDE, { kind: 'entrance', ...wide })
        out.push({ node: outside, building: building.place, width: door.width })
        continue
      }
      const to = maker.find(doorNode(place, door, door.to))
      if (to !== undefined) maker.join(from, to, 2 * CLEAR, { kind: 'door', ...wide })
    }
  }
  for (const riser of interior.risers) addRiser(maker, building, interior, riser)
  return out
}

const doorNode = (floor: string, door: Door, room: string) => `${floor}#${door.id}@${room}`

const known = new WeakMap<Plan, RoomPlan[]>()

/** Rooms that nobody can enter have no place in the graph. Houses that are alike may share a plan. */
function roomsOf(plan: Plan): RoomPlan[] {
  const before = known.get(plan)
  if (before) return before
  const { rooms, doors } = plan
  const found = rooms.flatMap((room): RoomPlan[] => {
    const own = doors.filter(({ from, to }) => from === room.id || to === room.id)
    if (own.length === 0 && !isRiser(room)) return []
    const ways = waysThrough(
      room.outline,
      own.map(({ at }) => at),
    )
    return [{ room, doors: own, ...ways }]
  })
  known.set(plan, found)
  return found
}

const isRiser = ({ use }: Room) => use === 'stairs' || use === 'elevator' || use === 'ramp'

/** Steps of 17 by 28 cm and a landing; a ramp of 15 in a hundred, or flatter where there is room. */
function addRiser(maker: GraphMaker, building: Building, interior: Interior, riser: Riser): void {
  const served = interior.floors.filter(({ floor }) => floor >= riser.fromFloor && floor <= riser.toFloor)
  let below: { node: number; floor: number } | undefined
  for (const { floor, plan } of served) {
    const room = interior.plans[plan]?.rooms.find(({ id }) => id === riser.id)
    const node = room && maker.find(`${floorPath(building.place, floor)}/${roomId(floor, room)}`)
    if (node === undefined || !room) continue
    if (below) {
      const rise = floorLevel(building, floor) - floorLevel(building, below.floor)
      maker.join(below.node, node, slope(riser.kind, rise, room.outline), {
        ...kinds[riser.kind],
        kind: riser.kind,
        of: `${building.place}#${riser.id}`,
      })
    }
    below = { node, floor }
  }
}

const kinds = {
  stairs: { width: 1.2, wheelchair: false },
  elevator: { width: 1.1 },
  ramp: { width: 5, wheelchair: false, vehicle: true },
} satisfies Record<Riser['kind'], Partial<WayOfEdge>>

function slope(kind: Riser['kind'], rise: number, outline: Outline): number {
  if (kind === 'elevator') return rise
  if (kind === 'stairs') return Math.hypot(rise, rise * (0.28 / 0.17)) + 2.4
  const reach = (axis: 0 | 1) => {
    const all = outline.map((point) => point[axis])
    return Math.max(...all) - Math.min(...all)
  }
  return Math.hypot(rise, Math.max(reach(0), reach(1), rise / 0.15))
}

function between(a: Xy | undefined, b: Xy | undefined): number {
  return a && b ? Math.hypot(a[0] - b[0], a[1] - b[1]) : 0
}
