import { Glb } from './glb.ts'
import { addMaterial, isTextured } from './materials.ts'
import type { Meshes } from './mesh.ts'
import { addPrimitive, type Grid, gridOf, type PackedPrimitive, packPrimitive } from './primitive.ts'
import { addTables, featuresOf, type Row, type TableName } from './tables.ts'

/** From corner to corner in the frame of the tileset: east, north, up. */
export interface Bounds {
  min: [number, number, number]
  max: [number, number, number]
}

/** Meshes whose features are the rows of one table; without a table they are scenery that cannot be picked. */
export interface Layer {
  meshes: Meshes
  table?: TableName
  rows?: readonly Row[]
}

export interface Content {
  bytes: Uint8Array
  bounds: Bounds
  triangles: number
}

export interface ContentOptions {
  compress: boolean
  /** Where the facades lie, seen from this tile. */
  textures: string
}

/** What a tile shows, packed; what its features are called is not yet said. */
export interface Packed {
  layers: { table?: TableName; primitives: { material: string; primitive: PackedPrimitive }[] }[]
  grid: Grid
  bounds: Bounds
  triangles: number
}

/** Few primitives, each of one material. Undefined when there is nothing to draw. */
export function pack(layers: readonly Pick<Layer, 'meshes' | 'table'>[], compress: boolean): Packed | undefined {
  const drawn = layers.filter(({ meshes }) => !meshes.isEmpty)
  if (drawn.length === 0) return undefined
  const { grid, min, max } = gridOf(drawn.flatMap(({ meshes }) => [...meshes.byMaterial.values()]))
  let triangles = 0
  const packed = drawn.map(({ meshes, table }) => {
    triangles += meshes.triangles
    const primitives = [...meshes.byMaterial]
      .filter(([, mesh]) => mesh.corners > 0)
      .map(([material, mesh]) => ({ material, primitive: packPrimitive(mesh, grid, isTextured(material), compress) }))
    return { ...(table ? { table } : {}), primitives }
  })
  return { layers: packed, grid, bounds: toBounds(min, max), triangles }
}

/** A tile's GLB. `rows` are those of each table, `lift` metres that it is raised. */
export function assemble(
  { layers, grid, bounds, triangles }: Packed,
  rows: Partial<Record<TableName, readonly Row[]>>,
  textures: string,
  lift = 0,
): Content {
  const glb = new Glb()
  const materials = new Map<string, number>()
  const primitives: Record<string, unknown>[] = []
  const tables: { table: TableName; rows: readonly Row[] }[] = []
  /** Layers of one table share it. Cesium picks from one table a tile alone, so there should be no second. */
  const tableOf = (table: TableName, own: readonly Row[]) => {
    const known = tables.findIndex((one) => one.table === table)
    return known < 0 ? tables.push({ table, rows: own }) - 1 : known
  }
  for (const layer of layers) {
    const own = layer.table && rows[layer.table]
    const features = layer.table && own?.length ? featuresOf(tableOf(layer.table, own), own.length) : undefined
    if (features) glb.use('EXT_mesh_features')
    for (const { material: name, primitive } of layer.primitives) {
      let material = materials.get(name)
      if (material === undefined) {
        material = addMaterial(glb, name, textures)
        materials.set(name, material)
      }
      const added = addPrimitive(glb, primitive, features !== undefined)
      primitives.push({ ...added, material, ...(features ? { extensions: features } : {}) })
    }
  }
  const [x, y, z] = grid.center
  glb.place(primitives, { translation: [x, y + lift, z], scale: [grid.step, grid.step, grid.step] })
  addTables(glb, tables)
  const raised = (corner: Bounds['min']): Bounds['min'] => [corner[0], corner[1], corner[2] + lift]
  return { bytes: glb.bytes(), bounds: { min: raised(bounds.min), max: raised(bounds.max) }, triangles }
}

export function makeContent(layers: readonly Layer[], { compress, textures }: ContentOptions): Content | undefined {
  const packed = pack(layers, compress)
  if (!packed) return undefined
  const rows = Object.fromEntries(layers.flatMap(({ table, rows: own }) => (table && own ? [[table, own]] : [])))
  return assemble(packed, rows, textures)
}

function toBounds(min: readonly number[], max: readonly number[]): Bounds {
  const [x0, y0, z0] = min as [number, number, number]
  const [x1, y1, z1] = max as [number, number, number]
  return { min: [x0, -z1, y0], max: [x1, -z0, y1] }
}

export function joined(all: readonly Bounds[]): Bounds {
  const pick = (corner: 'min' | 'max', better: (...values: number[]) => number) =>
    [0, 1, 2].map((axis) => better(...all.map((bounds) => bounds[corner][axis] as number))) as [number, number, number]
  return { min: pick('min', Math.min), max: pick('max', Math.max) }
}
