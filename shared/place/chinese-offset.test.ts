import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as offset from './chinese-offset.ts'
import { distanceBetween } from './distance.ts'
import type { LonLat } from './geodesy.ts'

const within = (west: number, east: number, south: number, north: number) =>
  fc.record({
    lon: fc.double({ min: west, max: east, noNaN: true }),
    lat: fc.double({ min: south, max: north, noNaN: true }),
  })
const china = within(73, 136, 1.5, 55)
const place = { lon: 116.404, lat: 39.915 }

test('the example in the manual of the best known open converter', () => {
  const near = (found: LonLat, lon: number, lat: number) => {
    expect(found.lon).toBeCloseTo(lon, 12)
    expect(found.lat).toBeCloseTo(lat, 12)
  }
  near(offset.wgs84ToGcj02(place), 116.41024449916938, 39.91640428150164)
  near(offset.gcj02ToBd09(place), 116.41036949371029, 39.92133699351021)
  // Its inverses go round once; ours settles, so they agree to a metre only.
  const once = { lon: 116.39775550083061, lat: 39.91359571849836 }
  expect(distanceBetween(offset.gcj02ToWgs84(place), once)).toBeLessThan(1)
  const baidu = { lon: 116.39762729119315, lat: 39.90865673957631 }
  expect(distanceBetween(offset.bd09ToGcj02(place), baidu)).toBeLessThan(1)
})

test('there and back within a millimetre inside China', () => {
  fc.assert(
    fc.property(china, (p) => {
      expect(distanceBetween(offset.gcj02ToWgs84(offset.wgs84ToGcj02(p)), p)).toBeLessThan(0.001)
      expect(distanceBetween(offset.bd09ToGcj02(offset.gcj02ToBd09(p)), p)).toBeLessThan(0.001)
      expect(distanceBetween(offset.bd09ToWgs84(offset.wgs84ToBd09(p)), p)).toBeLessThan(0.001)
      expect(distanceBetween(offset.wgs84ToGcj02(p), p)).toBeLessThan(2000)
    }),
    { numRuns: 2000, seed: 1 },
  )
})

test('nothing moves outside', () => {
  fc.assert(
    fc.property(fc.oneof(within(-180, 71.9, -90, 90), within(-180, 180, -90, 0.8)), (p) => {
      for (const shift of [offset.wgs84ToBd09, offset.bd09ToWgs84]) expect(shift(p)).toEqual(p)
    }),
    { seed: 2 },
  )
})

test('the system is recognised from points known in both', () => {
  const somewhere = fc.array(china, { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(somewhere, fc.constantFrom(...offset.offsetSystems), (truth, system) => {
      const shift = { wgs84: (p: LonLat) => p, gcj02: offset.wgs84ToGcj02, bd09: offset.wgs84ToBd09 }[system]
      // A few metres of error, as any survey by map and finger has it.
      const points = truth.map((p) => ({ lon: shift(p).lon + 0.00004, lat: shift(p).lat - 0.00004 }))
      const found = offset.looksShifted(points, truth)
      expect(found.system).toBe(system)
      expect(found.residuals[system]).toBeLessThan(10)
      points.forEach((p, i) => {
        expect(distanceBetween(offset.fromOffsetSystem(system, p), truth[i] as LonLat)).toBeLessThan(10)
      })
    }),
    { numRuns: 300, seed: 3 },
  )
})

test('no system fits: said so', () => {
  expect(offset.looksShifted([place], [{ lon: 116.5, lat: 39.915 }]).system).toBeUndefined()
  expect(offset.looksShifted([], []).system).toBeUndefined()
  expect(offset.looksShifted([{ lon: 5, lat: 52 }], [{ lon: 5, lat: 52 }]).system).toBe('wgs84')
  const truth = [place, { lon: 116.41, lat: 39.92 }, { lon: 116.42, lat: 39.93 }]
  const points = truth.map(offset.wgs84ToGcj02).with(1, { lon: 100, lat: 30 })
  expect(offset.looksShifted(points, truth).system).toBe('gcj02')
})
