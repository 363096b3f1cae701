import { centroid, groundArea, type Ring } from '#shared/place/ring.ts'
import type { Layer } from '../layer.ts'
import { ranks } from '../ranks.ts'

/** Metres from which on the name of a house would be one of too many. */
const HOUSE_REACH = 420
const LANDMARK_REACH = 1600
/** Of a lake or a square, so many times its width: what is large is named from farther away. */
const REACH_A_METRE = 13
/** Dwellings are many and alike; what all know a community by is named from afar. */
const HOMES = new Set(['residential', 'garage', 'utility'])

/** What houses, waters and parks are called. */
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
        picked: { kind: id.includes('/') ? 'building' : 'place', id },
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
      const landmark = !HOMES.has(use)
      const reach = landmark ? LANDMARK_REACH : HOUSE_REACH
      put(place, footprint, top, name, reach, ranks.name + (landmark ? 3 : 0))
    }
    const named = site.grounds.filter(({ name }) => name !== undefined)
    for (const [i, { name, ring }] of named.entries()) {
      const wide = Math.sqrt(groundArea(ring))
      put(`ground-${i}`, ring, 2, name as string, wide * REACH_A_METRE, ranks.name + Math.min(4, wide / 40))
    }
    return { legend: () => [], count: () => site.buildings.length + named.length, filtered() {}, stop() {} }
  },
}
