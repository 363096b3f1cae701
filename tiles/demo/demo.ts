import { seededRandom } from '#shared/random.ts'
import type { Site } from '../cim/site.ts'
import type { SiteContent } from '../cim/write.ts'
import { placeBuildings } from './buildings.ts'
import { makeSurroundings } from './city.ts'
import { claimGround, claimSolid } from './claimed.ts'
import { courtLines } from './court-lanes.ts'
import { placeDevices } from './devices/place.ts'
import { doorstepLines, doorstepsOf } from './doorsteps.ts'
import { drives } from './drives.ts'
import { frontHedges, makeEnclosure } from './fences.ts'
import { at, CENTER, corners, ROOT, ringOf } from './frame.ts'
import { facilitiesOf, furnish } from './furniture.ts'
import { makeGrids } from './grids.ts'
import { makeGrounds } from './grounds.ts'
import { netOf } from './net.ts'
import { parkLines } from './park.ts'
import { makeHouseholds } from './people.ts'
import { gardensOf } from './rows.ts'
import { interiorOf } from './stand.ts'
import { mainGates, streetLines } from './streets.ts'
import { makeTrees } from './trees.ts'

export interface DemoOptions {
  /** People and vehicles on duty; a bench may want thousands. */
  movers?: number | undefined
}

const MOVERS = 100

/**
 * The demonstration community 锦绣社区: one square kilometre of quarters of four decades around a park, and the
 * city beyond. The same seed gives the same community to the last digit.
 */
export function makeDemo(seed: number, { movers = MOVERS }: DemoOptions = {}): SiteContent {
  // A stream of its own for each part: one more tree must not move the people.
  const stream = (part: number) => seededRandom(seed * 31 + part)
  const placed = placeBuildings(stream(1))
  const ways = [...streetLines, ...courtLines(placed), ...drives, ...parkLines]
  const doorsteps = doorstepsOf(placed)
  const lines = [...ways, ...doorstepLines(doorsteps, ways, placed)]
  const grounds = makeGrounds(placed)
  const { walls: fences, gates: courtGates, spans } = makeEnclosure(lines)
  const walls = [...fences, ...frontHedges(placed)]
  const gates = [...mainGates, ...courtGates]
  const claims = claimGround(placed, lines, grounds, walls)
  const solid = claimSolid(placed, lines, grounds, walls)
  const things = furnish(placed, ways, solid)
  for (const { spot, kind } of things) claims.spot(spot, kind === 'charging-shed' ? 5 : 2.4)
  const households = makeHouseholds(placed, stream(5))
  const gardens = gardensOf(placed)
  const site: Site = {
    community: {
      id: ROOT,
      name: '锦绣社区',
      center: CENTER,
      datum: 0,
      radius: 740,
      district: '示范区',
      street: '锦绣街道',
      police: '锦绣派出所',
      boundary: ringOf(corners(at(0, 0), 1034, 1034)),
    },
    grids: makeGrids(),
    grounds,
    roads: netOf(lines),
    walls,
    gates,
    trees: makeTrees(stream(2), claims, gardens),
    facilities: facilitiesOf(things),
    buildings: placed.map(({ building }) => building),
    surroundings: makeSurroundings(stream(3)),
    tilesets: [],
  }
  return {
    site,
    devices: placeDevices({ placed, households, lines: ways, things, gates, spans, solid, movers }),
    households,
    interiors: new Map(placed.map(({ building, drawing, stand }) => [building.place, interiorOf(drawing, stand)])),
  }
}
