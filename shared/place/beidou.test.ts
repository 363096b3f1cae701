import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  BeidouCode,
  beidouLevels,
  beidouNeighbours,
  beidouParent,
  beidouRange,
  decodeBeidou,
  encodeBeidou,
  isBeidouCode,
  UNITS_PER_DEGREE,
} from './beidou.ts'

const degrees = (d: number, m: number, s: number) => d + m / 60 + s / 3600
/** The example that public descriptions of the standard and public codecs have in common. */
const example = { lon: degrees(116, 18, 45.37), lat: degrees(39, 59, 35.38) }

/** What a double loses around 180 degrees. */
const hair = 1e-12
const level = fc.integer({ min: 1, max: 10 })
const units = (limit: number) =>
  fc.integer({ min: -limit * UNITS_PER_DEGREE, max: limit * UNITS_PER_DEGREE - 1 }).map((n) => n / UNITS_PER_DEGREE)
/** Corners of cells, where rounding would show, as often as points between them. */
const place = fc.oneof(
  fc.record({ lon: units(180), lat: units(88) }),
  fc
    .record({ lon: fc.integer({ min: -720, max: 719 }), lat: fc.integer({ min: -528, max: 527 }) })
    .map(({ lon, lat }) => ({ lon: lon / 4, lat: lat / 6 })),
  fc.record({
    lon: fc.double({ min: -180, max: 179.999999, noNaN: true }),
    lat: fc.double({ min: -88, max: 87.999999, noNaN: true }),
  }),
)

test('the common example, at every level', () => {
  const code = 'N50J47539B8255346152'
  expect(encodeBeidou(example, 10)).toBe(code)
  const lengths = [4, 6, 7, 9, 11, 12, 14, 16, 18, 20]
  expect(beidouLevels.map(({ length }) => length)).toEqual(lengths)
  lengths.forEach((length, i) => {
    expect(encodeBeidou(example, i + 1)).toBe(code.slice(0, length))
  })
  const cell = decodeBeidou(code)
  expect(cell.level).toBe(10)
  expect(Math.abs(cell.center.lon - example.lon) * 3600).toBeLessThan(1 / 2048)
  expect(Math.abs(cell.center.lat - example.lat) * 3600).toBeLessThan(1 / 2048)
})

test('the quadrants mirror one another: only hemisphere and column differ', () => {
  // The south-western one is an example of a public codec.
  expect(encodeBeidou({ lon: -example.lon, lat: -example.lat }, 10)).toBe('S11J47539B8255346152')
  expect(encodeBeidou({ lon: -example.lon, lat: example.lat }, 10)).toBe('N11J47539B8255346152')
  expect(encodeBeidou({ lon: example.lon, lat: -example.lat }, 10)).toBe('S50J47539B8255346152')
})

test('the edges of the world', () => {
  expect(encodeBeidou({ lon: 0, lat: 0 }, 1)).toBe('N31A')
  expect(encodeBeidou({ lon: -0, lat: -0 }, 1)).toBe('N31A')
  expect(encodeBeidou({ lon: -1e-6, lat: -1e-6 }, 1)).toBe('S30A')
  expect(encodeBeidou({ lon: -180, lat: 87.9 }, 1)).toBe('N01V')
  expect(encodeBeidou({ lon: 180, lat: 87.9 }, 1)).toBe('N01V')
  expect(encodeBeidou({ lon: 179.9, lat: -87.9 }, 1)).toBe('S60V')
  expect(decodeBeidou('S60V')).toMatchObject({ level: 1, west: 174, east: 180, south: -88, north: -84 })
  expect(decodeBeidou('N01V')).toMatchObject({ west: -180, east: -174, south: 84, north: 88 })
  for (const lat of [88, 89, 90, -88.000001, -90]) expect(() => encodeBeidou({ lon: 0, lat }, 5)).toThrow('polar caps')
  for (const lon of [Number.NaN, 181, Number.POSITIVE_INFINITY])
    expect(() => encodeBeidou({ lon, lat: 0 }, 5)).toThrow('no longitude')
  for (const wrong of [0, 11, 1.5, Number.NaN]) expect(() => encodeBeidou(example, wrong)).toThrow('level')
})

test('a cell holds its place, at every level, and its corner and center are its own', () => {
  fc.assert(
    fc.property(place, level, (p, n) => {
      const code = encodeBeidou(p, n)
      const { west, south, east, north, center, level: found } = decodeBeidou(code)
      expect(found).toBe(n)
      expect(p.lon).toBeGreaterThanOrEqual(west - hair)
      expect(p.lon).toBeLessThan(east + hair)
      expect(p.lat).toBeGreaterThanOrEqual(south - hair)
      expect(p.lat).toBeLessThan(north + hair)
      expect(encodeBeidou({ lon: west, lat: south }, n)).toBe(code)
      expect(encodeBeidou(center, n)).toBe(code)
    }),
    { numRuns: 5000, seed: 1 },
  )
})

test('parents nest, and a range finds what is inside', () => {
  fc.assert(
    fc.property(place, level, level, (p, a, b) => {
      const [large, small] = [Math.min(a, b), Math.max(a, b)]
      const [outer, inner] = [encodeBeidou(p, large), encodeBeidou(p, small)]
      expect(inner.startsWith(outer)).toBe(true)
      expect(beidouParent(inner)).toBe(small === 1 ? undefined : encodeBeidou(p, small - 1))
      const [cell, part] = [decodeBeidou(outer), decodeBeidou(inner)]
      expect(part.west >= cell.west && part.east <= cell.east).toBe(true)
      expect(part.south >= cell.south && part.north <= cell.north).toBe(true)
      const { from, to } = beidouRange(outer)
      expect(from <= inner && inner < to).toBe(true)
    }),
    { numRuns: 2000, seed: 2 },
  )
})

test('a range leaves out the neighbours', () => {
  fc.assert(
    fc.property(place, level, (p, n) => {
      const code = encodeBeidou(p, n)
      const { from, to } = beidouRange(code)
      for (const other of beidouNeighbours(code)) expect(from <= other && other < to).toBe(false)
    }),
    { numRuns: 1000, seed: 3 },
  )
  expect(beidouRange(' n50j ')).toEqual({ from: 'N50J', to: 'N50K' })
  expect(beidouRange('N49')).toEqual({ from: 'N49', to: 'N4:' })
  for (const wrong of ['', 'X', 'N50Z', '50J', 'N50J47539B82553461520'])
    expect(() => beidouRange(wrong)).toThrow('no beginning')
})

test('neighbours touch, are eight, and have this cell for their neighbour', () => {
  fc.assert(
    fc.property(place, level, (p, n) => {
      const code = encodeBeidou(p, n)
      const cell = decodeBeidou(code)
      const all = beidouNeighbours(code)
      const atCap = cell.north === 88 || cell.south === -88
      expect(new Set(all).size).toBe(atCap ? 5 : 8)
      expect(all).not.toContain(code)
      for (const one of all) {
        expect(beidouNeighbours(one)).toContain(code)
        const other = decodeBeidou(one)
        const touches = (turn: number) => other.west + turn <= cell.east + hair && other.east + turn >= cell.west - hair
        expect([0, 360, -360].some(touches)).toBe(true)
        expect(other.south <= cell.north && other.north >= cell.south).toBe(true)
      }
    }),
    { numRuns: 1000, seed: 4 },
  )
  expect(beidouNeighbours('N31A')).toEqual(['N31B', 'N32B', 'N32A', 'S32A', 'S31A', 'S30A', 'N30A', 'N30B'])
  expect(beidouNeighbours('N60V')).toEqual(['N01V', 'N01U', 'N60U', 'N59U', 'N59V'])
})

test('what is no code is told apart', () => {
  const wrong = [
    ...[
      '',
      'N',
      'N50',
      'N00A',
      'N61A',
      'N50W',
      'E50J',
      'n50J',
      'N50JC0',
      'N50J08',
      'N50J476',
      'N50J475F0',
      'N50J4750A',
    ],
    ...['N50J47539FF', 'N50J47539BF', 'N50J47539B84', 'N50J47539B8288', 'N50J47539B825534615', 'N50J47539B82553461520'],
  ]
  for (const code of wrong) {
    expect(isBeidouCode(code), code).toBe(false)
    expect(BeidouCode.safeParse(code).success).toBe(false)
    for (const use of [decodeBeidou, beidouParent, beidouNeighbours])
      expect(() => use(code)).toThrow(expect.objectContaining({ code: 'input.invalid' }))
  }
  expect(BeidouCode.parse('N50J47539B82')).toBe('N50J47539B82')
})
