import { expect, test } from 'vitest'
import { models } from './models.ts'
import { partsOf } from './shape/model.ts'
import { corners, faceNormal } from './shape/solid.ts'
import { add, cross, dot, long, minus, times, unit, type Vec3 } from './shape/vector.ts'

interface Tile {
  part: number
  paint: string
  points: [Vec3, Vec3, Vec3]
  normal: Vec3
}

/** Inside the triangle, not on its rim. */
function covers({ points, normal }: Tile, p: Vec3): boolean {
  return points.every((a, i) => {
    const b = points[(i + 1) % 3] as Vec3
    return dot(cross(minus(b, a), minus(p, a)), normal) > long(minus(b, a)) * 0.0005
  })
}

test('no two colours lie in one plane and flicker', () => {
  const flickers: string[] = []
  for (const model of models.all) {
    const planes = new Map<string, Tile[]>()
    for (const [part, { solid, paint }] of partsOf(model, 'full').entries())
      for (const face of solid.faces) {
        const points = corners(solid, face)
        const normal = unit(faceNormal(solid, face))
        // Nobody sees the underside of what stands on the ground.
        if (normal[1] < -0.99 && points[0][1] < 0.1) continue
        const key = normal.map((v) => Math.round(v * 200)).join()
        planes.set(key, [...(planes.get(key) ?? []), { part, paint, points, normal }])
      }
    const found = new Set<string>()
    for (const tiles of planes.values())
      for (const a of tiles)
        for (const b of tiles) {
          if (a.paint === b.paint || Math.abs(dot(minus(a.points[0], b.points[0]), a.normal)) > 0.00015) continue
          const middle = times(add(add(a.points[0], a.points[1]), a.points[2]), 1 / 3)
          const inner = a.points.map((point) => add(times(point, 0.9), times(middle, 0.1)))
          if ([middle, ...inner].some((point) => covers(b, point)))
            found.add(`${model.id}: body ${a.part} ${a.paint} on ${b.part} ${b.paint}`)
        }
    flickers.push(...found)
  }
  expect(flickers).toEqual([])
})
