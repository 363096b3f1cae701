import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Arrangement, panelsOf } from './arrangement.ts'
import { insetsOf, onSeams, seamsOf, type Wall } from './wall.ts'

const page = { width: 3840, height: 2160 }
/** As a browser measures it: with getters. */
class Measured {
  readonly #box = [0, 100, 3840, 2000] as const
  get left() {
    return this.#box[0]
  }
  get top() {
    return this.#box[1]
  }
  get width() {
    return this.#box[2]
  }
  get height() {
    return this.#box[3]
  }
}
const dock = new Measured()
const wall: Wall = { columns: 3, rows: 2, bezel: 20 }

test('borders near a seam go to it, those far from one stay', () => {
  const arrangement: Arrangement = {
    share: 1,
    parts: [
      { share: 30, panels: ['a'] },
      {
        share: 40,
        parts: [
          { share: 52, panels: ['b'] },
          { share: 48, panels: ['c'] },
        ],
      },
      { share: 30, panels: ['d'] },
    ],
  }
  const snapped = onSeams(arrangement, wall, dock, page)
  const [a, middle, d] = snapped.parts
  expect(a?.share).toBeCloseTo(1 / 3)
  expect(d?.share).toBeCloseTo(1 / 3)
  // The seam lies in the middle of the page, which is not that of the dock.
  const [b] = (middle as Arrangement).parts
  expect(b?.share).toBeCloseTo((1080 - 100) / 2000)
  const far: Arrangement = {
    share: 1,
    parts: [
      { share: 1, panels: ['a'] },
      { share: 1, panels: ['b'] },
    ],
  }
  expect(onSeams(far, wall, dock, page).parts[0]?.share).toBeCloseTo(0.5)
})

test('whatever the arrangement and the wall: the same panels, the same order, and nothing without room', () => {
  const stack = fc.record({
    share: fc.double({ min: 0.1, max: 10, noNaN: true }),
    panels: fc.constant<string[]>(['p']),
  })
  const split = fc.record({
    share: fc.double({ min: 0.1, max: 10, noNaN: true }),
    parts: fc.array(stack, { minLength: 1, maxLength: 4 }),
  })
  const arrangements = fc.record({
    share: fc.constant(1),
    parts: fc.array(fc.oneof(stack, split), { minLength: 1, maxLength: 5 }),
  })
  const walls = fc.record({
    columns: fc.integer({ min: 1, max: 8 }),
    rows: fc.integer({ min: 1, max: 4 }),
    bezel: fc.constant(0),
  })
  fc.assert(
    fc.property(arrangements, walls, (arrangement, some) => {
      const snapped = onSeams(arrangement as Arrangement, some, dock, page)
      expect(panelsOf(snapped)).toEqual(panelsOf(arrangement as Arrangement))
      expect(snapped.parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
      for (const { share } of snapped.parts) expect(share).toBeGreaterThan(0)
    }),
  )
})

test('what stands at a seam keeps half its width away; what crosses one does not', () => {
  const [seam] = seamsOf(wall, page).across
  expect(seam).toBe(1280)
  expect(insetsOf({ left: 0, top: 100, width: 1280, height: 500 }, wall, page)).toEqual({
    left: 0,
    top: 0,
    right: 10,
    bottom: 0,
  })
  expect(insetsOf({ left: 1280, top: 1080, width: 1280, height: 1020 }, wall, page)).toEqual({
    left: 10,
    top: 10,
    right: 10,
    bottom: 0,
  })
  expect(insetsOf({ left: 600, top: 100, width: 1400, height: 500 }, wall, page).right).toBe(0)
})
