import { expect, test } from 'vitest'
import { back, between, isFollowing, type Range, rangeOf, scaled, shifted, type View, zoomed } from './range.ts'

const NOW = Date.UTC(2026, 10, 22, 12)
const HOUR = 3_600_000
const day: Range = { from: NOW - 24 * HOUR, to: NOW }

test('it follows what is measured until somebody goes closer, and again when they come back', () => {
  const view: View = { base: HOUR, zooms: [] }
  expect([isFollowing(view), rangeOf(view, NOW)]).toEqual([true, { from: NOW - HOUR, to: NOW }])
  const closer = zoomed(view, day)
  expect([isFollowing(closer), rangeOf(closer, NOW + 5)]).toEqual([false, day])
  expect(back(closer)).toEqual(view)
  expect(back(view)).toEqual(view)
  expect(isFollowing({ base: day, zooms: [] })).toBe(false)
})

test('turns of one wheel are one step', () => {
  const once = zoomed({ base: HOUR, zooms: [] }, day)
  const twice = zoomed(once, { from: 1, to: 2 }, true)
  expect(twice.zooms).toEqual([{ from: 1, to: 2 }])
  expect(zoomed(twice, day).zooms).toHaveLength(2)
})

test('what is under the hand stays there; the time to come is not shown', () => {
  const around = NOW - 6 * HOUR
  const closer = scaled(day, 0.5, around, NOW)
  expect(closer).toEqual({ from: around - 9 * HOUR, to: around + 3 * HOUR })
  expect(scaled(day, 2, around, NOW)).toEqual({ from: NOW - 48 * HOUR, to: NOW })
  expect(shifted(day, -0.5, NOW)).toEqual({ from: NOW - 36 * HOUR, to: NOW - 12 * HOUR })
  expect(shifted(day, 0.5, NOW)).toEqual(day)
})

test('it goes no closer than ten seconds, no further than a century, and not before 1970', () => {
  const { from, to } = scaled(day, 1e-9, NOW - HOUR, NOW)
  expect(to - from).toBeLessThanOrEqual(10_001)
  const far = scaled(day, 1e9, NOW, NOW)
  expect(far.from).toBe(0)
  expect(shifted({ from: 5, to: 5 + HOUR }, -1, NOW)).toEqual({ from: 0, to: HOUR })
})

test('drawn from either side it is the same; a click is nothing', () => {
  expect(between(NOW - HOUR, NOW - 2 * HOUR, NOW)).toEqual({ from: NOW - 2 * HOUR, to: NOW - HOUR })
  expect(between(NOW, NOW, NOW)).toBeUndefined()
})
