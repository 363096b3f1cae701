import { centroid } from '#shared/place/ring.ts'
import type { Rgba } from '../../scene/content/shapes.ts'
import type { Layer } from '../layer.ts'
import { ranks } from '../ranks.ts'

const EDGE: Rgba = [186, 196, 208, 190]
const GROUND = 1.2
const SIGN = 12

/** 网格: the boundary of each grid, its name and who answers for it. */
export const gridLayer: Layer = {
  id: 'grids',
  name: { zh: '网格边界', en: 'Grids' },
  startsOn: false,
  show({ sheet, site, local }) {
    for (const { place, name, ring, inCharge } of site.grids) {
      const corners = ring.map(([lon, lat]) => local({ lon, lat, height: GROUND }))
      const closed = [...corners, corners[0]].filter((corner) => corner !== undefined)
      const points = new Float32Array(closed.flatMap(({ east, north, up }) => [east, north, up]))
      sheet.lines.put(place, { points, color: EDGE, width: 2.2, dashed: true, over: true })
      const [lon, lat] = centroid(ring)
      const lead = inCharge[0]
      sheet.marks.put(place, {
        at: local({ lon, lat, height: SIGN }),
        place,
        picked: { kind: 'place', id: place },
        image: undefined,
        size: 0,
        condition: 'calm',
        rank: ranks.name + 20,
        // What it is called is said by the names.
        name: lead ? `${lead.duty} ${lead.name}` : name,
        nameReach: 4000,
      })
    }
    return { legend: () => [], count: () => site.grids.length, filtered() {}, stop() {} }
  },
}
