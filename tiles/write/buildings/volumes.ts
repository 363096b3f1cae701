import { centroid, contains, counterClockwise, openRing } from '#shared/place/ring.ts'
import type { Building, Roof } from '../../cim/buildings.ts'
import type { LonLat } from '../../cim/geometry.ts'
import type { Plan, Point } from '../plan.ts'

/** A piece of a building that goes straight up: its outline counter-clockwise in metres, its heights, its storeys. */
export interface Volume {
  ring: Point[]
  holes: Point[][]
  bottom: number
  top: number
  fromFloor: number
  toFloor: number
  /** A stair head, a machine room: it stands on the roof and nobody lives in it. */
  onRoof: boolean
  roof: Roof
}

const FLAT: Roof = { kind: 'flat', height: 0 }

/**
 * A part whose middle lies within the footprint takes the place of the main volume on its storeys (a podium, a tower
 * on it); one beside it is added (a wing); one above the last storey stands on the roof (a stair head).
 */
export function volumesOf(building: Building, plan: Plan): Volume[] {
  const { footprint, floors, floorHeight, parts } = building
  const first = footprint[0] as LonLat
  const { up, point } = plan.near(building.position ? [building.position.lon, building.position.lat] : first)
  const base = up + (building.position?.height ?? 0)
  const at = (floor: number) => base + (floor - 1) * floorHeight
  const outline = (ring: readonly LonLat[]) => counterClockwise(openRing(ring)).map((one) => point(one as LonLat))
  const volume = (
    ring: readonly LonLat[],
    holes: LonLat[][],
    fromFloor: number,
    toFloor: number,
    roof?: Roof,
  ): Volume => ({
    ring: outline(ring),
    holes: holes.map((hole) => outline(hole).reverse()),
    bottom: at(fromFloor),
    top: at(toFloor + 1),
    fromFloor,
    toFloor,
    onRoof: fromFloor > floors,
    roof: roof ?? FLAT,
  })
  const above = parts
    .map((part) => ({ ...part, fromFloor: Math.max(1, part.fromFloor) }))
    .filter((p) => p.toFloor >= p.fromFloor)
  const taken = new Set<number>()
  for (const part of above)
    if (contains(footprint, centroid(part.ring)))
      for (let floor = part.fromFloor; floor <= part.toFloor; floor++) taken.add(floor)
  const volumes: Volume[] = []
  for (let floor = 1; floor <= floors; floor++) {
    if (taken.has(floor)) continue
    let last = floor
    while (last < floors && !taken.has(last + 1)) last++
    volumes.push(volume(footprint, building.holes, floor, last, last === floors ? building.roof : undefined))
    floor = last
  }
  for (const part of above) volumes.push(volume(part.ring, [], part.fromFloor, part.toFloor, part.roof))
  return volumes
}
