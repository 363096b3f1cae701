import { area } from '#shared/place/ring.ts'
import type { Building } from '../../cim/buildings.ts'
import { CODE_LEVELS, spatialCode } from '../../cim/code.ts'
import { floorLevel, floorPath, roomId, roomPath, storeyHeight } from '../../cim/floors.ts'
import type { LonLat, Xy } from '../../cim/geometry.ts'
import type { Interior, Room, Plan as StoreyPlan } from '../../cim/interior.ts'
import { planFrame } from '../../cim/plan-frame.ts'
import { middleOf } from '../../cim/walk/room-ways.ts'
import { middleOf as middleOfBuilding } from '../buildings/draw.ts'
import type { Layer } from '../content.ts'
import { Meshes } from '../mesh.ts'
import type { Row } from '../tables.ts'
import { addFloors } from './floors.ts'
import type { BuildingFrame } from './frame.ts'
import { addRiser } from './risers.ts'
import { addWalls } from './walls.ts'

const SLAB_ABOVE = 0.14

/** What goes up from a storey decides, with its plan, how it looks; all storeys that are alike are drawn once. */
export function likenessOf(interior: Interior, building: Building, floor: number, plan: string): string {
  const risers = interior.risers.map(({ fromFloor, toFloor }) =>
    floor < fromFloor || floor > toFloor ? '-' : floor < toFloor ? 'u' : 't',
  )
  return `${plan} ${storeyHeight(building, floor)} ${floor > 0 ? 'above' : 'below'} ${risers.join('')}`
}

/** A storey as if it lay on the ground: its structure belongs to the floor, what is within to the rooms. */
export function drawStorey(
  interior: Interior,
  { floor, plan, height }: { floor: number; plan: StoreyPlan; height: number },
  frame: BuildingFrame,
): Pick<Layer, 'meshes' | 'table'>[] {
  const storey = { plan, floor, level: 0, height: height - SLAB_ABOVE }
  const index = new Map(plan.rooms.map((room, i) => [room.id, i]))
  const rowOf = (id: string) => index.get(id) ?? 0
  const structure = new Meshes()
  // The row after the rooms is the storey's own: walls and slabs belong to it.
  structure.feature = plan.rooms.length
  const inside = new Meshes()
  addFloors(structure, inside, storey, frame, rowOf)
  addWalls(structure, inside, storey, frame, rowOf)
  for (const riser of interior.risers) {
    const room = plan.rooms.find(({ id }) => id === riser.id)
    if (!room || floor < riser.fromFloor || floor > riser.toFloor) continue
    inside.feature = rowOf(room.id)
    addRiser(inside, riser, room, 0, height, floor < riser.toFloor, frame)
  }
  return [
    { meshes: structure, table: 'room' },
    { meshes: inside, table: 'room' },
  ]
}

/** Storeys that are alike share their rooms, and the middle of a winding one takes a moment to find. */
const middles = new WeakMap<Room, Xy>()

function middleOfRoom(room: Room): Xy {
  const known = middles.get(room) ?? middleOf(room.outline)
  middles.set(room, known)
  return known
}

/** What the features of a storey say: the same codes as everywhere else, so by the same middles. */
export function rowsOf(
  building: Building,
  floor: number,
  plan: StoreyPlan,
  interior: Interior,
  datum: number,
): { floor: [Row]; room: Row[] } {
  const level = floorLevel(building, floor)
  const { lonLat } = planFrame(interior)
  const codeAt = ([lon, lat]: LonLat, size: number) => spatialCode({ lon, lat, height: level }, datum, size)
  const room = plan.rooms.map((one) => ({
    id: roomPath(building.place, floor, one),
    name: one.number ? roomId(floor, one) : one.name,
    use: one.use,
    code: codeAt(lonLat(middleOfRoom(one)), CODE_LEVELS.object),
    floor,
    area: area(one.outline),
  }))
  const whole = {
    id: floorPath(building.place, floor),
    name: floor < 0 ? `B${-floor}` : `${floor}F`,
    code: codeAt(middleOfBuilding(building), CODE_LEVELS.building),
    floor,
  }
  return {
    room: [...room, { ...whole, use: 'storey', area: room.reduce((sum, one) => sum + one.area, 0) }],
    floor: [{ ...whole, level, height: storeyHeight(building, floor) }],
  }
}
