import type { TrackArea } from '#shared/contract/tracks.ts'
import { EVERYWHERE, isWithin, placeUpTo } from '#shared/place/path.ts'
import type { Site } from '#tiles/cim/site.ts'
import type { Where } from '../../log/tracks.ts'

/** A receiver beside a house is some metres off, and who stands before its door is at the house. */
const AROUND_HOUSE = 10

/** Where a place lies on the ground: a grid by its boundary, all within a building by its outline; none: nobody has drawn it. */
export function groundOf({ grids, buildings }: Pick<Site, 'grids' | 'buildings'>, place: string): Where {
  const inside = grids.filter((grid) => isWithin(grid.place, place)).map(({ ring }) => ({ ring, around: 0 }))
  if (inside.length > 0) return inside
  const building = placeUpTo(place, 'building')
  const house = buildings.find((one) => one.place === building)
  return house ? [{ ring: house.footprint, around: AROUND_HOUSE }] : []
}

export function areaOf(site: Pick<Site, 'grids' | 'buildings'>, area: TrackArea): Where {
  if ('place' in area) return groundOf(site, area.place)
  return 'ring' in area ? [{ ring: area.ring, around: 0 }] : [area]
}

/**
 * What somebody may see of tracks: undefined: all. Of an area of duty that nobody has drawn nothing can be shown: better none
 * than that of others.
 */
export function sightOf(site: Pick<Site, 'grids' | 'buildings'>, duty: string, root: string): Where | undefined {
  return duty === EVERYWHERE || duty === root ? undefined : groundOf(site, duty)
}
