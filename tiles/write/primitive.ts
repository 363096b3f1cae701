import { MeshoptEncoder } from 'meshoptimizer'
import type { Glb, Json, PackedView } from './glb.ts'
import type { Mesh } from './mesh.ts'

await MeshoptEncoder.ready

const SHORT_MOST = 32767

/** Positions as whole numbers of `step` metres around `center`: a quarter of the bytes, millimetres at a tile's size. */
export interface Grid {
  center: [number, number, number]
  step: number
}

export function gridOf(meshes: Iterable<Mesh>): { grid: Grid; min: number[]; max: number[] } {
  const min = [Infinity, Infinity, Infinity]
  const max = [-Infinity, -Infinity, -Infinity]
  for (const { floats, vertices } of meshes)
    for (let i = 0; i < vertices * 8; i += 8)
      for (let axis = 0; axis < 3; axis++) {
        const value = floats[i + axis] as number
        if (value < (min[axis] as number)) min[axis] = value
        if (value > (max[axis] as number)) max[axis] = value
      }
  const center = [0, 1, 2].map((axis) => ((min[axis] as number) + (max[axis] as number)) / 2) as Grid['center']
  const half = Math.max(...[0, 1, 2].map((axis) => ((max[axis] as number) - (min[axis] as number)) / 2), 0.001)
  return { grid: { center, step: half / SHORT_MOST }, min, max }
}

/** Bytes a vertex. Each attribute begins at a multiple of four, as glTF asks: three bytes and a gap cost nothing packed. */
const PLAIN = 20
const TEXTURED = 28

/** A primitive ready for as many GLBs as bear it: storeys that are alike are packed once. */
export interface PackedPrimitive {
  vertices: PackedView
  indices: PackedView
  low: number[]
  high: number[]
  textured: boolean
}

/** One interleaved stream a primitive: position and feature, normal, shade and, where it is textured, its place there. */
export function packPrimitive(
  mesh: Mesh,
  { center, step }: Grid,
  textured: boolean,
  compress: boolean,
): PackedPrimitive {
  const count = mesh.vertices
  const stride = textured ? TEXTURED : PLAIN
  const bytes = new Uint8Array(count * stride)
  const { floats, shades } = mesh
  const low = [SHORT_MOST, SHORT_MOST, SHORT_MOST]
  const high = [-SHORT_MOST, -SHORT_MOST, -SHORT_MOST]
  const shorts = new Int16Array(bytes.buffer)
  const features = new Uint16Array(bytes.buffer)
  const wides = new Float32Array(bytes.buffer)
  for (let i = 0; i < count; i++) {
    const f = i * 8
    const at = i * stride
    for (let axis = 0; axis < 3; axis++) {
      const q = Math.round(((floats[f + axis] as number) - (center[axis] as number)) / step)
      shorts[at / 2 + axis] = q
      if (q < (low[axis] as number)) low[axis] = q
      if (q > (high[axis] as number)) high[axis] = q
      bytes[at + 8 + axis] = Math.round((floats[f + 3 + axis] as number) * 127)
      bytes[at + 12 + axis] = shades[i * 4 + axis] as number
    }
    bytes[at + 15] = 255
    features[at / 2 + 8] = shades[i * 4 + 3] as number
    if (textured) {
      wides[at / 4 + 5] = floats[f + 6] as number
      wides[at / 4 + 6] = floats[f + 7] as number
    }
  }
  const all = mesh.indices.subarray(0, mesh.corners)
  const indices = count > 65535 ? all.slice() : Uint16Array.from(all)
  const size = indices.BYTES_PER_ELEMENT
  const indexBytes = new Uint8Array(indices.buffer)
  return {
    low,
    high,
    textured,
    vertices: {
      bytes,
      count,
      stride,
      mode: 'ATTRIBUTES',
      target: 34962,
      ...(compress ? { packed: MeshoptEncoder.encodeVertexBufferLevel(bytes, count, stride, 2, 0) } : {}),
    },
    indices: {
      bytes: indexBytes,
      count: indices.length,
      stride: size,
      mode: 'TRIANGLES',
      target: 34963,
      ...(compress ? { packed: MeshoptEncoder.encodeIndexBuffer(indexBytes, indices.length, size) } : {}),
    },
  }
}

export function addPrimitive(
  glb: Glb,
  { vertices, indices, low, high, textured }: PackedPrimitive,
  featured: boolean,
): Json {
  const { count } = vertices
  const view = glb.packed(vertices)
  const attributes: Json = {
    POSITION: glb.accessor(view, 0, 5122, 'VEC3', count, { min: low, max: high }),
    NORMAL: glb.accessor(view, 8, 5120, 'VEC3', count, { normalized: true }),
    COLOR_0: glb.accessor(view, 12, 5121, 'VEC4', count, { normalized: true }),
  }
  if (textured) attributes.TEXCOORD_0 = glb.accessor(view, 20, 5126, 'VEC2', count)
  if (featured) attributes._FEATURE_ID_0 = glb.accessor(view, 16, 5123, 'SCALAR', count)
  glb.use('KHR_mesh_quantization', true)
  const type = indices.stride === 4 ? 5125 : 5123
  return { attributes, indices: glb.accessor(glb.packed(indices), 0, type, 'SCALAR', indices.count) }
}
