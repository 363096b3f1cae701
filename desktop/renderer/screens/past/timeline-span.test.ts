import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allOf, around, columnOf, isYoung, moved, ticksOf, zoomed } from './timeline-span.ts'

const NOW = Date.UTC(2026, 10, 22, 9)
const HOUR = 3_600_000

test('what lies under the pointer stays there while one zooms, but for the end of time', () => {
  const stretch = { from: NOW - 10 * HOUR, to: NOW - 8 * HOUR }
  const near = zoomed(stretch, NOW - 9 * HOUR, 0.5, NOW)
  expect(near).toEqual({ from: NOW - 9.5 * HOUR, to: NOW - 8.5 * HOUR })
  const far = zoomed(stretch, NOW - 8 * HOUR, 1000, NOW)
  expect(far.to).toBeLessThanOrEqual(NOW + (far.to - far.from) * 0.021)
  expect(far.to - far.from).toBe(62 * 24 * HOUR)
})

test('however it is moved, the future is not shown, and no stretch is shorter than a look takes', () => {
  const factor = fc.double({ min: 0.001, max: 1000, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), factor, fc.integer({ min: -1e9, max: 1e9 }))), (steps) => {
      let stretch = around(NOW, HOUR, NOW)
      for (const [isZoom, by, ms] of steps)
        stretch = isZoom ? zoomed(stretch, stretch.from, by, NOW) : moved(stretch, ms, NOW)
      const length = stretch.to - stretch.from
      expect(length).toBeGreaterThanOrEqual(999)
      expect(stretch.to).toBeLessThanOrEqual(NOW + length * 0.02 + 1)
    }),
  )
})

test('columns and lines are of round length', () => {
  expect(columnOf({ from: NOW - HOUR, to: NOW }, 1200)).toBe(30_000)
  expect(columnOf({ from: NOW - 30 * 24 * HOUR, to: NOW }, 1200)).toBe(6 * HOUR)
  const { every, at } = ticksOf({ from: NOW - HOUR, to: NOW }, 1200, 90)
  expect(every).toBe(5 * 60_000)
  expect(at).toHaveLength(13)
})

test('a record that has begun only just fills the timeline, but for one that is a few seconds old', () => {
  const now = 10 * 3_600_000
  const hour = { from: now - 3_600_000, to: now }
  expect([isYoung(now - 600_000, hour), isYoung(now - 3_500_000, hour)]).toEqual([true, false])
  const { from, to } = allOf(now - 1_200_000, now)
  expect(from).toBeLessThan(now - 1_200_000)
  expect(to - from).toBeLessThan(1.2 * 1_200_000)
  expect(to).toBeGreaterThan(now)
  expect(allOf(now - 1000, now).to - allOf(now - 1000, now).from).toBe(300_000)
})
