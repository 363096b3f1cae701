import type { Tree } from '../cim/ground.ts'
import type { Claims } from './claims.ts'
import { at, lonLat, type Spot } from './frame.ts'
import { NORTH_SOUTH, WEST_EAST } from './streets.ts'

const STREET: Tree['species'][] = ['camphor', 'banyan', 'ginkgo', 'camphor', 'palm']
const SPECIES: Tree['species'][] = ['camphor', 'banyan', 'ginkgo', 'palm']

/** Metres between two trees of a row, and between any two that grew by themselves. */
const ROW = 16
const APART = 4.2

/** Rows along the streets, a grove around the lake, groups in the gardens. `claims` says where no tree can stand. */
export function makeTrees(random: () => number, claims: Claims, gardens: readonly Spot[]): Tree[] {
  const trees: Tree[] = []
  const plant = (spot: Spot, species: Tree['species'], least: number, most: number, apart = APART) => {
    const height = Number((least + random() * (most - least)).toFixed(1))
    if (!claims.isFree(spot)) return
    trees.push({ at: lonLat(spot), species, height })
    claims.spot(spot, apart)
  }
  for (const [i, { east, width }] of NORTH_SOUTH.entries())
    for (const side of [-1, 1])
      for (let north = -492; north <= 492; north += ROW)
        plant(at(east + side * (width / 2 + 2.2), north + random()), STREET[i] as Tree['species'], 6.5, 9, 3)
  for (const [i, { north, width }] of WEST_EAST.entries())
    for (const side of [-1, 1])
      for (let east = -492; east <= 492; east += ROW)
        plant(at(east + random(), north + side * (width / 2 + 2.2)), STREET[(i + 2) % 5] as Tree['species'], 6.5, 9, 3)
  for (let i = 0; i < 900; i++) {
    const spot = at(-240 + random() * 480, 54 + random() * 216)
    const far = Math.hypot((spot.east - 24) / 150, (spot.north - 162) / 80)
    // Thicker towards the edges: the lake stays open.
    if (random() < far - 0.6) plant(spot, SPECIES[Math.floor(random() * 3)] as Tree['species'], 5, 12)
  }
  for (const garden of gardens)
    for (let i = 0; i < 36; i++) {
      const species = SPECIES[Math.floor(random() * 4)] as Tree['species']
      plant(at(garden.east + (random() - 0.5) * 58, garden.north + (random() - 0.5) * 24), species, 4, 9)
    }
  for (let i = 0; i < 1800; i++)
    plant(at(-480 + random() * 960, -480 + random() * 960), SPECIES[Math.floor(random() * 4)] as Tree['species'], 4, 8)
  return trees
}
