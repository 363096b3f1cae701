import type { Mesh, ShapeSet } from './shapes.ts'

/** Bytes of a corner: where (12) and colour (4). */
export const SURFACE_STRIDE = 16

export interface Surfaces {
  vertices: ArrayBuffer
  count: number
  indices: Uint32Array
}

/** All surfaces of a sheet in one buffer. */
export function surfacesOf(
  meshes: ShapeSet<Mesh>,
  wanted: (mesh: Mesh) => boolean,
  lift: (place: string | undefined) => number | undefined = () => 0,
): Surfaces {
  const chosen: { mesh: Mesh; raised: number }[] = []
  let [corners, places] = [0, 0]
  for (const [, { shape }] of meshes.entries()) {
    const raised = lift(shape.place)
    if (!wanted(shape) || raised === undefined) continue
    chosen.push({ mesh: shape, raised })
    corners += shape.corners.length / 3
    places += shape.triangles.length
  }
  const vertices = new ArrayBuffer(corners * SURFACE_STRIDE)
  const floats = new Float32Array(vertices)
  const bytes = new Uint8Array(vertices)
  const indices = new Uint32Array(places)
  let [corner, place] = [0, 0]
  for (const { mesh, raised } of chosen) {
    for (const i of mesh.triangles) indices[place++] = corner + i
    for (let i = 0; i < mesh.corners.length / 3; i++, corner++) {
      floats.set(mesh.corners.subarray(3 * i, 3 * i + 3), corner * 4)
      floats[corner * 4 + 2] = (floats[corner * 4 + 2] as number) + raised
      bytes.set(mesh.colors.subarray(4 * i, 4 * i + 4), corner * SURFACE_STRIDE + 12)
    }
  }
  return { vertices, count: corners, indices }
}
