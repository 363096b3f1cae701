import { faceNormal, type Solid } from './solid.ts'
import { add, dot, long, unit, type Vec3 } from './vector.ts'

/** What a graphics card draws. */
export interface Mesh {
  positions: Vec3[]
  normals: Vec3[]
  triangles: number[]
}

/** Vertex normals: large faces pull more, so chamfers look round and flats stay flat; hard edges are split. */
export function shade(solid: Solid): Mesh {
  const normals = solid.faces.map((face) => faceNormal(solid, face))
  const around = new Map<number, number[]>()
  for (const [i, face] of solid.faces.entries())
    for (const point of face) around.set(point, [...(around.get(point) ?? []), i])
  const least = Math.cos((solid.crease * Math.PI) / 180)
  const known = new Map<string, number>()
  const mesh: Mesh = { positions: [], normals: [], triangles: [] }
  for (const [i, face] of solid.faces.entries()) {
    const own = normals[i] as Vec3
    for (const point of face) {
      let sum: Vec3 = [0, 0, 0]
      for (const other of around.get(point) ?? []) {
        const normal = normals[other] as Vec3
        if (dot(own, normal) >= least * long(own) * long(normal) - 1e-12) sum = add(sum, normal)
      }
      const normal = unit(long(sum) > 0 ? sum : own)
      const key = `${point} ${normal.map((v) => Math.round(v * 500)).join()}`
      let at = known.get(key)
      if (at === undefined) {
        at = mesh.positions.push(solid.points[point] as Vec3) - 1
        mesh.normals.push(normal)
        known.set(key, at)
      }
      mesh.triangles.push(at)
    }
  }
  return mesh
}
