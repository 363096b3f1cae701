import type { Building } from './buildings.ts'
import type { Room } from './interior.ts'

/** `f01` is the ground floor, `b1` the first below it. There is no floor 0. */
export function floorId(floor: number): string {
  return floor < 0 ? `b${-floor}` : `f${String(floor).padStart(2, '0')}`
}

/** The floor that an id of `floorId` names; undefined: it names something else. */
export function floorOf(id: string): number | undefined {
  const found = /^(f|b)0*([1-9]\d*)$/.exec(id)
  return found ? Number(found[2]) * (found[1] === 'b' ? -1 : 1) : undefined
}

export function floorPath(building: string, floor: number): string {
  return `${building}/${floorId(floor)}`
}

/** Home 01 of floor 12 is 1201; the stairs of a floor are `stairs-1` on each. */
export function roomId(floor: number, { id, number }: Pick<Room, 'id' | 'number'>): string {
  if (number === undefined) return id
  return floor < 0 ? `b${-floor}${number}` : `${floor}${number}`
}

export function roomPath(building: string, floor: number, room: Pick<Room, 'id' | 'number'>): string {
  return `${floorPath(building, floor)}/${roomId(floor, room)}`
}

export const BASEMENT_HEIGHT = 3.6

/** Metres of a storey's floor above the community's ground. */
export function floorLevel(
  { position, floorHeight }: Pick<Building, 'position' | 'floorHeight'>,
  floor: number,
): number {
  const base = position?.height ?? 0
  return base + (floor < 0 ? floor * BASEMENT_HEIGHT : (floor - 1) * floorHeight)
}

export function storeyHeight({ floorHeight }: Pick<Building, 'floorHeight'>, floor: number): number {
  return floor < 0 ? BASEMENT_HEIGHT : floorHeight
}
