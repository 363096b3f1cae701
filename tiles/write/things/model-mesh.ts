import { models } from '#models/models.ts'
import type { Detail } from '#models/shape/maker.ts'
import { boundsOf, partsOf } from '#models/shape/model.ts'
import { linear, palette } from '#models/shape/palette.ts'
import { shade } from '#models/shape/shade.ts'
import { Mesh } from '../mesh.ts'

export interface ModelMesh {
  mesh: Mesh
  height: number
}

const known = new Map<string, ModelMesh>()

/** A model of models/ in one piece, coloured by vertex. Undefined: there is none of that name. */
export function modelMesh(id: string, detail: Detail = 'lean'): ModelMesh | undefined {
  const key = `${id} ${detail}`
  const before = known.get(key)
  if (before) return before
  const model = models.get(id)
  if (!model) return undefined
  const parts = partsOf(model, detail)
  const mesh = new Mesh()
  for (const { solid, paint } of parts) {
    const { positions, normals, triangles } = shade(solid)
    const color = linear(palette[paint].color).map((v) => Math.round(v * 255)) as [number, number, number]
    const first = mesh.vertices
    for (const [i, [x, y, z]] of positions.entries()) {
      const [nx, ny, nz] = normals[i] as [number, number, number]
      mesh.vertex(x, y, z, nx, ny, nz, color)
    }
    for (let i = 0; i < triangles.length; i += 3)
      mesh.triangle(
        first + (triangles[i] as number),
        first + (triangles[i + 1] as number),
        first + (triangles[i + 2] as number),
      )
  }
  const bounds = boundsOf(parts)
  const made = { mesh, height: bounds.max[1] - bounds.min[1] }
  known.set(key, made)
  return made
}

/** Adds a model to a mesh where it stands: degrees clockwise from north of its front, which looks to +Z. */
export function addModel(
  to: Mesh,
  { mesh }: ModelMesh,
  at: readonly [number, number, number],
  heading: number,
  scale = 1,
): void {
  // +Z is south: a heading of 180 degrees leaves a model as it is.
  const turn = ((180 - heading) * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const { floats, shades, indices } = mesh
  const first = to.vertices
  for (let i = 0; i < mesh.vertices; i++) {
    const f = (k: number) => floats[i * 8 + k] as number
    const color = [shades[i * 4], shades[i * 4 + 1], shades[i * 4 + 2]] as [number, number, number]
    const [x, z] = [f(0) * cos + f(2) * sin, f(2) * cos - f(0) * sin]
    const [nx, nz] = [f(3) * cos + f(5) * sin, f(5) * cos - f(3) * sin]
    to.vertex(at[0] + x * scale, at[1] + f(1) * scale, at[2] + z * scale, nx, f(4), nz, color)
  }
  for (let i = 0; i < mesh.corners; i += 3)
    to.triangle(first + (indices[i] as number), first + (indices[i + 1] as number), first + (indices[i + 2] as number))
}
