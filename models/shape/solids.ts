import earcut from 'earcut'
import { seededRandom } from '#shared/random.ts'
import { type Face, type Solid, stitch } from './solid.ts'
import { add, cross, dot, frameOf, minus, times, unit, type Vec2, type Vec3 } from './vector.ts'

/** Hard edges stay hard, the facets of a round thing melt. */
const CREASE = 40
const melt = (sides: number) => Math.max(CREASE, 360 / sides + 6)

/** A box around its centre; `round` chamfers the edges, and weighted normals make the chamfer look round. */
export function box([w, h, d]: Vec3, round = 0): Solid {
  const [x, y, z] = [w / 2, h / 2, d / 2]
  const r = Math.min(round, x * 0.98, y * 0.98, z * 0.98)
  if (r <= 0) return stitch([quad(x, -y, z), quad(x, y, z)], CREASE)
  const ring = (cx: number, cy: number, cz: number): Vec3[] =>
    octagon(x - cx, z - cz, x - r, z - r).map(([px, pz]) => [px, cy, pz])
  return stitch([ring(r, -y, r), ring(0, r - y, 0), ring(0, y - r, 0), ring(r, y, r)], 80)
}

const quad = (x: number, y: number, z: number): Vec3[] => [
  [x, y, -z],
  [-x, y, -z],
  [-x, y, z],
  [x, y, z],
]

function octagon(x: number, z: number, flatX: number, flatZ: number): Vec2[] {
  const at = (v: number, flat: number) => Math.min(v, flat)
  const [fx, fz] = [at(x, flatX), at(z, flatZ)]
  return [
    [x, -fz],
    [fx, -z],
    [-fx, -z],
    [-x, -fz],
    [-x, fz],
    [-fx, z],
    [fx, z],
    [x, fz],
  ]
}

const circle = (sides: number, at: (cos: number, sin: number) => Vec3): Vec3[] =>
  Array.from({ length: sides }, (_, i) => {
    // Half a step round, so that few-sided things show a flat to the front.
    const turn = ((i + 0.5) / sides) * 2 * Math.PI
    return at(Math.cos(turn), Math.sin(turn))
  })

/** A profile of [radius, height] from the bottom up, turned about the Y axis. */
export function lathe(profile: readonly Vec2[], sides: number): Solid {
  return stitch(
    profile.map(([r, y]) => circle(sides, (c, s) => [r * c, y, r * s])),
    melt(sides),
  )
}

/** From one point to another, the radius may change on the way. */
export function rod(from: Vec3, to: Vec3, [r0, r1]: Vec2, sides: number): Solid {
  const { x, z } = frameOf(unit(minus(to, from)))
  const ring = (at: Vec3, r: number) => circle(sides, (c, s) => add(at, add(times(x, r * c), times(z, r * s))))
  return stitch([ring(from, r0), ring(to, r1)], melt(sides))
}

export function ball([rx, ry, rz]: Vec3, sides: number, bands = Math.max(4, Math.round(sides / 2))): Solid {
  const rings = Array.from({ length: bands + 1 }, (_, i) => {
    const tilt = (i / bands - 0.5) * Math.PI
    const [out, up] = [i % bands === 0 ? 0 : Math.cos(tilt), Math.sin(tilt)]
    return circle(sides, (c, s): Vec3 => [rx * out * c, ry * up, rz * out * s])
  })
  return stitch(rings, 180)
}

/** A pipe along a path. Its frame is carried from piece to piece, so that it does not twist. */
export function tube(path: readonly Vec3[], r: number, sides: number): Solid {
  const way = (i: number) =>
    unit(minus(path[Math.min(i + 1, path.length - 1)] as Vec3, path[Math.max(i - 1, 0)] as Vec3))
  let { x } = frameOf(way(0))
  const rings = path.map((point, i) => {
    const ahead = way(i)
    x = unit(minus(x, times(ahead, dot(x, ahead))))
    const z = cross(x, ahead)
    return circle(sides, (c, s) => add(point, add(times(x, r * c), times(z, r * s))))
  })
  return stitch(rings, melt(sides))
}

/** Cross-sections [height, half width, half depth, depth shift] from the bottom up; 2 is an ellipse, 5 nearly a box. */
export type Section = readonly [y: number, halfWidth: number, halfDepth: number, shift?: number]
export function loft(sections: readonly Section[], sides: number, square: number): Solid {
  const bulge = (v: number) => Math.sign(v) * Math.abs(v) ** (2 / square)
  return stitch(
    sections.map(([y, w, d, shift = 0]) => circle(sides, (c, s) => [w * bulge(c), y, shift + d * bulge(s)])),
    melt(sides),
  )
}

/** An outline in XY pulled from one z to the other; `round` chamfers the two rims. */
export function extrude(outline: readonly Vec2[], [z0, z1]: Vec2, round: number): Solid {
  const flat = earcut(outline.flat())
  const cap: Face[] = []
  for (let i = 0; i < flat.length; i += 3) cap.push([flat[i], flat[i + 1], flat[i + 2]] as unknown as Face)
  // Earcut turns its triangles one way, whichever way the outline goes; the sides go with the outline.
  const turns = cap.reduce((sum, face) => sum + areaOf(face.map((at) => outline[at] as Vec2)), 0)
  if (turns * areaOf(outline) < 0) for (const [i, [a, b, c]] of cap.entries()) cap[i] = [c, b, a]
  const ring = (z: number, by: number) => inset(outline, by).map(([x, y]): Vec3 => [x, y, z])
  if (round <= 0) return stitch([ring(z0, 0), ring(z1, 0)], CREASE, cap)
  return stitch([ring(z0, round), ring(z0 + round, 0), ring(z1 - round, 0), ring(z1, round)], 50, cap)
}

/** Positive when the outline goes counter-clockwise. */
function areaOf(outline: readonly Vec2[]): number {
  return outline.reduce((sum, [x, y], i) => {
    const [nx, ny] = outline[(i + 1) % outline.length] as Vec2
    return sum + (x * ny - nx * y) / 2
  }, 0)
}

/** Every side moved inwards. */
function inset(outline: readonly Vec2[], by: number): Vec2[] {
  const side = Math.sign(areaOf(outline)) * by
  return outline.map((point, i) => {
    const before = outline.at(i - 1) as Vec2
    const after = outline[(i + 1) % outline.length] as Vec2
    const [ax, ay] = unit([point[0] - before[0], point[1] - before[1], 0])
    const [bx, by2] = unit([after[0] - point[0], after[1] - point[1], 0])
    const [nx, ny] = [-(ay + by2), ax + bx]
    const grow = side / Math.max(0.3, nx * -ay + ny * ax)
    return [point[0] + nx * grow, point[1] + ny * grow]
  })
}

/** A lumpy ball: foliage. The lumps come from the seed, so a tree is the same tree everywhere. */
export function lump(radii: Vec3, sides: number, seed: number, bands?: number): Solid {
  const solid = ball([1, 1, 1], sides, bands)
  const random = seededRandom(seed)
  const points = solid.points.map(([x, y, z]): Vec3 => {
    const k = 0.88 + random() * 0.24
    return [x * radii[0] * k, y * radii[1] * k, z * radii[2] * k]
  })
  return { ...solid, points }
}

/** A leaf along a path: thin, widest in the middle, its ridge up. */
export function blade(path: readonly Vec3[], width: number): Solid {
  const rings = path.map((point, i): Vec3[] => {
    const ahead = unit(minus(path[Math.min(i + 1, path.length - 1)] as Vec3, path[Math.max(i - 1, 0)] as Vec3))
    const across = unit(cross([0, 1, 0], ahead))
    const half = (width / 2) * Math.max(0.04, Math.sin((Math.PI * (i + 0.35)) / (path.length - 0.3)))
    return [
      add(point, [across[0] * half, -half * 0.45, across[2] * half]),
      add(point, [0, half * 0.12, 0]),
      add(point, [-across[0] * half, -half * 0.45, -across[2] * half]),
      add(point, [0, -half * 0.12, 0]),
    ]
  })
  return stitch(rings, 60)
}
