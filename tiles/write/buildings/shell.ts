import earcut from 'earcut'
import type { Surface } from '../../cim/buildings.ts'
import type { Xyz } from '../../cim/geometry.ts'
import { shade } from '../color.ts'
import { type LookName, looks, REPEAT } from '../facades/looks.ts'
import type { Meshes } from '../mesh.ts'
import { BODY } from './walls.ts'

export interface ShellStyle {
  wall: string
  roof: string
  look: LookName
  floorHeight: number
  /** Where the building's position is: east, north, up. */
  at: readonly [number, number, number]
}

/** A surveyed building, face by face. The underside is left out: nobody sees it. */
export function addShell(meshes: Meshes, surfaces: readonly Surface[], style: ShellStyle): void {
  for (const surface of surfaces) if (surface.kind !== 'ground') addFace(meshes, surface, style)
}

function addFace(meshes: Meshes, { kind, rings }: Surface, { wall, roof, look, floorHeight, at }: ShellStyle): void {
  const outer = rings[0] as Xyz[]
  const normal = normalOf(outer)
  if (!normal) return
  const [nx, ny, nz] = normal
  // Two directions within the face: along the ground, and up the face.
  const flat = Math.hypot(nx, ny)
  const along: Xyz = flat > 1e-6 ? [-ny / flat, nx / flat, 0] : [1, 0, 0]
  const up: Xyz = [ny * along[2] - nz * along[1], nz * along[0] - nx * along[2], nx * along[1] - ny * along[0]]
  const windows = kind === 'wall' && Math.abs(nz) < 0.2
  const mesh = meshes.of(windows ? look : BODY)
  const first = mesh.vertices
  const plane: number[] = []
  const holes: number[] = []
  const low = Math.min(...outer.map(([, , z]) => z))
  const start = Math.min(...outer.map((p) => dot(p, along)))
  for (const ring of rings) {
    if (ring !== outer) holes.push(plane.length / 2)
    for (const point of ring) {
      const u = dot(point, along)
      plane.push(u, dot(point, up))
      const [x, y, z] = point
      const tone = kind === 'roof' ? shade(roof, 0.85 + 0.2 * Math.abs(nz)) : shade(wall, z - low < 1 ? 0.72 : 1)
      const [across, rise] = [(u - start) / looks[look].bay / REPEAT, -(z - low) / floorHeight / REPEAT]
      mesh.vertex(at[0] + x, at[2] + z, -(at[1] + y), nx, nz, -ny, tone, windows ? across : 0, windows ? rise : 0)
    }
  }
  const corners = earcut(plane, holes)
  for (let i = 0; i < corners.length; i += 3) {
    const [a, b, c] = [corners[i] as number, corners[i + 1] as number, corners[i + 2] as number]
    if (turnOf(plane, a, b, c) > 0) mesh.triangle(first + a, first + b, first + c)
    else mesh.triangle(first + a, first + c, first + b)
  }
}

const dot = (a: Xyz, b: Xyz) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

function turnOf(p: number[], a: number, b: number, c: number): number {
  const at = (i: number) => p[i] as number
  return (
    (at(2 * b) - at(2 * a)) * (at(2 * c + 1) - at(2 * a + 1)) -
    (at(2 * b + 1) - at(2 * a + 1)) * (at(2 * c) - at(2 * a))
  )
}

/** Newell's sum: right for any flat outline, however it bends. Undefined for one without area. */
function normalOf(ring: readonly Xyz[]): Xyz | undefined {
  const n: Xyz = [0, 0, 0]
  for (const [i, a] of ring.entries()) {
    const b = ring[(i + 1) % ring.length] as Xyz
    n[0] += (a[1] - b[1]) * (a[2] + b[2])
    n[1] += (a[2] - b[2]) * (a[0] + b[0])
    n[2] += (a[0] - b[0]) * (a[1] + b[1])
  }
  const size = Math.hypot(...n)
  return size > 1e-9 ? [n[0] / size, n[1] / size, n[2] / size] : undefined
}
