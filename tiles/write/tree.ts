import type { Building } from '../cim/buildings.ts'
import { type Detail, drawBuilding, hasDetails } from './buildings/draw.ts'
import { joined, makeContent } from './content.ts'
import { Meshes } from './mesh.ts'
import type { Output } from './output.ts'
import type { Plan } from './plan.ts'
import { buildingRow } from './rows.ts'
import type { BuildingSource, Outline } from './source.ts'
import { type Tile, tile } from './tileset.ts'

/** A tile holds no more buildings than this, and no more storeys in all. */
const MOST_BUILDINGS = 48
const MOST_STOREYS = 420
/** From afar only the largest are drawn. */
const MOST_FAR = 160
/** Metres that are wrong when balconies and what stands on roofs is left out. */
const MIDDLE_ERROR = 4
const FAR_ERROR = 14
/** Facades seen from tiles; small ones for tiles that give way to finer ones before anybody could tell. */
const TEXTURES = '../textures'
const FAR_TEXTURES = '../textures/far'

export interface TreeOptions {
  source: BuildingSource
  plan: Plan
  output: Output
  /** Where the tiles go: `buildings`, `city`. */
  folder: string
  compress: boolean
  /** Can they be picked? The city around is only looked at. */
  named: boolean
  done(looked: number, drawn: number, triangles: number): void
}

interface Branch {
  tile: Tile
  largest: Building[]
}

/** Buildings in a tree of squares, largest first: few plain volumes from afar, every window from near. */
export async function writeTree(options: TreeOptions): Promise<Tile | undefined> {
  const { outlines } = options.source
  if (outlines.length === 0) return undefined
  const east = extent(outlines, 'east')
  const north = extent(outlines, 'north')
  const size = Math.max(east.high - east.low, north.high - north.low, 1)
  const all = outlines.map((_, i) => i)
  const branch = await writeBranch(options, all, east.low, north.low, size, 'r')
  return branch?.tile
}

async function writeBranch(
  options: TreeOptions,
  members: readonly number[],
  west: number,
  south: number,
  size: number,
  name: string,
): Promise<Branch | undefined> {
  const { outlines } = options.source
  let storeys = 0
  for (const i of members) storeys += (outlines[i] as Outline).storeys
  const small = members.length <= MOST_BUILDINGS && storeys <= MOST_STOREYS
  // Buildings heaped on one spot cannot be parted by halving it.
  if (small || members.length === 1 || size < 4) return writeLeaf(options, members, name)
  const half = size / 2
  const quarters: number[][] = [[], [], [], []]
  for (const i of members) {
    const { east, north } = outlines[i] as Outline
    quarters[(east >= west + half ? 1 : 0) + (north >= south + half ? 2 : 0)]?.push(i)
  }
  const branches: Branch[] = []
  for (const [n, quarter] of quarters.entries()) {
    if (quarter.length === 0) continue
    const branch = await writeBranch(
      options,
      quarter,
      west + (n % 2) * half,
      south + (n >> 1) * half,
      half,
      `${name}${n}`,
    )
    if (branch) branches.push(branch)
  }
  if (branches.length < 2) return branches[0]
  const largest = branches
    .flatMap((branch) => branch.largest)
    .sort((a, b) => volumeOf(b) - volumeOf(a))
    .slice(0, MOST_FAR)
  const children = branches.map((branch) => branch.tile)
  const error = Math.max(FAR_ERROR, size / 18)
  const own = await writeContent(options, largest, 'far', name, FAR_TEXTURES)
  if (!own) return undefined
  const bounds = joined([own.bounds, ...children.map((child) => child.bounds)])
  return { largest, tile: tile(bounds, error, { refine: 'REPLACE', content: { uri: own.uri }, children }) }
}

async function writeLeaf(options: TreeOptions, members: readonly number[], name: string): Promise<Branch | undefined> {
  const buildings: Building[] = []
  for (const i of members) {
    const building = options.source.load(i)
    if (building) buildings.push(building)
  }
  const isRefined = buildings.some(hasDetails)
  const middle = await writeContent(options, buildings, 'middle', name, isRefined ? FAR_TEXTURES : TEXTURES)
  options.done(members.length, buildings.length, middle?.triangles ?? 0)
  if (!middle) return undefined
  const near = isRefined ? await writeContent(options, buildings, 'near', `${name}-near`, TEXTURES) : undefined
  const bounds = near ? joined([middle.bounds, near.bounds]) : middle.bounds
  const children = near ? [tile(near.bounds, 0, { content: { uri: near.uri } })] : undefined
  const own = tile(bounds, children ? MIDDLE_ERROR : 0, {
    refine: 'REPLACE',
    content: { uri: middle.uri },
    ...(children ? { children } : {}),
  })
  const largest = [...buildings].sort((a, b) => volumeOf(b) - volumeOf(a)).slice(0, MOST_FAR)
  return { largest, tile: own }
}

async function writeContent(
  options: TreeOptions,
  buildings: readonly Building[],
  detail: Detail,
  name: string,
  textures: string,
) {
  const { plan, output, folder, compress, named, done } = options
  const meshes = new Meshes()
  for (const [i, building] of buildings.entries()) {
    meshes.feature = i
    drawBuilding(meshes, building, plan, detail)
  }
  const layer = named ? { meshes, table: 'building' as const, rows: buildings.map(buildingRow) } : { meshes }
  const content = makeContent([layer], { compress, textures })
  if (!content) return undefined
  const uri = `${folder}/${name}.glb`
  await output.write(uri, content.bytes)
  if (detail !== 'middle') done(0, 0, content.triangles)
  return { uri, bounds: content.bounds, triangles: content.triangles }
}

const volumes = new WeakMap<Building, number>()

/** Metres along and across times height: enough to say which is larger. */
function volumeOf(building: Building): number {
  let known = volumes.get(building)
  if (known === undefined) {
    const lon = extentOf(building.footprint.map(([x]) => x))
    const lat = extentOf(building.footprint.map(([, y]) => y))
    known = lon * lat * building.floors * building.floorHeight
    volumes.set(building, known)
  }
  return known
}

function extent(outlines: readonly Outline[], key: 'east' | 'north'): { low: number; high: number } {
  let [low, high] = [Infinity, -Infinity]
  for (const outline of outlines) {
    low = Math.min(low, outline[key])
    high = Math.max(high, outline[key])
  }
  return { low, high }
}

function extentOf(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values)
}
