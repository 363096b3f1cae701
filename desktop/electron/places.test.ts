import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Display, freeDisplay, placeFor } from './places.ts'

const left: Display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }
const wall: Display = { id: 2, workArea: { x: 1920, y: -200, width: 3840, height: 2160 } }
const kept = { bounds: { x: 2000, y: -100, width: 3000, height: 1800 }, display: 2, fullscreen: false }

test('a window comes back to its display; without that one to the first, whole; and back again', () => {
  expect(placeFor(kept, [left, wall])).toEqual({ bounds: kept.bounds, displaced: false })
  expect(placeFor(kept, [left])).toEqual({ bounds: left.workArea, displaced: true })
  // The same display under another number.
  expect(placeFor(kept, [left, { ...wall, id: 77 }])).toEqual({ bounds: kept.bounds, displaced: false })
  expect(placeFor(undefined, [wall])).toEqual({
    bounds: { x: 3040, y: 430, width: 1600, height: 900 },
    displaced: false,
  })
  expect(placeFor(undefined, []).bounds.width).toBe(1600)
})

test('wherever it was and whatever displays there are: it stands where somebody can take hold of it', () => {
  const area = fc.record({
    x: fc.integer({ min: -8000, max: 8000 }),
    y: fc.integer({ min: -4000, max: 4000 }),
    width: fc.integer({ min: 640, max: 7680 }),
    height: fc.integer({ min: 480, max: 4320 }),
  })
  const displays = fc.array(area, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(area, displays, fc.integer({ min: 0, max: 5 }), (bounds, areas, display) => {
      const all = areas.map((workArea, id) => ({ id, workArea }))
      const { bounds: at } = placeFor({ bounds, display, fullscreen: false }, all)
      const isSeen = all.some(
        ({ workArea: a }) =>
          Math.min(at.x + at.width, a.x + a.width) - Math.max(at.x, a.x) >= 200 &&
          at.y >= a.y - 10 &&
          at.y <= a.y + a.height - 80,
      )
      expect(isSeen).toBe(true)
    }),
  )
})

test('another window comes to a display that has none', () => {
  const desk = { x: 100, y: 100, width: 1600, height: 900 }
  expect(freeDisplay([left, wall], [desk])).toBe(wall)
  expect(freeDisplay([left, wall], [desk, kept.bounds])).toBe(left)
  expect(freeDisplay([], [])).toBeUndefined()
})
