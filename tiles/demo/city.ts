import type { Ground } from '../cim/ground.ts'
import type { Site } from '../cim/site.ts'
import { business, campus, oldTown, slabs, towers, works } from './city/districts.ts'
import { buildingOf, type House } from './city/houses.ts'
import { type Block, blocks, isHill, makeLand } from './city/land.ts'
import { at, corners, ringOf, type Spot } from './frame.ts'

/** Where the high houses stand together. */
const DOWNTOWN = [
  { spot: at(1240, 560), reach: 620 },
  { spot: at(640, 1010), reach: 420 },
  { spot: at(900, -1560), reach: 430 },
] as const

/** The city around: streets that go on, a river in the south with its parks and bridges, hills in the north. Only seen. */
export function makeSurroundings(random: () => number): Site['surroundings'] {
  const grounds: Ground[] = makeLand()
  const houses: House[] = []
  for (const block of blocks()) {
    const middle = at((block.west + block.east) / 2, (block.south + block.north) / 2)
    if (isHill(middle)) continue
    const found = housesOf(block, middle, random).filter(({ spot }) => !isHill(spot))
    const paved = found.some(({ use, roof }) => use === 'office' || roof?.kind === 'hip')
    const green = random() < (paved ? 0.1 : 0.75)
    grounds.push({
      kind: green ? 'grass' : 'plaza',
      ring: ringOf(corners(middle, block.east - block.west, block.north - block.south)),
    })
    houses.push(...found)
  }
  return { grounds, buildings: houses.map((house, i) => buildingOf(house, i + 1)) }
}

function housesOf(block: Block, middle: Spot, random: () => number): House[] {
  const { east, north } = middle
  const near = Math.max(
    ...DOWNTOWN.map(({ spot, reach }) => 1 - Math.hypot(east - spot.east, north - spot.north) / reach),
  )
  if (near > 0.22) return business(block, random, near)
  if (random() < 0.05) return []
  if (random() < 0.07) return campus(block, random)
  if (east < -760 && north > -520 && north < 520 && random() < 0.5) return oldTown(block, random)
  if (north < -1540 && east < -400) return works(block, random)
  if (north < -1300) return towers(block, random, 24, 33)
  // Lower towards the edges.
  const far = Math.hypot(east, north) / 2000
  if (near > 0 || random() < 0.24) return towers(block, random, 16, Math.round(31 - 8 * far))
  return slabs(block, random, 5, Math.round(16 - 8 * far))
}
