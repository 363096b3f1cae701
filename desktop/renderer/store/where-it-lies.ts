import { placeUpTo } from '#shared/place/path.ts'
import type { Position } from '#shared/place/position.ts'
import { contains, type Point } from '#shared/place/ring.ts'
import type { Building } from '#tiles/cim/buildings.ts'
import { floorLevel, floorOf, floorPath, roomPath, storeyHeight } from '#tiles/cim/floors.ts'
import type { Interior } from '#tiles/cim/interior.ts'
import { planFrame } from '#tiles/cim/plan-frame.ts'
import { roomsOn } from './rooms.ts'
import type { KnownSite } from './site.ts'

type Spot = Pick<Position, 'lon' | 'lat'>

/** The building whose footprint a spot lies in. */
export function buildingUnder({ buildings }: Pick<KnownSite, 'buildings'>, { lon, lat }: Spot): Building | undefined {
  const spot: Point = [lon, lat]
  return buildings.find(
    ({ footprint, holes }) => contains(footprint, spot) && !holes.some((hole) => contains(hole, spot)),
  )
}

/** The place of a spot in the open: its grid, else the community. */
export function placeOutside({ community, grids }: Pick<KnownSite, 'community' | 'grids'>, { lon, lat }: Spot): string {
  return grids.find(({ ring }) => contains(ring, [lon, lat]))?.place ?? community.id
}

/** The place of a spot on a floor: the room, where somebody has drawn it. */
export function placeInside(
  building: Building,
  floor: number,
  { lon, lat }: Spot,
  inside: Interior | null | undefined,
): string {
  const storey = floorPath(building.place, floor)
  if (!inside) return storey
  const spot = planFrame(inside).plan([lon, lat])
  const room = roomsOn(inside, storey).find(({ outline }) => contains(outline, spot))
  return room ? roomPath(building.place, floor, room) : storey
}

/** The floors of a building, the highest first. */
export function floorsOf({ floors, basements }: Pick<Building, 'floors' | 'basements'>): number[] {
  const above = Array.from({ length: floors }, (_, i) => floors - i)
  return [...above, ...Array.from({ length: basements }, (_, i) => -1 - i)]
}

const USUAL_HEIGHT = 2.5

/** As high above its new floor as it was above the old one. */
export function heightOn(
  building: Building,
  floor: number,
  before: { place: string; position: Position },
  site: KnownSite,
): number {
  const old = site.buildings.find(({ place }) => place === placeUpTo(before.place, 'building'))
  const oldFloor = floorOf(before.place.split('/')[3] ?? '')
  const above = old && oldFloor !== undefined ? before.position.height - floorLevel(old, oldFloor) : USUAL_HEIGHT
  const most = storeyHeight(building, floor)
  const fits = above >= 0 && above <= most ? above : Math.min(USUAL_HEIGHT, most)
  return Number((floorLevel(building, floor) + fits).toFixed(2))
}
