import { area, centroid } from '#shared/place/ring.ts'
import type { Building } from '../../cim/buildings.ts'
import { spatialCode } from '../../cim/code.ts'
import { floorLevel, floorPath, roomId, roomPath, storeyHeight } from '../../cim/floors.ts'
import type { Interior, Plan as StoreyPlan } from '../../cim/interior.ts'
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

/** What the features of a storey say. */
export function rowsOf(
  building: Building,
  floor: number,
  plan: StoreyPlan,
  frame: BuildingFrame,
  datum: number,
): { floor: [Row]; room: Row[] } {
  const level = floorLevel(building, floor)
  const room = plan.rooms.map((one) => ({
    id: roomPath(building.place, floor, one),
    name: one.number ? roomId(floor, one) : one.name,
    use: one.use,
    code: spatialCode({ ...frame.lonLat(centroid(one.outline) as [number, number]), height: level }, datum),
    floor,
    area: area(one.outline),
  }))
  const middle = frame.lonLat(centroid(plan.rooms.flatMap((one) => one.outline)) as [number, number])
  const whole = {
    id: floorPath(building.place, floor),
    name: floor < 0 ? `B${-floor}` : `${floor}F`,
    code: spatialCode({ ...middle, height: level }, datum),
    floor,
  }
  return {
    room: [...room, { ...whole, use: 'storey', area: room.reduce((sum, one) => sum + one.area, 0) }],
    floor: [{ ...whole, level, height: storeyHeight(building, floor) }],
  }
}
