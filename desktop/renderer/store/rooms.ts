import { placePart } from '#shared/place/path.ts'
import type { Position } from '#shared/place/position.ts'
import type { Building } from '#tiles/cim/buildings.ts'
import { floorLevel, floorOf, roomId } from '#tiles/cim/floors.ts'
import type { Interior, Room } from '#tiles/cim/interior.ts'
import { planFrame } from '#tiles/cim/plan-frame.ts'
import { middleOf } from '#tiles/cim/walk/room-ways.ts'

/** The rooms of the storey that a path is, or lies in; none: nobody has drawn it. */
export function roomsOn({ floors, plans }: Pick<Interior, 'floors' | 'plans'>, path: string): readonly Room[] {
  const wanted = floorOf(placePart(path, 'floor') ?? '')
  const plan = floors.find(({ floor }) => floor === wanted)?.plan
  return (plan === undefined ? undefined : plans[plan])?.rooms ?? []
}

export function roomAt(interior: Pick<Interior, 'floors' | 'plans'>, path: string): Room | undefined {
  const [floor, id] = [floorOf(placePart(path, 'floor') ?? ''), placePart(path, 'room')]
  return floor === undefined ? undefined : roomsOn(interior, path).find((room) => roomId(floor, room) === id)
}

/** Well within the room, on its floor. */
export function whereRoom(building: Building, interior: Interior, path: string): Position | undefined {
  const room = roomAt(interior, path)
  if (!room) return undefined
  const [lon, lat] = planFrame(interior).lonLat(middleOf(room.outline))
  return { lon, lat, height: floorLevel(building, floorOf(placePart(path, 'floor') ?? '') ?? 1) }
}
