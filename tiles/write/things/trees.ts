import type { Tree } from '../../cim/ground.ts'
import { shade } from '../color.ts'
import { type Bounds, joined } from '../content.ts'
import { Glb } from '../glb.ts'
import { Mesh } from '../mesh.ts'
import type { Output } from '../output.ts'
import type { Plan } from '../plan.ts'
import { type Tile, tile } from '../tileset.ts'
import { modelMesh } from './model-mesh.ts'

const CELL = 240
/** Metres that are wrong when a tree is a plain crown on a stem. */
const FAR_ERROR = 5

interface Standing {
  species: Tree['species']
  east: number
  north: number
  up: number
  height: number
  turn: number
}

const crowns: Record<Tree['species'], { color: string; wide: number; low: number }> = {
  banyan: { color: '#566f50', wide: 0.62, low: 0.22 },
  camphor: { color: '#647f57', wide: 0.42, low: 0.2 },
  ginkgo: { color: '#8a9860', wide: 0.3, low: 0.18 },
  palm: { color: '#6b8456', wide: 0.34, low: 0.62 },
}

/** All trees as plain crowns from afar; square by square as models from near. Each is one model many times over. */
export async function writeTrees(trees: readonly Tree[], plan: Plan, output: Output): Promise<Tile | undefined> {
  if (trees.length === 0) return undefined
  const cells = new Map<string, Standing[]>()
  const all = trees.map(({ at, species, height }, i): Standing => {
    const { point, up } = plan.near(at)
    const [east, north] = point(at)
    return { species, east, north, up, height, turn: i * 2.399 }
  })
  for (const one of all) {
    const key = `${Math.floor(one.east / CELL)}_${Math.floor(one.north / CELL)}`
    const cell = cells.get(key)
    if (cell) cell.push(one)
    else cells.set(key, [one])
  }
  const children: Tile[] = []
  for (const [key, standing] of cells) {
    const uri = `trees/${key}.glb`
    await output.write(
      uri,
      forest(
        standing,
        (species) => modelMesh(species)?.mesh,
        (s) => modelMesh(s)?.height ?? 1,
      ),
    )
    children.push(tile(boundsOf(standing), 0, { content: { uri } }))
  }
  await output.write(
    'trees/all.glb',
    forest(
      all,
      (species) => crown(species),
      () => 1,
    ),
  )
  const bounds = joined(children.map((child) => child.bounds))
  return tile(bounds, FAR_ERROR, { refine: 'REPLACE', content: { uri: 'trees/all.glb' }, children })
}

function forest(
  trees: readonly Standing[],
  meshOf: (species: Tree['species']) => Mesh | undefined,
  heightOf: (species: Tree['species']) => number,
): Uint8Array {
  const glb = new Glb()
  const material = glb.material({
    name: 'leaves',
    pbrMetallicRoughness: { metallicFactor: 0, roughnessFactor: 1 },
  })
  glb.use('EXT_mesh_gpu_instancing', true)
  for (const species of new Set(trees.map((tree) => tree.species))) {
    const mesh = meshOf(species)
    if (!mesh) continue
    const own = trees.filter((tree) => tree.species === species)
    const high = heightOf(species)
    const places = new Float32Array(own.length * 3)
    const turns = new Float32Array(own.length * 4)
    const sizes = new Float32Array(own.length * 3)
    for (const [i, { east, north, up, height, turn }] of own.entries()) {
      places.set([east, up, -north], i * 3)
      turns.set([0, Math.sin(turn / 2), 0, Math.cos(turn / 2)], i * 4)
      sizes.fill(height / high, i * 3, i * 3 + 3)
    }
    const attribute = (array: Float32Array, type: string) =>
      glb.accessor(glb.view(new Uint8Array(array.buffer)), 0, 5126, type, own.length)
    const attributes = {
      TRANSLATION: attribute(places, 'VEC3'),
      ROTATION: attribute(turns, 'VEC4'),
      SCALE: attribute(sizes, 'VEC3'),
    }
    glb.place([{ ...plainPrimitive(glb, mesh), material }], { extensions: { EXT_mesh_gpu_instancing: { attributes } } })
  }
  return glb.bytes()
}

/** In plain metres: what an instance's size is multiplied with may not be whole numbers of a grid. */
function plainPrimitive(glb: Glb, { vertices, floats, shades, indices, corners }: Mesh) {
  const positions = new Float32Array(vertices * 3)
  const normals = new Float32Array(vertices * 3)
  const colors = new Uint8Array(vertices * 4)
  const [low, high] = [
    [Infinity, Infinity, Infinity],
    [-Infinity, -Infinity, -Infinity],
  ]
  for (let i = 0; i < vertices; i++) {
    for (let axis = 0; axis < 3; axis++) {
      const value = floats[i * 8 + axis] as number
      positions[i * 3 + axis] = value
      low[axis] = Math.min(low[axis] as number, value)
      high[axis] = Math.max(high[axis] as number, value)
      normals[i * 3 + axis] = floats[i * 8 + 3 + axis] as number
      colors[i * 4 + axis] = shades[i * 4 + axis] as number
    }
    colors[i * 4 + 3] = 255
  }
  const bytes = (array: Float32Array | Uint16Array) => new Uint8Array(array.buffer)
  const vertexView = (data: Uint8Array) => glb.view(data, 34962)
  return {
    attributes: {
      POSITION: glb.accessor(vertexView(bytes(positions)), 0, 5126, 'VEC3', vertices, { min: low, max: high }),
      NORMAL: glb.accessor(vertexView(bytes(normals)), 0, 5126, 'VEC3', vertices),
      COLOR_0: glb.accessor(vertexView(colors), 0, 5121, 'VEC4', vertices, { normalized: true }),
    },
    indices: glb.accessor(
      glb.view(bytes(Uint16Array.from(indices.subarray(0, corners))), 34963),
      0,
      5123,
      'SCALAR',
      corners,
    ),
  }
}

/** A tree one metre high as it looks from half a kilometre: a stem and a crown of two cones. */
function crown(species: Tree['species']): Mesh {
  const { color, wide, low } = crowns[species]
  const mesh = new Mesh()
  const SIDES = 7
  const middle = low + (1 - low) * 0.42
  const ring = (y: number, radius: number, ny: number, tone: number) =>
    Array.from({ length: SIDES }, (_, i) => {
      const turn = (i / SIDES) * 2 * Math.PI
      const flat = Math.sqrt(1 - ny * ny)
      const [x, z] = [Math.cos(turn), Math.sin(turn)]
      return mesh.vertex(x * radius, y, z * radius, x * flat, ny, z * flat, shade(color, tone))
    })
  const rings = [
    ring(low, wide * 0.35, -0.5, 0.62),
    ring(middle, wide, 0.1, 0.88),
    ring(middle + (1 - middle) * 0.6, wide * 0.68, 0.6, 1.06),
  ]
  const top = mesh.vertex(0, 1, 0, 0, 1, 0, shade(color, 1.16))
  for (let i = 0; i < SIDES; i++) {
    const next = (i + 1) % SIDES
    for (let n = 1; n < rings.length; n++) {
      const [under, over] = [rings[n - 1] as number[], rings[n] as number[]]
      mesh.quad(under[next] as number, under[i] as number, over[i] as number, over[next] as number)
    }
    const last = rings.at(-1) as number[]
    mesh.triangle(last[next] as number, last[i] as number, top)
  }
  const stem = ring(0, 0.04, 0, 0.5)
  const under = rings[0] as number[]
  for (let i = 0; i < SIDES; i++) {
    const next = (i + 1) % SIDES
    mesh.quad(stem[next] as number, stem[i] as number, under[i] as number, under[next] as number)
  }
  return mesh
}

function boundsOf(trees: readonly Standing[]): Bounds {
  return joined(
    trees.map(({ east, north, up, height }) => ({
      min: [east - height, north - height, up],
      max: [east + height, north + height, up + height * 1.1],
    })),
  )
}
