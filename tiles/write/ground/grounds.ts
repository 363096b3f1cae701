import { centroid, counterClockwise, openRing } from '#shared/place/ring.ts'
import type { LonLat } from '../../cim/geometry.ts'
import type { Ground } from '../../cim/ground.ts'
import { addLevel } from '../buildings/roofs.ts'
import { BODY } from '../buildings/walls.ts'
import { shade } from '../color.ts'
import type { Meshes } from '../mesh.ts'
import type { Plan, Point } from '../plan.ts'
import { sheets, WATER } from './layers.ts'
import { addStrip } from './strips.ts'

/** A little higher than the one before of the same kind, so that two lawns that overlap do not flicker. */
const RISE = 0.004

export function addGround(meshes: Meshes, ground: Ground, plan: Plan, index: number, lift = 0): void {
  const ring = outlineOf(ground, plan)
  if (ring.length < 3) return
  if (ground.kind === 'hill') {
    addHill(meshes, ring, ground.height ?? 40)
    return
  }
  const { y, color } = sheets[ground.kind]
  const height = y + lift + (index % 10) * RISE + (ground.kind === 'water' ? 0 : (ground.height ?? 0))
  addLevel(meshes, ground.kind === 'water' ? WATER : BODY, ring, [], height, shade(color))
  if (ground.kind === 'sport') addPitch(meshes, ring, height)
  if (ground.kind === 'parking') addBays(meshes, ring)
  if (ground.kind === 'water')
    addStrip(meshes.of(BODY), [...ring, ring[0] as Point, ring[1] as Point], 1.1, 'pavement', 0.08)
}

function outlineOf({ ring }: Ground, plan: Plan): Point[] {
  const open = counterClockwise(openRing(ring))
  if (open.length < 3) return []
  const { point } = plan.near(open[0] as LonLat)
  return open.map((at) => point(at as LonLat))
}

/** The green within a running track, with its lines. */
function addPitch(meshes: Meshes, ring: readonly Point[], y: number): void {
  const [cx, cy] = centroid(ring)
  const scaled = (by: number) => ring.map(([x, north]): Point => [cx + (x - cx) * by, cy + (north - cy) * by])
  addLevel(meshes, BODY, scaled(0.74), [], y + 0.04, shade('#66795c'))
  const mesh = meshes.of(BODY)
  for (const by of [0.8, 0.86, 0.92]) {
    const line = scaled(by)
    addStrip(mesh, [...line, line[0] as Point, line[1] as Point], 0.1, 'marking', -0.04)
  }
}

const BAY = 2.6
const BAY_LENGTH = 5.3

/** Bays along both long sides of a car park. */
function addBays(meshes: Meshes, ring: readonly Point[]): void {
  if (ring.length !== 4) return
  const mesh = meshes.of(BODY)
  const sides = ring.map((from, i) => ({ from, to: ring[(i + 1) % 4] as Point }))
  const length = ({ from, to }: { from: Point; to: Point }) => Math.hypot(to[0] - from[0], to[1] - from[1])
  const longest = Math.max(...sides.map(length))
  for (const side of sides) {
    if (length(side) < longest - 1) continue
    const [dx, dy] = [(side.to[0] - side.from[0]) / longest, (side.to[1] - side.from[1]) / longest]
    for (let at = 1; at < longest - 1; at += BAY) {
      const start: Point = [side.from[0] + dx * at, side.from[1] + dy * at]
      addStrip(mesh, [start, [start[0] - dy * BAY_LENGTH, start[1] + dx * BAY_LENGTH]], 0.12, 'marking')
    }
  }
}

const RINGS = 9

/** A hill rises softly and is never quite round. */
function addHill(meshes: Meshes, ring: readonly Point[], height: number): void {
  const mesh = meshes.of(BODY)
  const [cx, cy] = centroid(ring)
  const at = (i: number, n: number): [number, number, number] => {
    const [x, north] = ring[i % ring.length] as Point
    const t = n / RINGS
    const rise = (1 - t) ** 2 * (1 + 2 * t)
    const rough = 1 + 0.1 * Math.sin(i * 2.1 + n) * Math.min(1, n) * t
    return [cx + (x - cx) * t * rough, height * rise - 1.5, -(cy + (north - cy) * t * rough)]
  }
  for (let n = 0; n < RINGS; n++)
    for (let i = 0; i < ring.length; i++) {
      const corners = [at(i, n + 1), at(i + 1, n + 1), at(i + 1, n), at(i, n)] as const
      const [p, q, , s] = corners
      const u = [q[0] - p[0], q[1] - p[1], q[2] - p[2]] as const
      const v = [s[0] - p[0], s[1] - p[1], s[2] - p[2]] as const
      const normal = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]] as const
      const size = Math.hypot(...normal) || 1
      const tone = shade(sheets.hill.color, 0.92 + 0.06 * Math.sin(i * 0.7 + n * 1.3))
      const [a, b, c, d] = corners.map(([x, y, z]) =>
        mesh.vertex(x, y, z, normal[0] / size, normal[1] / size, normal[2] / size, tone),
      ) as [number, number, number, number]
      if (n === 0) mesh.triangle(a, b, c)
      else mesh.quad(a, b, c, d)
    }
}

/** What lies under everything: the community ends, the world does not. */
export function addPlain(meshes: Meshes, radius: number): void {
  const mesh = meshes.of(BODY)
  const { y, color } = sheets.plain
  const SIDES = 72
  const RADII = [0, 0.35, 0.6, 0.8, 1]
  const rings = RADII.map((share, n) =>
    Array.from({ length: SIDES }, (_, i) => {
      const turn = (i / SIDES) * 2 * Math.PI
      const far = radius * share
      // The earth curves away below the plane of the tiles.
      const drop = (far * far) / (2 * 6_371_000)
      return mesh.vertex(far * Math.cos(turn), y - drop, -far * Math.sin(turn), 0, 1, 0, shade(color, 1 - 0.04 * n))
    }),
  )
  for (let n = 1; n < rings.length; n++)
    for (let i = 0; i < SIDES; i++) {
      const [inner, outer] = [rings[n - 1] as number[], rings[n] as number[]]
      const next = (i + 1) % SIDES
      if (n > 1) mesh.triangle(inner[i] as number, outer[i] as number, inner[next] as number)
      mesh.triangle(inner[next] as number, outer[i] as number, outer[next] as number)
    }
}
