import type { Enu } from '#shared/place/geodesy.ts'
import { counterClockwise, type Point } from '#shared/place/ring.ts'
import type { Building } from '#tiles/cim/buildings.ts'
import { Shapes } from '../around/flat.ts'
import type { Planner } from '../around/plan.ts'
import type { InsideRoom } from '../rooms.ts'
import type { Storey } from '../storeys.ts'
import type { Row } from './bake.ts'
import { floorColor, GLASS, SLAB } from './palette.ts'
import type { Parts } from './parts.ts'

const THICK = 0.22
/** Rooms lie so much above their plate. */
const UP = 0.02

/** A storey without a tile: a plate, walls that one sees through, and the floors of its rooms, if those are known. */
export function plainStorey(
  building: Building,
  { floor, height, path }: Storey,
  { ring }: Planner,
  middle: Enu,
  rooms: readonly InsideRoom[],
): { parts: Parts; rows: Row[] } {
  const [base, glass] = [new Shapes(), new Shapes()]
  const local = (points: readonly Point[]) => points.map(([x, y]): Point => [x - middle.east, y - middle.north])
  const outlineOf = ({ outline }: InsideRoom) =>
    counterClockwise(local(outline.map(({ east, north }): Point => [east, north])))
  const part = building.parts.find(({ fromFloor, toFloor }) => fromFloor <= floor && floor <= toFloor)
  const outline = local(ring(part?.ring ?? building.footprint))
  const holes = part ? [] : building.holes.map((hole) => local(ring(hole)).toReversed())
  const rowsOfCorners: number[] = []
  const belongs = (row: number) => {
    while (rowsOfCorners.length < base.vertices) rowsOfCorners.push(row)
  }
  // A cellar is often wider than the house: its rooms alone say how far it goes.
  const plates = floor < 0 && rooms.length > 0 ? [] : [outline]
  for (const plate of plates) base.plate(plate, holes, 0, floorColor('').toArray())
  for (const one of plates.length > 0 ? [outline, ...holes] : rooms.map(outlineOf)) {
    base.fence(one, [-THICK, 0], SLAB.toArray())
    glass.fence(one, [0, height - THICK], GLASS.toArray())
  }
  belongs(rooms.length)
  for (const [row, room] of rooms.entries()) {
    base.plate(outlineOf(room), [], UP, floorColor(room.use).toArray())
    belongs(row)
  }
  const shape = base.done()
  shape.userData.rows = Uint16Array.from(rowsOfCorners)
  return {
    parts: { base: shape, glass: glass.done() },
    rows: [...rooms.map(({ path: id, use }) => ({ id, use })), { id: path, use: 'storey' }],
  }
}
