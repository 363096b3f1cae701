import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bearingBetween, distanceBetween, lineBetween } from './distance.ts'
import { type Ecef, frameAt, fromEcef, metresPerDegree, toEcef } from './geodesy.ts'
import { toDegrees, toLocal } from './local.ts'

const place = fc.record({
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  height: fc.double({ min: -5000, max: 100_000, noNaN: true }),
})
const metres = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true })
const apart = (a: Ecef, b: Ecef) => Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z)

test('space and ellipsoid: a vector from the tests of a public geodesy package', () => {
  const there = toEcef({ lon: -82, lat: 42, height: 200 })
  expect(there.x).toBeCloseTo(660675.2518247, 5)
  expect(there.y).toBeCloseTo(-4700948.68316, 4)
  expect(there.z).toBeCloseTo(4245737.66222, 4)
  expect(toEcef({ lon: 0, lat: 90, height: 0 }).z).toBeCloseTo(6356752.314245, 5)
})

test('to space and back, below a micrometre, poles included', () => {
  fc.assert(
    fc.property(place, (p) => {
      const there = toEcef(p)
      const back = fromEcef(there)
      expect(apart(toEcef(back), there)).toBeLessThan(1e-6)
      expect(back.height).toBeCloseTo(p.height, 6)
    }),
    { numRuns: 3000, seed: 1 },
  )
  expect(fromEcef(toEcef({ lon: 0, lat: -90, height: 12 }))).toMatchObject({ lat: -90 })
})

test('east, north and up: the same package, and there and back', () => {
  const frame = frameAt({ lon: -82, lat: 42, height: 200 })
  const seen = frame.fromLocal({ east: 186.277521, north: 286.842228, up: 939.692621 })
  expect(seen.lat).toBeCloseTo(42.002582, 6)
  expect(seen.lon).toBeCloseTo(-81.997752, 6)
  expect(seen.height).toBeCloseTo(1139.7018, 4)
  fc.assert(
    fc.property(place, metres(50_000), metres(50_000), metres(2000), (origin, east, north, up) => {
      const there = frameAt(origin)
      const back = there.toLocal(there.fromLocal({ east, north, up }))
      expect(back.east).toBeCloseTo(east, 5)
      expect(back.north).toBeCloseTo(north, 5)
      expect(back.up).toBeCloseTo(up, 5)
    }),
    { numRuns: 1000, seed: 2 },
  )
})

test('the matrix of a frame does what the frame does', () => {
  const origin = { lon: 114.0579, lat: 22.5431, height: 30 }
  const { matrix, fromLocal } = frameAt(origin)
  const v = [120, -340, 56, 1]
  const row = (r: number) => v.reduce((sum, value, c) => sum + value * (matrix[c * 4 + r] as number), 0)
  const expected = toEcef(fromLocal({ east: 120, north: -340, up: 56 }))
  expect(apart({ x: row(0), y: row(1), z: row(2) }, expected)).toBeLessThan(1e-6)
})

test('Flinders Peak to Buninyong, the worked example of the Australian datum manual', () => {
  const flinders = { lon: 144 + 25 / 60 + 29.5244 / 3600, lat: -(37 + 57 / 60 + 3.7203 / 3600) }
  const buninyong = { lon: 143 + 55 / 60 + 35.3839 / 3600, lat: -(37 + 39 / 60 + 10.1561 / 3600) }
  const line = lineBetween(flinders, buninyong)
  expect(line.distance).toBeCloseTo(54972.271, 3)
  expect(line.bearing).toBeCloseTo(306 + 52 / 60 + 5.37 / 3600, 5)
})

test('long and special lines', () => {
  // The meridian of GRS 80 from the equator to 45 degrees; WGS 84 differs by less than a tenth of a millimetre.
  expect(distanceBetween({ lon: 9, lat: 0 }, { lon: 9, lat: 45 })).toBeCloseTo(4984944.378, 3)
  expect(distanceBetween({ lon: 0, lat: 0 }, { lon: 1, lat: 0 })).toBeCloseTo((6378137 * Math.PI) / 180, 6)
  expect(lineBetween({ lon: 5, lat: 5 }, { lon: 5, lat: 5 })).toEqual({ distance: 0, bearing: 0 })
  expect(distanceBetween({ lon: 179.9, lat: 10 }, { lon: -179.9, lat: 10 })).toBeLessThan(22_000)
  expect(bearingBetween({ lon: 114, lat: 22 }, { lon: 114, lat: 23 })).toBeCloseTo(0, 9)
  expect(bearingBetween({ lon: 1, lat: 0 }, { lon: 0, lat: 0 })).toBeCloseTo(270, 9)
  expect(distanceBetween({ lon: 0, lat: 0.3 }, { lon: 179.8, lat: -0.2 }) / 20_000_000).toBeCloseTo(1, 2)
})

test('near by, the line on the ellipsoid is the straight line through the frame', () => {
  const community = fc.record({ lon: metres(179), lat: metres(85), height: fc.constant(0) })
  fc.assert(
    fc.property(community, metres(3000), metres(3000), (origin, east, north) => {
      fc.pre(Math.hypot(east, north) > 1)
      const there = frameAt(origin).fromLocal({ east, north, up: 0 })
      const chord = apart(toEcef(origin), toEcef({ ...there, height: 0 }))
      const { distance, bearing } = lineBetween(origin, there)
      // An arc of 4 km is a tenth of a millimetre longer than its chord.
      expect(Math.abs(distance - chord)).toBeLessThan(0.001)
      const turned = Math.abs(bearing - ((Math.atan2(east, north) * 180) / Math.PI + 360)) % 360
      expect(Math.min(turned, 360 - turned)).toBeLessThan(1e-3)
    }),
    { numRuns: 500, seed: 3 },
  )
})

test('the flat plan agrees with the exact one to centimetres within a community', () => {
  const origin = { lon: 114.0579, lat: 22.5431, height: 0 }
  fc.assert(
    fc.property(metres(700), metres(700), (east, north) => {
      const [lon, lat] = toDegrees(origin, { east, north })
      const exact = frameAt(origin).toLocal({ lon, lat, height: 0 })
      expect(Math.hypot(exact.east - east, exact.north - north)).toBeLessThan(0.06)
      expect(toLocal(origin, lon, lat).east).toBeCloseTo(east, 6)
    }),
    { seed: 4 },
  )
  // Tables of the ellipsoid: 111,319.491 m and 110,574.276 m at the equator, 111,693.9 m to the north at the pole.
  expect(metresPerDegree(0).lon).toBeCloseTo(111_319.491, 3)
  expect(metresPerDegree(0).lat).toBeCloseTo(110_574.276, 3)
  expect(metresPerDegree(90).lat).toBeCloseTo(111_693.98, 2)
})
