import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toDegrees, toLocal } from './local.ts'
import { EVERYWHERE, isWithin, PlacePath, placeLevels, placePart, placeUpTo } from './path.ts'

const part = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,6}$/)
const path = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'))

test('a place is within itself and all above it, and in nothing else', () => {
  fc.assert(
    fc.property(path, path, (a, b) => {
      expect(PlacePath.safeParse(a).success).toBe(true)
      const parts = a.split('/')
      for (let n = 1; n <= parts.length; n++) expect(isWithin(a, parts.slice(0, n).join('/'))).toBe(true)
      expect(isWithin(a, EVERYWHERE)).toBe(true)
      const above = b.split('/')
      expect(isWithin(a, b)).toBe(above.every((one, i) => parts[i] === one))
    }),
    { numRuns: 2000, seed: 1 },
  )
  expect(isWithin('jinxiu/z10', 'jinxiu/z1')).toBe(false)
  expect(isWithin('jinxiu', 'jinxiu/z1')).toBe(false)
})

test('what is no place is refused', () => {
  for (const wrong of ['', '/', 'a/', '/a', 'a//b', 'A', '-a', 'a/b/c/d/e/f', 'a b', '锦绣', 'a/../b', 'x'.repeat(201)])
    expect(PlacePath.safeParse(wrong).success).toBe(false)
})

test('the parts of a place by their level', () => {
  const place = 'jinxiu/z2/b06/f12/r3'
  expect(placeLevels.map((level) => placePart(place, level))).toEqual(['jinxiu', 'z2', 'b06', 'f12', 'r3'])
  expect(placePart('jinxiu/z2', 'floor')).toBeUndefined()
  expect(placeUpTo(place, 'building')).toBe('jinxiu/z2/b06')
  expect(placeUpTo('jinxiu/z2/b06', 'building')).toBe('jinxiu/z2/b06')
  expect(placeUpTo('jinxiu/z2', 'building')).toBeUndefined()
})

test('metres become degrees and metres again', () => {
  const metres = fc.double({ min: -5000, max: 5000, noNaN: true })
  const origin = fc.record({
    lon: fc.double({ min: -170, max: 170, noNaN: true }),
    lat: fc.double({ min: -70, max: 70, noNaN: true }),
  })
  fc.assert(
    fc.property(origin, metres, metres, (center, east, north) => {
      const back = toLocal(center, ...toDegrees(center, { east, north }))
      expect(back.east).toBeCloseTo(east, 3)
      expect(back.north).toBeCloseTo(north, 3)
    }),
    { seed: 2 },
  )
  // One minute of latitude is a sea mile: 1852 m at 45 degrees, some less in the south.
  expect(toLocal({ lon: 114, lat: 45 }, 114, 45 + 1 / 60).north).toBeCloseTo(1852, 0)
  expect(toLocal({ lon: 114, lat: 22 }, 114, 22 + 1 / 60).north).toBeCloseTo(1845.5, 1)
})
