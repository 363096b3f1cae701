import { isWithin, placePart } from '#shared/place/path.ts'
import { floorOf } from '#tiles/cim/floors.ts'
import { buildingAt } from './place-name.ts'
import type { KnownSite } from './site.ts'

/**
 * Whether the model knows of a place. A room is known here by its storey alone: which rooms there are is written in the
 * plan of the building.
 */
export function isKnownPlace(site: Pick<KnownSite, 'community' | 'grids' | 'buildings'>, path: string): boolean {
  if (placePart(path, 'building') === undefined) {
    if (path === site.community.id || site.grids.some(({ place }) => place === path)) return true
    return placePart(path, 'zone') !== undefined && site.buildings.some(({ place }) => isWithin(place, path))
  }
  const building = buildingAt(site, path)
  if (!building) return false
  const storey = placePart(path, 'floor')
  if (storey === undefined) return true
  const floor = floorOf(storey)
  return floor !== undefined && floor >= -building.basements && floor <= building.floors
}
