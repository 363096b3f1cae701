import { seededRandom } from '#shared/random.ts'
import type { Site } from '../cim/site.ts'
import type { SiteContent } from '../cim/write.ts'
import { makeGrids, type Placed, placeBuildings } from './buildings.ts'
import { makeSurroundings } from './city.ts'
import { placeDevices } from './devices.ts'
import { at, CENTER, ROOT, rectangle, type Spot } from './frame.ts'
import { makeHouseholds } from './people.ts'
import { gates, isKeptClear, makeGrounds, makeRoads, makeTrees } from './streets.ts'

/**
 * The demonstration community 锦绣社区: one square kilometre of quarters of four decades around a park, and the
 * city beyond. The same seed gives the same community to the last digit.
 */
export function makeDemo(seed: number): SiteContent {
  // A stream of its own for each part: one more tree must not move the people.
  const stream = (part: number) => seededRandom(seed * 31 + part)
  const placed = placeBuildings(stream(1))
  const site: Site = {
    community: {
      id: ROOT,
      name: '锦绣社区',
      center: CENTER,
      datum: 0,
      radius: 720,
      district: '示范区',
      street: '锦绣街道',
      police: '锦绣派出所',
      boundary: rectangle(at(0, 0), 974, 974),
    },
    grids: makeGrids(placed),
    grounds: makeGrounds(),
    roads: makeRoads(),
    walls: [],
    gates,
    trees: makeTrees(stream(2), (spot) => isKeptClear(spot) || placed.some((one) => isNear(one, spot))),
    facilities: [],
    buildings: placed.map(({ building }) => building),
    surroundings: makeSurroundings(stream(3)),
    tilesets: [],
  }
  return {
    site,
    devices: placeDevices(placed, stream(4)),
    households: makeHouseholds(placed, stream(5)),
    interiors: new Map(),
  }
}

function isNear({ spot, quarter }: Placed, { east, north }: Spot): boolean {
  const [width, depth] = quarter.type.size
  return Math.abs(east - spot.east) < width / 2 + 3.5 && Math.abs(north - spot.north) < depth / 2 + 3.5
}
