import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceBetween } from './distance.ts'
import { fromEpsg, parseEpsg } from './systems.ts'

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i)
const all = [
  ...[4326, 4979, 4490, 4480, 3857, 28992, 7415],
  ...range(4491, 4554),
  ...range(32643, 32655),
  ...range(25828, 25838),
  ...[32601, 32660, 32701, 32760],
]

test('there and back, to a tenth of a millimetre, in every system', () => {
  const small = fc.double({ min: -1.4, max: 1.4, noNaN: true })
  const north = fc.double({ min: 1, max: 55, noNaN: true })
  fc.assert(
    fc.property(fc.constantFrom(...all), small, north, (code, east, lat) => {
      const system = fromEpsg(code)
      const dutch = system.name.includes('Amersfoort')
      const meridian = /(\d+)E$/.exec(system.name)?.[1]
      const zone = /zone (\d+)/.exec(system.name)?.[1]
      const width = system.name.includes('3-degree') ? 3 : 6
      const offset = system.name.includes('UTM') ? -183 : width === 6 ? -3 : 0
      const center = meridian ? Number(meridian) : zone ? Number(zone) * width + offset : dutch ? 5.4 : 114
      const place = { lon: center + east, lat: dutch ? 51.5 + lat / 60 : lat }
      const [x, y] = system.fromLonLat(place.lon, place.lat)
      // The shift of the Dutch datum is itself undone approximately.
      expect(distanceBetween(system.toLonLat(x, y), place)).toBeLessThan(dutch ? 1e-2 : 1e-4)
    }),
    { numRuns: 2000, seed: 1 },
  )
})

test('zones and central meridians', () => {
  const falseEasting = (code: number, lon: number) => fromEpsg(code).fromLonLat(lon, 0)[0]
  range(4513, 4533).forEach((code, i) => {
    expect(falseEasting(code, 75 + 3 * i)).toBeCloseTo((25 + i) * 1_000_000 + 500_000, 5)
  })
  range(4534, 4554).forEach((code, i) => {
    expect(falseEasting(code, 75 + 3 * i)).toBeCloseTo(500_000, 5)
  })
  range(4491, 4501).forEach((code, i) => {
    expect(falseEasting(code, 75 + 6 * i)).toBeCloseTo((13 + i) * 1_000_000 + 500_000, 5)
  })
  range(4502, 4512).forEach((code, i) => {
    expect(falseEasting(code, 75 + 6 * i)).toBeCloseTo(500_000, 5)
  })
  expect(fromEpsg(4547).name).toBe('CGCS2000 / 3-degree Gauss-Krueger CM 114E')
  expect(fromEpsg(4526).name).toBe('CGCS2000 / 3-degree Gauss-Krueger zone 38')
  expect(fromEpsg(4508).name).toBe('CGCS2000 / Gauss-Krueger CM 111E')
  expect(fromEpsg(4498).name).toBe('CGCS2000 / Gauss-Krueger zone 20')
})

test('known places', () => {
  // On the central meridian the northing is the arc of the meridian; GRS 80 has 4,984,944.378 m up to 45 degrees.
  expect(fromEpsg(4547).fromLonLat(114, 45)[1]).toBeCloseTo(4984944.378, 3)
  // The tower of Toronto, as an encyclopedia has it.
  const [east, north] = fromEpsg(32617).fromLonLat(-79.387139, 43.642567)
  expect([Math.round(east), Math.round(north)]).toEqual([630084, 4833439])
  expect(fromEpsg(3857).fromLonLat(180, 0)[0]).toBeCloseTo(20037508.342789, 6)
  // The church tower of Amersfoort, by the Dutch register.
  const tower = fromEpsg(28992).toLonLat(155_000, 463_000)
  expect(distanceBetween(tower, { lon: 5.38720621, lat: 52.1551744 })).toBeLessThan(0.3)
  expect(fromEpsg(4490).toLonLat(116.4, 39.9)).toEqual({ lon: 116.4, lat: 39.9 })
})

test('every usual way to write a code', () => {
  const ways = {
    'EPSG:4490': 4490,
    'epsg:4490': 4490,
    ' 4547 ': 4547,
    'EPSG::4547': 4547,
    'urn:ogc:def:crs:EPSG::4547': 4547,
    'urn:ogc:def:crs:EPSG:9.9.1:4547': 4547,
    'urn:x-ogc:def:crs:EPSG:4547': 4547,
    'https://www.opengis.net/def/crs/EPSG/0/7415': 7415,
    'http://www.opengis.net/def/crs/EPSG/0/4547': 4547,
    'http://www.opengis.net/gml/srs/epsg.xml#4326': 4326,
    'urn:ogc:def:crs,crs:EPSG::4547,crs:EPSG::5737': 4547,
    'urn:ogc:def:crs:OGC:1.3:CRS84': 4326,
    'http://www.opengis.net/def/crs/OGC/1.3/CRS84': 4326,
  }
  for (const [text, code] of Object.entries(ways)) expect(parseEpsg(text), text).toBe(code)
  for (const text of ['', 'CGCS2000', 'EPSG:', 'EPSG:12', 'urn:ogc:def:crs:IAU::1000', 'https://example.org/4547'])
    expect(() => parseEpsg(text), text).toThrow(expect.objectContaining({ code: 'input.invalid' }))
})

test('what cannot be read honestly is refused by name', () => {
  for (const code of [4214, 2401, 2442, 21423, 21463]) expect(() => fromEpsg(code)).toThrow(/Beijing 1954.*shift/)
  for (const code of [4610, 2327, 2362, 2390]) expect(() => fromEpsg(code)).toThrow(/Xian 1980.*shift/)
  expect(() => fromEpsg(4978)).toThrow('earth-centered')
  expect(() => fromEpsg('EPSG:99999')).toThrow('EPSG:99999')
  expect(() => fromEpsg(99999)).toThrow(expect.objectContaining({ details: { epsg: 99999, reason: 'unknown' } }))
})

test('coordinates of another system are refused, not drawn in the ocean', () => {
  const [east, north] = fromEpsg(4526).fromLonLat(114.0579, 22.5431)
  expect(Math.round(east)).toBe(38_505_956)
  expect(() => fromEpsg(4526).toLonLat(east - 38_000_000, north)).toThrow('EPSG:4526')
  expect(() => fromEpsg(4547).toLonLat(east, north)).toThrow('EPSG:4547')
  expect(() => fromEpsg(4547).toLonLat(north, east - 38_000_000)).toThrow('EPSG:4547')
  expect(() => fromEpsg(4547).fromLonLat(87, 43)).toThrow('EPSG:4547')
  expect(() => fromEpsg(4490).toLonLat(39.9, 116.4)).toThrow('EPSG:4490')
  for (const system of [4490, 4547, 3857]) expect(() => fromEpsg(system).toLonLat(Number.NaN, 0)).toThrow('belong')
})
