import { expect, test } from 'vitest'
import { area, centroid } from '#shared/place/ring.ts'
import { Building } from '../cim/buildings.ts'
import type { LonLat, Xyz } from '../cim/geometry.ts'
import { drawBuilding } from './buildings/draw.ts'
import { Meshes } from './mesh.ts'
import { Plan } from './plan.ts'

const ORIGIN = { lon: 114.05, lat: 22.54 }
const plan = new Plan(ORIGIN)

const lonLat = ([east, north]: [number, number]): LonLat => {
  const { lon, lat } = plan.lonLat([east, north])
  return [lon, lat]
}

function building(more: Record<string, unknown> & { outline: [number, number][] }): Building {
  const { outline, ...rest } = more
  return Building.parse({
    place: 'c/z1/b1',
    name: 'b1',
    position: { ...ORIGIN, height: 0 },
    use: 'residential',
    footprint: outline.map(lonLat),
    floors: 5,
    floorHeight: 3,
    facade: { material: 'tile', color: '#b0a593', glazing: 0.4, balconies: true },
    ...rest,
  })
}

interface Triangle {
  points: Xyz[]
  normals: Xyz[]
}

function trianglesOf(meshes: Meshes): Triangle[] {
  const found: Triangle[] = []
  for (const { floats, indices, corners } of meshes.byMaterial.values())
    for (let i = 0; i < corners; i += 3) {
      const at = (k: number, from: number) =>
        [...floats.subarray((indices[i + k] as number) * 8 + from).subarray(0, 3)] as Xyz
      found.push({ points: [at(0, 0), at(1, 0), at(2, 0)], normals: [at(0, 3), at(1, 3), at(2, 3)] })
    }
  return found
}

const minus = (a: Xyz, b: Xyz): Xyz => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
const cross = (a: Xyz, b: Xyz): Xyz => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
const dot = (a: Xyz, b: Xyz) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

/** By the divergence theorem. A missing underside at height 0 adds nothing; a part on a roof lacks a third of what is below it. */
function volume(triangles: Triangle[]): number {
  return triangles.reduce((sum, { points: [a, b, c] }) => sum + dot(a as Xyz, cross(b as Xyz, c as Xyz)) / 6, 0)
}

function draw(one: Building, detail: 'near' | 'middle' | 'far'): Triangle[] {
  const meshes = new Meshes()
  drawBuilding(meshes, one, plan, detail)
  return trianglesOf(meshes)
}

const slab: [number, number][] = [
  [-20, -7],
  [20, -7],
  [20, 7],
  [-20, 7],
]
const ell: [number, number][] = [
  [0, 0],
  [30, 0],
  [30, 10],
  [12, 10],
  [12, 25],
  [0, 25],
]
const court: [number, number][] = [
  [6, 3],
  [10, 3],
  [10, 6],
  [6, 6],
]

const shapes: [string, Building, number][] = [
  ['a slab', building({ outline: slab }), 40 * 14 * 15],
  ['a slab given clockwise', building({ outline: slab.toReversed() }), 40 * 14 * 15],
  ['an L', building({ outline: ell }), area(ell) * 15],
  ['an L with a courtyard', building({ outline: ell, holes: [court.map(lonLat)] }), (area(ell) - area(court)) * 15],
  [
    'a tower on a podium',
    building({
      outline: slab,
      floors: 20,
      parts: [
        {
          ring: (
            [
              [-6, -6],
              [6, -6],
              [6, 6],
              [-6, 6],
            ] as [number, number][]
          ).map(lonLat),
          fromFloor: 4,
          toFloor: 20,
        },
      ],
    }),
    40 * 14 * 9 + 12 * 12 * 51 + (12 * 12 * 9) / 3,
  ],
  [
    'a stair head on the roof',
    building({
      outline: slab,
      parts: [
        {
          ring: (
            [
              [0, 0],
              [4, 0],
              [4, 4],
              [0, 4],
            ] as [number, number][]
          ).map(lonLat),
          fromFloor: 6,
          toFloor: 6,
        },
      ],
    }),
    40 * 14 * 15 + 4 * 4 * 3 + (4 * 4 * 15) / 3,
  ],
]

test.each(shapes)('%s encloses the volume that it has', (_, one, expected) => {
  const found = volume(draw(one, 'far'))
  expect(found / expected).toBeCloseTo(1, 3)
})

test.each(shapes)('%s has no hole between its walls', (_, one) => {
  // Each edge is run through once in either direction, but for those on the ground.
  const open = new Map<string, number>()
  const key = (p: Xyz) => p.map((v) => Math.round(v * 200)).join()
  for (const { points } of draw(one, 'far'))
    for (let i = 0; i < 3; i++) {
      const [a, b] = [points[i] as Xyz, points[(i + 1) % 3] as Xyz]
      if (key(a) === key(b)) continue
      const back = open.get(`${key(b)} ${key(a)}`) ?? 0
      if (back > 0) open.set(`${key(b)} ${key(a)}`, back - 1)
      else open.set(`${key(a)} ${key(b)}`, (open.get(`${key(a)} ${key(b)}`) ?? 0) + 1)
    }
  const left = [...open].filter(([, count]) => count > 0).map(([edge]) => edge)
  const grounds = (edge: string) => edge.split(' ').every((point) => seats.has(point.split(',')[1] as string))
  // A podium's roof goes on below the tower, and a stair head stands on its roof: both begin a volume of their own.
  const seats = new Set(one.parts.map(({ fromFloor }) => `${(fromFloor - 1) * 3 * 200}`).concat('0'))
  expect(left.filter((edge) => !grounds(edge))).toEqual([])
})

test.each(shapes)('%s turns every face outward, from near as from far', (_, one) => {
  for (const detail of ['near', 'middle', 'far'] as const)
    for (const { points, normals } of draw(one, detail)) {
      const [a, b, c] = points as [Xyz, Xyz, Xyz]
      const face = cross(minus(b, a), minus(c, a))
      const size = Math.hypot(...face)
      if (size < 1e-6) continue
      for (const normal of normals) expect(dot(face, normal) / size).toBeGreaterThan(0.98)
    }
})

test('a pitched roof rises to its ridge and closes', () => {
  for (const kind of ['gable', 'hip'] as const) {
    const triangles = draw(building({ outline: slab, roof: { kind, height: 4 } }), 'far')
    const top = Math.max(...triangles.flatMap(({ points }) => points.map(([, y]) => y)))
    expect(top).toBeCloseTo(19, 2)
    // The walls are open above, the roof is a body of its own: its prism or less, and its eaves.
    const roof = volume(triangles) + (40 * 14 * 15) / 3 - 40 * 14 * 15
    const prism = 40 * 14 * 4 * 0.5
    expect(roof / prism).toBeGreaterThan(kind === 'gable' ? 1 : 0.8)
    expect(roof / prism).toBeLessThan(1.2)
  }
})

test('balconies hang on the sunny side alone', () => {
  const near = draw(building({ outline: slab }), 'near')
  const norths = near.flatMap(({ points }) => points.filter(([, y]) => y > 3.5 && y < 14).map(([, , z]) => -z))
  expect(Math.min(...norths)).toBeLessThan(-8)
  expect(Math.max(...norths)).toBeLessThan(7.2)
})

test('a surveyed shell is drawn as it was seen, without its underside', () => {
  const [w, h] = [10, 6]
  const corner = (x: number, y: number, z: number): Xyz => [x, y, z]
  const wall = (a: [number, number], b: [number, number]) => ({
    kind: 'wall',
    rings: [[corner(...a, 0), corner(...b, 0), corner(...b, h), corner(...a, h)]],
  })
  const square: [number, number][] = [
    [0, 0],
    [w, 0],
    [w, w],
    [0, w],
  ]
  const shell = [
    ...square.map((from, i) => wall(from, square[(i + 1) % 4] as [number, number])),
    { kind: 'roof', rings: [square.map(([x, y]) => corner(x, y, h))] },
    { kind: 'ground', rings: [square.toReversed().map(([x, y]) => corner(x, y, 0))] },
  ]
  const triangles = draw(building({ outline: square, shell }), 'near')
  expect(triangles).toHaveLength(10)
  expect(volume(triangles)).toBeCloseTo(w * w * h, 2)
})

test('a footprint of no width is drawn as nothing, not as an error', () => {
  const flat = building({
    outline: [
      [0, 0],
      [10, 0],
      [20, 0],
    ],
  })
  expect(Number.isFinite(volume(draw(flat, 'near')))).toBe(true)
  expect(centroid(flat.footprint)).toHaveLength(2)
})
