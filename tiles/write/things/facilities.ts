import { CODE_LEVELS, gridCode } from '../../cim/code.ts'
import type { Facility } from '../../cim/facilities.ts'
import { BODY } from '../buildings/walls.ts'
import { joined, makeContent } from '../content.ts'
import { Meshes } from '../mesh.ts'
import type { Output } from '../output.ts'
import type { Plan } from '../plan.ts'
import type { Problem } from '../source.ts'
import type { Row } from '../tables.ts'
import { type Tile, tile } from '../tileset.ts'
import { addModel, modelMesh } from './model-mesh.ts'

const CELL = 160
/** What stands about is drawn from near alone: within some 300 m. */
const SEEN_ERROR = 5

/** Benches, lamps, sheds: each can be picked, so each is drawn by itself. */
export async function writeFacilities(
  facilities: readonly Facility[],
  plan: Plan,
  output: Output,
  compress: boolean,
  problems: Problem[],
): Promise<Tile | undefined> {
  const cells = new Map<string, { meshes: Meshes; rows: Row[] }>()
  for (const { id, kind, name, place, position, heading } of facilities) {
    const model = modelMesh(kind)
    if (!model) {
      problems.push({ object: id, reason: `there is no model "${kind}"` })
      continue
    }
    const { point, up } = plan.near([position.lon, position.lat])
    const [east, north] = point([position.lon, position.lat])
    const key = `${Math.floor(east / CELL)}_${Math.floor(north / CELL)}`
    let cell = cells.get(key)
    if (!cell) {
      cell = { meshes: new Meshes(), rows: [] }
      cells.set(key, cell)
    }
    const code = gridCode(position, CODE_LEVELS.object)
    cell.meshes.feature = cell.rows.push({ id, kind, name: name ?? '', place, code }) - 1
    addModel(cell.meshes.of(BODY), model, [east, up + position.height, -north], heading)
  }
  const children: Tile[] = []
  for (const [key, { meshes, rows }] of cells) {
    const content = makeContent([{ meshes, table: 'facility', rows }], { compress, textures: '../textures' })
    if (!content) continue
    const uri = `facilities/${key}.glb`
    await output.write(uri, content.bytes)
    children.push(tile(content.bounds, 0, { content: { uri } }))
  }
  if (children.length === 0) return undefined
  return tile(joined(children.map((child) => child.bounds)), SEEN_ERROR, { refine: 'ADD', children })
}
