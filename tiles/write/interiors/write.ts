import type { Building } from '../../cim/buildings.ts'
import { floorId, floorLevel, storeyHeight } from '../../cim/floors.ts'
import type { Interior } from '../../cim/interior.ts'
import { drawnInside, readInterior } from '../../cim/interiors.ts'
import { assemble, joined, type Packed, pack } from '../content.ts'
import type { Output } from '../output.ts'
import type { Plan } from '../plan.ts'
import type { BuildingSource, Problem } from '../source.ts'
import { tableClasses } from '../tables.ts'
import { type Tile, tile, tilesetJson } from '../tileset.ts'
import { frameOf } from './frame.ts'
import { drawStorey, likenessOf, rowsOf } from './storey.ts'

export interface InteriorsOptions {
  folder: string
  source: BuildingSource
  plan: Plan
  output: Output
  compress: boolean
  datum: number
  problems: Problem[]
  progress(done: number, total: number): void
}

/** Seen whenever the building is opened at all. */
const OPEN_ERROR = 500

/** A tileset of its own for the inside of each building that has one, a tile a storey. */
export async function writeInteriors(
  options: InteriorsOptions,
): Promise<{ byPlace: Record<string, string>; triangles: number }> {
  const { folder, source, problems, progress } = options
  const byPlace: Record<string, string> = {}
  let triangles = 0
  const drawn = await drawnInside(folder, source.places)
  let done = 0
  for (let i = 0; i < source.places.length; i++) {
    const place = source.places[i] as string
    if (!drawn.has(place)) continue
    const [building, interior] = [source.load(i), await readInterior(folder, place)]
    if (!building || !interior) continue
    const written = await writeInterior(options, building, interior)
    if (written.uri) byPlace[place] = written.uri
    else problems.push({ object: place, reason: 'its inside has nothing to draw' })
    triangles += written.triangles
    progress(++done, drawn.size)
  }
  return { byPlace, triangles }
}

async function writeInterior(
  { plan, output, compress, datum, problems }: InteriorsOptions,
  building: Building,
  interior: Interior,
): Promise<{ uri?: string; triangles: number }> {
  const name = building.place.replaceAll('/', '-')
  const frame = frameOf(interior, plan)
  const tiles: Tile[] = []
  const drawn = new Map<string, Packed>()
  let triangles = 0
  for (const { floor, plan: id } of interior.floors) {
    const storeyPlan = interior.plans[id]
    if (!storeyPlan) {
      problems.push({ object: building.place, reason: `floor ${floor} has no plan "${id}"` })
      continue
    }
    const likeness = likenessOf(interior, building, floor, id)
    let storey = drawn.get(likeness)
    if (!storey) {
      const height = storeyHeight(building, floor)
      storey = pack(drawStorey(interior, { floor, plan: storeyPlan, height }, frame), compress)
      if (!storey) continue
      drawn.set(likeness, storey)
    }
    const rows = rowsOf(building, floor, storeyPlan, interior, datum)
    const content = assemble(storey, rows, '../../textures', floorLevel(building, floor))
    await output.write(`interiors/${name}/${floorId(floor)}.glb`, content.bytes)
    triangles += content.triangles
    tiles.push(
      tile(content.bounds, 0, {
        content: { uri: `${floorId(floor)}.glb` },
        metadata: { class: 'floor', properties: rows.floor[0] },
      }),
    )
  }
  if (tiles.length === 0) return { triangles }
  const root = tile(joined(tiles.map(({ bounds }) => bounds)), OPEN_ERROR, { refine: 'ADD', children: tiles })
  const uri = `interiors/${name}/tileset.json`
  await output.write(
    uri,
    tilesetJson(
      { ...root, transform: plan.matrix },
      { geometricError: OPEN_ERROR, extras: { building: building.place }, schema: floorSchema() },
    ),
  )
  return { uri, triangles }
}

/** The storey of a tile is known before its content is: a floor list needs no download. */
function floorSchema() {
  const types = {
    string: { type: 'STRING' },
    int16: { type: 'SCALAR', componentType: 'INT16' },
    uint16: { type: 'SCALAR', componentType: 'UINT16' },
    float32: { type: 'SCALAR', componentType: 'FLOAT32' },
  } as const
  const { name, columns } = tableClasses.floor
  const properties = Object.fromEntries(Object.entries(columns).map(([column, type]) => [column, types[type]]))
  return { id: 'ankan', classes: { floor: { name, properties } } }
}
