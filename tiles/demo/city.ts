import type { Building } from '../cim/buildings.ts'
import type { Ground } from '../cim/ground.ts'
import type { Site } from '../cim/site.ts'
import { at, blob, ROOT, rectangle, type Spot } from './frame.ts'

const WALLS = ['#6f6d6a', '#77736c', '#6a6f73', '#7a7670', '#736f76']
const REACH = 1900

/** The city around: blocks between wide streets, a river in the south, hills in the north. Simpler, and only seen. */
export function makeSurroundings(random: () => number): Site['surroundings'] {
  const grounds: Ground[] = [
    { kind: 'water', name: '锦江', ring: blob(at(-200, -1050), 2600, 170, 0.05, 64) },
    { kind: 'hill', name: '北山', height: 190, ring: blob(at(-500, 1750), 900, 380, 0.1) },
    { kind: 'hill', height: 130, ring: blob(at(700, 1850), 760, 330, 0.12) },
    { kind: 'hill', height: 90, ring: blob(at(-1650, 1350), 520, 300, 0.1) },
  ]
  const buildings: Building[] = []
  for (let east = -REACH; east <= REACH; east += 118)
    for (let north = -REACH; north <= 1250; north += 104) {
      const spot = at(east + (random() - 0.5) * 30, north + (random() - 0.5) * 26)
      if (isCommunity(spot) || isRiver(spot) || random() < 0.18) continue
      buildings.push(block(spot, buildings.length + 1, random))
    }
  return { grounds, buildings }
}

function block(spot: Spot, number: number, random: () => number): Building {
  const far = Math.hypot(spot.east, spot.north) / REACH
  const tall = random() < 0.16
  const floors = Math.max(2, Math.round((tall ? 22 + random() * 16 : 4 + random() * 10) * (1.05 - 0.4 * far)))
  const [width, depth] = tall ? [26 + random() * 10, 24 + random() * 8] : [40 + random() * 34, 14 + random() * 22]
  return {
    place: `${ROOT}/city/c${number}`,
    name: `周边 ${number}`,
    status: 'in-use',
    use: 'residential',
    footprint: rectangle(spot, width, depth, random() < 0.2 ? 90 : 0),
    holes: [],
    floors,
    basements: 0,
    floorHeight: 3.2,
    drawings: [],
    units: 1,
    parts: [],
    facade: {
      material: 'plaster',
      color: WALLS[Math.floor(random() * WALLS.length)] as string,
      glazing: 0.3,
      balconies: false,
    },
  }
}

function isCommunity({ east, north }: Spot): boolean {
  return Math.abs(east) < 560 && Math.abs(north) < 560
}

function isRiver({ north }: Spot): boolean {
  return north > -1290 && north < -810
}
