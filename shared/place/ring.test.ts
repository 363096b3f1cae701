import fc from 'fast-check'
import { expect, test } from 'vitest'
import { selfCrossing } from './crossing.ts'
import { frameAt } from './geodesy.ts'
import * as rings from './ring.ts'

const square: rings.Ring = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
]
const closed: rings.Ring = [...square, [0, 0]]
/** A U: its center of gravity is not in it. */
const hook: rings.Ring = [
  [0, 0],
  [6, 0],
  [6, 6],
  [5, 6],
  [5, 1],
  [1, 1],
  [1, 6],
  [0, 6],
]
/** Star-shaped around a middle: simple, of any form, in any place. */
const star = fc
  .record({
    x: fc.integer({ min: -40_000_000, max: 40_000_000 }),
    y: fc.integer({ min: -40_000_000, max: 40_000_000 }),
    radii: fc.array(fc.integer({ min: 5, max: 50 }), { minLength: 4, maxLength: 40 }),
  })
  .map(({ x, y, radii }) =>
    radii.map((r, i): rings.Point => {
      const turn = (i / radii.length) * 2 * Math.PI
      return [x + r * Math.cos(turn), y + r * Math.sin(turn)]
    }),
  )

test('area, direction, outline and center of known rings', () => {
  expect(rings.signedArea(square)).toBe(16)
  expect(rings.signedArea(closed)).toBe(16)
  expect(rings.signedArea(square.toReversed())).toBe(-16)
  expect(rings.perimeter(closed)).toBe(16)
  expect(rings.centroid(closed)).toEqual([2, 2])
  expect(rings.area(hook)).toBe(16)
  expect(rings.openRing([...closed, [0, 0]])).toEqual(square)
  expect(rings.isCounterClockwise(rings.counterClockwise(square.toReversed()))).toBe(true)
  const line: rings.Ring = [
    [1, 1],
    [3, 3],
  ]
  expect(rings.centroid(line)).toEqual([2, 2])
  expect(rings.signedArea([])).toBe(0)
  expect(rings.centroid([])).toEqual([Number.NaN, Number.NaN])
})

test('inside and outside', () => {
  expect(rings.contains(square, [1, 1])).toBe(true)
  expect(rings.contains(square, [5, 1])).toBe(false)
  expect(rings.contains(hook, rings.centroid(hook))).toBe(false)
  expect(rings.contains(hook, [0.5, 5])).toBe(true)
})

test('a simple ring: no crossing, its middle inside, unchanged by where it begins and which way it runs', () => {
  fc.assert(
    fc.property(star, fc.nat(), (ring, start) => {
      const turned = [...ring.slice(start % ring.length), ...ring.slice(0, start % ring.length)]
      const size = rings.area(ring)
      expect(selfCrossing(ring)).toBeUndefined()
      expect(selfCrossing(turned.toReversed())).toBeUndefined()
      expect(rings.isCounterClockwise(ring)).toBe(true)
      expect(rings.area(turned) / size).toBeCloseTo(1, 6)
      expect(rings.signedArea(ring.toReversed()) / size).toBeCloseTo(-1, 6)
      const [a, b] = [rings.centroid(ring), rings.centroid(turned)]
      expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeLessThan(1e-5)
    }),
    { numRuns: 500, seed: 1 },
  )
})

test('a point belongs to one of two rings that share an edge, never to both or none', () => {
  const part = fc.integer({ min: 0, max: 40 })
  fc.assert(
    fc.property(part, part, part, (x, y, bend) => {
      const middle: rings.Point = [bend / 4, 5]
      const left: rings.Ring = [[-1, -1], [5, -1], middle, [5, 11], [-1, 11]]
      const right: rings.Ring = [[11, -1], [11, 11], [5, 11], middle, [5, -1]]
      const point: rings.Point = [x / 4, y / 4]
      expect(rings.contains(left, point)).not.toBe(rings.contains(right, point))
    }),
    { numRuns: 1000, seed: 2 },
  )
})

test('what crosses, touches or folds back is found', () => {
  const bow: rings.Ring = [
    [0, 0],
    [4, 4],
    [4, 0],
    [0, 4],
  ]
  expect(selfCrossing(bow)?.edges).toEqual([0, 2])
  const spike: rings.Ring = [
    [0, 0],
    [4, 0],
    [8, 0],
    [4, 0],
    [4, 4],
  ]
  expect(selfCrossing(spike)).toBeDefined()
  const flat: rings.Ring = [
    [0, 0],
    [4, 0],
    [2, 0],
  ]
  expect(selfCrossing(flat)).toBeDefined()
  const touches: rings.Ring = [
    [0, 0],
    [8, 0],
    [8, 8],
    [4, 0],
    [0, 8],
  ]
  expect(selfCrossing(touches)).toBeDefined()
  const twice: rings.Ring = [
    [0, 0],
    [2, 2],
    [4, 0],
    [4, 4],
    [2, 2],
    [0, 4],
  ]
  expect(selfCrossing(twice)).toBeDefined()
  expect(selfCrossing(hook)).toBeUndefined()
  expect(selfCrossing([...hook, [0, 0]])).toBeUndefined()
  // A point in the middle of a straight wall is no fault.
  expect(
    selfCrossing([
      [0, 0],
      [2, 0],
      [4, 0],
      [4, 4],
      [0, 4],
    ]),
  ).toBeUndefined()
})

test('two corners exchanged: found wherever they are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 6, max: 60 }), fc.nat(), (count, first) => {
      const round = Array.from({ length: count }, (_, i): rings.Point => {
        const turn = (i / count) * 2 * Math.PI
        return [116 + 0.001 * Math.cos(turn), 39 + 0.001 * Math.sin(turn)]
      })
      const [i, j] = [first % count, (first + 1) % count]
      const broken = round.with(i, round[j] as rings.Point).with(j, round[i] as rings.Point)
      expect(selfCrossing(round)).toBeUndefined()
      expect(selfCrossing(broken)).toBeDefined()
    }),
    { numRuns: 300, seed: 3 },
  )
})

test('an outline of 20,000 corners takes no time', () => {
  const long = Array.from({ length: 20_000 }, (_, i): rings.Point => {
    const turn = (i / 20_000) * 2 * Math.PI
    const r = 1000 + 30 * Math.sin(200 * turn)
    return [r * Math.cos(turn), r * Math.sin(turn)]
  })
  const start = performance.now()
  expect(selfCrossing(long)).toBeUndefined()
  expect(performance.now() - start).toBeLessThan(2000)
})

test('area on the ground', () => {
  for (const lat of [-60, 0, 22.5, 39.9]) {
    const frame = frameAt({ lon: 116.4, lat, height: 0 })
    const corners = [
      [-500, -500],
      [500, -500],
      [500, 500],
      [-500, 500],
    ] as const
    const ring = corners.map(([east, north]): rings.Point => {
      const { lon, lat } = frame.fromLocal({ east, north, up: 0 })
      return [lon, lat]
    })
    expect(rings.groundArea(ring) / 1_000_000).toBeCloseTo(1, 6)
  }
  // A cell of one degree on the equator, from tables of the authalic latitude: 12,308.778 km2.
  const degree: rings.Ring = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ]
  expect(rings.groundArea(degree) / 12_308_778_361).toBeCloseTo(1, 3)
})
