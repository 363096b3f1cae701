import earcut from 'earcut'
import { shade } from '../color.ts'
import type { Meshes } from '../mesh.ts'
import type { Point } from '../plan.ts'
import type { Volume } from './volumes.ts'
import { BODY } from './walls.ts'

const EAVES = 0.5

/** A level face, seen from above (or, with `down`, from below). */
export function addLevel(
  meshes: Meshes,
  material: string,
  ring: readonly Point[],
  holes: readonly (readonly Point[])[],
  y: number,
  color: [number, number, number],
  down = false,
): void {
  const mesh = meshes.of(material)
  const first = mesh.vertices
  const up = down ? -1 : 1
  const flat: number[] = []
  const starts: number[] = []
  for (const points of [ring, ...holes]) {
    if (points !== ring) starts.push(flat.length / 2)
    for (const [east, north] of points) {
      mesh.vertex(east, y, -north, 0, up, 0, color)
      flat.push(east, north)
    }
  }
  const corners = earcut(flat, starts)
  for (let i = 0; i < corners.length; i += 3) {
    const [a, b, c] = [corners[i] as number, corners[i + 1] as number, corners[i + 2] as number]
    // earcut keeps no direction of its own.
    const turn =
      ((flat[2 * b] as number) - (flat[2 * a] as number)) *
        ((flat[2 * c + 1] as number) - (flat[2 * a + 1] as number)) -
      ((flat[2 * b + 1] as number) - (flat[2 * a + 1] as number)) * ((flat[2 * c] as number) - (flat[2 * a] as number))
    if (turn > 0 === up > 0) mesh.triangle(first + a, first + b, first + c)
    else mesh.triangle(first + a, first + c, first + b)
  }
}

export function addRoof(meshes: Meshes, volume: Volume, color: string): void {
  const { ring, holes, top, roof } = volume
  const pitched = roof.kind !== 'flat' && roof.height > 0.3 && holes.length === 0
  if (pitched && ring.length === 4) addPitched(meshes, ring, top, roof.height, roof.kind === 'hip', color)
  else if (pitched) addTent(meshes, ring, top, roof.height, color)
  else addLevel(meshes, BODY, ring, holes, top, shade(color))
}

/** A ridge along the longer side; a hip slopes at its ends too. */
function addPitched(
  meshes: Meshes,
  ring: readonly Point[],
  y: number,
  height: number,
  hip: boolean,
  color: string,
): void {
  const [p0, p1, p2, p3] = ring as [Point, Point, Point, Point]
  const along = length(p0, p1) >= length(p1, p2)
  const corners: [Point, Point, Point, Point] = along ? [p0, p1, p2, p3] : [p1, p2, p3, p0]
  const [a, b, c, d] = widened(corners)
  const inset = hip ? Math.min(0.5, (length(b, c) * 0.5) / length(a, b)) : 0
  const ridgeA = between(middle(a, d), middle(b, c), inset)
  const ridgeB = between(middle(a, d), middle(b, c), 1 - inset)
  const top = y + height
  const low = y - 0.15
  slope(meshes, [at(a, low), at(b, low), at(ridgeB, top), at(ridgeA, top)], shade(color, 1))
  slope(meshes, [at(c, low), at(d, low), at(ridgeA, top), at(ridgeB, top)], shade(color, 0.9))
  slope(meshes, [at(b, low), at(c, low), at(ridgeB, top)], shade(hip ? color : GABLE, 0.95))
  slope(meshes, [at(d, low), at(a, low), at(ridgeA, top)], shade(hip ? color : GABLE, 0.95))
  addLevel(meshes, BODY, [a, b, c, d], [], low, shade(color, 0.5), true)
}

/** Any other outline rises to its middle; what a roofer would do of it is not known. */
function addTent(meshes: Meshes, ring: readonly Point[], y: number, height: number, color: string): void {
  const tip: Point = [0, 0]
  for (const [east, north] of ring) {
    tip[0] += east / ring.length
    tip[1] += north / ring.length
  }
  for (const [i, from] of ring.entries()) {
    const to = ring[(i + 1) % ring.length] as Point
    slope(meshes, [at(from, y), at(to, y), at(tip, y + height)], shade(color, i % 2 === 0 ? 1 : 0.93))
  }
}

const GABLE = '#b3a894'
type Corner = [x: number, y: number, z: number]
const at = ([east, north]: Point, y: number): Corner => [east, y, -north]
const length = (a: Point, b: Point) => Math.hypot(b[0] - a[0], b[1] - a[1])
const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
const between = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]

/** The eaves reach over the walls. */
function widened(ring: [Point, Point, Point, Point]): [Point, Point, Point, Point] {
  const center = middle(middle(ring[0], ring[2]), middle(ring[1], ring[3]))
  return ring.map(([east, north]) => {
    const [dx, dy] = [east - center[0], north - center[1]]
    const far = Math.hypot(dx, dy) || 1
    const by = (far + EAVES * 1.41) / far
    return [center[0] + dx * by, center[1] + dy * by]
  }) as [Point, Point, Point, Point]
}

/** A flat piece of three or four corners, counter-clockwise from outside. */
export function slope(
  meshes: Meshes,
  corners: readonly Corner[],
  color: [number, number, number],
  material = BODY,
): void {
  const [p, q, r] = corners as [Corner, Corner, Corner]
  const u = [q[0] - p[0], q[1] - p[1], q[2] - p[2]] as const
  const v = [r[0] - p[0], r[1] - p[1], r[2] - p[2]] as const
  const n = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]] as const
  const size = Math.hypot(...n)
  if (size < 1e-9) return
  const mesh = meshes.of(material)
  const [first] = corners.map(([x, y, z]) => mesh.vertex(x, y, z, n[0] / size, n[1] / size, n[2] / size, color))
  for (let i = 2; i < corners.length; i++)
    mesh.triangle(first as number, (first as number) + i - 1, (first as number) + i)
}
