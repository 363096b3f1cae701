import { placePart } from '#shared/place/path.ts'
import { centroid, groundArea, type Ring } from '#shared/place/ring.ts'
import type { Building } from '#tiles/cim/buildings.ts'
import type { Layer } from '../layer.ts'
import { ranks } from '../ranks.ts'

/** Metres from which on the name of a house would be one of too many. */
const HOUSE_REACH = 420
const LANDMARK_REACH = 1600
const ZONE_REACH = 6000
/** Metres over the ground at which a zone is named. */
const ZONE_SIGN = 12
/** So many times its width: what is large is named from farther away, and what many go to from farther still. */
const REACH_A_METRE = 13
const LANDMARK_REACH_A_METRE = 40
/** What all who live in a community know. A shop is known to those who stand before it. */
const LANDMARKS = new Set<Building['use']>(['school', 'kindergarten', 'clinic', 'market', 'public', 'police', 'fire'])

/** What neighbourhoods, houses, waters and parks are called: the large before the small. */
export const nameLayer: Layer = {
  id: 'names',
  name: { zh: '地名', en: 'Names' },
  startsOn: true,
  show({ sheet, site, local }) {
    const put = (id: string, ring: Ring, height: number, name: string, reach: number, rank: number) => {
      const [lon, lat] = centroid(ring)
      sheet.marks.put(id, {
        at: local({ lon, lat, height }),
        place: id,
        picked: { kind: placePart(id, 'building') === undefined ? 'place' : 'building', id },
        image: undefined,
        size: 0,
        condition: 'calm',
        rank,
        name,
        nameReach: reach,
      })
    }
    for (const { place, name, footprint, floors, floorHeight, height, use } of site.buildings) {
      const top = (height ?? floors * floorHeight) + 4
      const known = LANDMARKS.has(use)
      const wide = Math.sqrt(groundArea(footprint))
      const far = Math.min(LANDMARK_REACH, wide * (known ? LANDMARK_REACH_A_METRE : REACH_A_METRE))
      put(place, footprint, top, name, Math.max(HOUSE_REACH, far), ranks.name + sizeRank(wide) + (known ? 2 : 0))
    }
    const named = site.grounds.filter(({ name }) => name !== undefined)
    for (const [i, { name, ring }] of named.entries()) {
      const wide = Math.sqrt(groundArea(ring))
      put(`ground-${i}`, ring, 2, name as string, wide * REACH_A_METRE, ranks.name + sizeRank(wide))
    }
    for (const { place, name, ring } of site.grids) put(place, ring, ZONE_SIGN, name, ZONE_REACH, ranks.name + 8)
    const count = site.buildings.length + named.length + site.grids.length
    return { legend: () => [], count: () => count, filtered() {}, stop() {} }
  },
}

/** Of two names that want the same spot, that of the larger stays. */
function sizeRank(wide: number): number {
  return Math.min(4, wide / 40)
}
