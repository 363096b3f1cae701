import type { Site } from '../../cim/site.ts'
import { BODY } from '../buildings/walls.ts'
import { joined, makeContent } from '../content.ts'
import { Meshes } from '../mesh.ts'
import type { Output } from '../output.ts'
import type { Plan } from '../plan.ts'
import type { Row } from '../tables.ts'
import { type Tile, tile } from '../tileset.ts'
import { addBoundaries } from './boundaries.ts'
import { addGround, addPlain } from './grounds.ts'
import { addMarkings, addRoads, waysOf } from './roads.ts'

const MARKING_ERROR = 8
/** Metres that the plain below everything reaches, in lengths of the community. */
const PLAIN_REACH = 8
/** The city's sheets lie lower than the community's, which is drawn over them. */
const CITY_LIFT = -0.45

/** The ground of a site: the plain and the city far out, the community's sheets upon it, markings and fences from near. */
export async function writeGround(site: Site, plan: Plan, output: Output, compress: boolean): Promise<Tile[]> {
  const tiles: Tile[] = []
  const write = async (name: string, meshes: Meshes, rows: Row[] | undefined, error: number) => {
    const content = makeContent([{ meshes, ...(rows ? { table: 'ground' as const, rows } : {}) }], {
      compress,
      textures: '../textures',
    })
    if (!content) return undefined
    await output.write(`ground/${name}.glb`, content.bytes)
    return tile(content.bounds, error, { content: { uri: `ground/${name}.glb` } })
  }
  const far = new Meshes()
  addPlain(far, Math.max(2500, site.community.radius * PLAIN_REACH))
  for (const [i, ground] of site.surroundings.grounds.entries()) addGround(far, ground, plan, i, CITY_LIFT)
  const plain = await write('city', far, undefined, 0)
  if (plain) tiles.push(plain)

  const near = new Meshes()
  const rows: Row[] = []
  for (const [i, ground] of site.grounds.entries()) {
    near.feature = rows.push({ kind: ground.kind, name: ground.name ?? '' }) - 1
    addGround(near, ground, plan, i)
  }
  const ways = waysOf(site.roads, plan)
  for (const way of ways) {
    near.feature = rows.push({ kind: 'road', name: way.edge.name ?? '' }) - 1
    addRoads(near.of(BODY), [way])
  }
  const own = await write('community', near, rows, MARKING_ERROR)
  if (!own) return tiles
  const fine = new Meshes()
  addMarkings(fine.of(BODY), ways)
  addBoundaries(fine, site.walls, site.gates, plan)
  const markings = await write('markings', fine, undefined, 0)
  if (!markings) return [...tiles, own]
  const bounds = joined([own.bounds, markings.bounds])
  tiles.push(
    tile(bounds, MARKING_ERROR, { refine: 'ADD', content: own.content as { uri: string }, children: [markings] }),
  )
  return tiles
}
