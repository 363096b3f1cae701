import fc from 'fast-check'
import { expect, test } from 'vitest'
import { area, contains, type Point, signedArea } from '#shared/place/ring.ts'
import { footprintOf } from './footprint.ts'
import { GrowingHull, hullOf } from './hull.ts'
import { outlineOf, type Polygon } from './outline.ts'

const cell = (x: number, y: number, w = 1, h = 1): Point[] => [
  [x, y],
  [x + w, y],
  [x + w, y + h],
  [x, y + h],
]
const areaOf = ([outer = [], ...holes]: Polygon) => area(outer) - holes.reduce((sum, hole) => sum + area(hole), 0)

test('cells that lie side by side, in any order and winding, join into outlines of the same area', () => {
  const cells = fc.uniqueArray(fc.nat(35), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(cells, fc.infiniteStream(fc.boolean()), (numbers, turns) => {
      const polygons = numbers.map((n) => {
        const ring = cell((n % 6) * 5, Math.floor(n / 6) * 5, 5, 5)
        return [turns.next().value ? ring : ring.toReversed()]
      })
      const joined = outlineOf(polygons)
      expect(joined).toBeDefined()
      expect(joined?.reduce((sum, one) => sum + areaOf(one), 0)).toBeCloseTo(numbers.length * 25, 6)
      for (const [outer = [], ...holes] of joined ?? []) {
        expect(signedArea(outer)).toBeGreaterThan(0)
        for (const hole of holes) expect(signedArea(hole)).toBeLessThan(0)
      }
    }),
    { numRuns: 300, seed: 11 },
  )
})

test('a corner on the edge of a neighbour parts it; straight corners fall away', () => {
  const joined = outlineOf([[cell(0, 0, 10, 5)], [cell(0, 5, 4, 5)], [cell(4, 5, 6, 5)]])
  expect(joined).toHaveLength(1)
  expect(joined?.[0]?.[0]).toHaveLength(4)
  expect(areaOf(joined?.[0] ?? [])).toBeCloseTo(100, 9)
})

test('a ring of cells has a courtyard; two that meet in a corner are two', () => {
  const around = [0, 1, 2, 3, 5, 6, 7, 8].map((n) => [cell((n % 3) * 5, Math.floor(n / 3) * 5, 5, 5)])
  expect(outlineOf(around)?.map((polygon) => polygon.length)).toEqual([2])
  expect(outlineOf([[cell(0, 0, 5, 5)], [cell(5, 5, 5, 5)]])?.map(areaOf)).toEqual([25, 25])
})

test('a round tower stays round', () => {
  const circle = Array.from(
    { length: 360 },
    (_, i): Point => [5 * Math.cos((i * Math.PI) / 180), 5 * Math.sin((i * Math.PI) / 180)],
  )
  const [outline = []] = outlineOf([[circle.slice(0, 181)], [[...circle.slice(180), circle[0] as Point]]])?.[0] ?? []
  expect(area(outline)).toBeGreaterThan(Math.PI * 25 * 0.999)
})

test('a hull holds every point, and grows as if all had been there at once', () => {
  const points = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
    minLength: 3,
    maxLength: 60,
  })
  fc.assert(
    fc.property(points, (all) => {
      const hull = hullOf(all)
      fc.pre(hull.length > 2)
      for (const [x, y] of all)
        for (const [i, a] of hull.entries()) {
          const b = hull[(i + 1) % hull.length] as Point
          expect((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])).toBeGreaterThanOrEqual(0)
        }
    }),
    { numRuns: 200, seed: 2 },
  )
  const growing = new GrowingHull()
  for (let i = 0; i < 40_000; i++) growing.add([(i * 7919) % 1000, (i * 104729) % 997])
  const all = Array.from({ length: 40_000 }, (_, i): Point => [(i * 7919) % 1000, (i * 104729) % 997])
  expect(growing.ring).toEqual(hullOf(all))
})

test('a footprint keeps holes of its own size in the middle of a large one', () => {
  const degrees = (ring: Point[]) => ring.map(([x, y]): [number, number] => [114 + x * 1e-5, 22.5 + y * 1e-5])
  const made = footprintOf([
    degrees(cell(0, 0, 100, 100)),
    degrees(cell(10, 10, 10, 10)),
    degrees(cell(95, 10, 10, 10)),
  ])
  if ('fault' in made) throw new Error(made.fault)
  expect(made.dropped).toBe(1)
  expect(contains(made.ring, made.holes[0]?.[0] ?? [0, 0])).toBe(true)
})
