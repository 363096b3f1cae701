import { expect, test } from 'vitest'
import { lengthText } from './length-text.ts'
import { bitrateOf, type FilmWish, longestOf, planOf, wishedRange } from './plan.ts'

const MINUTE = 60_000
const wish = (more: Partial<FilmWish> = {}): FilmWish => ({
  from: 0,
  to: 10_000,
  speed: 1,
  size: 'hd',
  rate: 5,
  ...more,
})
const momentsOf = (plan: ReturnType<typeof planOf>) =>
  Array.from({ length: plan?.pictures ?? 0 }, (_, i) => plan?.momentOf(i))

test('moments are shown evenly, by speed and pictures a second, and never beyond the end', () => {
  const plan = planOf(wish({ from: 1000, to: 4000, speed: 2 }), [])
  expect(momentsOf(plan)).toEqual([1000, 1400, 1800, 2200, 2600, 3000, 3400, 3800])
  expect(plan?.seconds).toBe(1.6)
  expect(planOf(wish({ speed: 0.1, to: 1000 }), [])?.pictures).toBe(50)
  // Shorter than a picture lasts it is one picture all the same.
  expect(momentsOf(planOf(wish({ to: 20 }), []))).toEqual([0])
})

test('what cannot be shown is passed over; where nothing can be, there is no film', () => {
  const holes = [
    { from: 6000, to: 8000 },
    { from: -500, to: 2000 },
  ]
  const plan = planOf(wish({ rate: 10, speed: 10 }), holes)
  expect(momentsOf(plan)).toEqual([2000, 3000, 4000, 5000, 8000, 9000])
  expect(planOf(wish(), [{ from: 0, to: 10_000 }])).toBeUndefined()
  expect(planOf(wish({ to: 0 }), [])).toBeUndefined()
})

test('ten minutes at most; held in memory, less of a large picture', () => {
  expect(longestOf(wish(), true)).toBe(600)
  const large = wish({ size: 'full', rate: 30 })
  const most = longestOf(large, false)
  expect(most).toBeLessThan(300)
  expect((most * bitrateOf(large)) / 8).toBeLessThanOrEqual(192 * 2 ** 20)
  expect(bitrateOf(large)).toBeGreaterThan(bitrateOf(wish({ size: 'full', rate: 5 })))
})

test('what somebody chose is wished, as fast as it must be; else a minute around the playhead', () => {
  const around = { shown: { from: 0, to: 60 * MINUTE }, at: 30 * MINUTE, begin: 0, end: 59 * MINUTE }
  const loop = [10 * MINUTE, 50 * MINUTE] as const
  expect(wishedRange({ ...around, loop }, 1, 600)).toEqual({ from: 10 * MINUTE, to: 50 * MINUTE, speed: 4 })
  expect(wishedRange({ ...around, loop: [0, MINUTE] }, 0.5, 600)).toEqual({ from: 0, to: MINUTE, speed: 0.5 })
  expect(wishedRange({ ...around, loop: undefined }, 2, 600)).toEqual({
    from: 29 * MINUTE,
    to: 31 * MINUTE,
    speed: 2,
  })
  // At the end of what there is, as much before it.
  expect(wishedRange({ ...around, at: 59 * MINUTE, loop: undefined }, 1, 600)).toMatchObject({
    from: 58 * MINUTE,
    to: 59 * MINUTE,
  })
  expect(
    wishedRange({ ...around, shown: { from: 29.75 * MINUTE, to: 30.25 * MINUTE }, loop: undefined }, 1, 600),
  ).toEqual({
    from: 29.75 * MINUTE,
    to: 30.25 * MINUTE,
    speed: 1,
  })
})

test('lengths are told as clocks tell them', () => {
  expect([1, 61_000, 600_000, 3_605_000].map(lengthText)).toEqual(['0:01', '1:01', '10:00', '1:00:05'])
})
