import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inTimeOrder } from './points.ts'
import { packSpans, spansOf, unpackSpans } from './spans.ts'

const NOON = Date.UTC(2026, 10, 21, 12)
const decimal = fc.integer({ min: -99_999, max: 99_999 }).map((n) => n / 100)
const anything = fc.oneof(decimal, fc.double({ noNaN: true }), fc.constantFrom(0, -0, 5e-324, -1.7976931348623157e308))

test('spans come back as they were: the extremes bit by bit, the mean to the last digit that is shown', () => {
  const values = fc.oneof(fc.array(decimal, { maxLength: 300 }), fc.array(anything, { maxLength: 50 }))
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 900_000 }), (value, step) => {
      const spans = spansOf(inTimeOrder({ at: value.map((_, i) => NOON + i * step), value }))
      const back = unpackSpans(packSpans(spans))
      expect(back.map(({ sum: _, ...span }) => span)).toEqual(spans.map(({ sum: _, ...span }) => span))
      for (const [i, { sum, count }] of spans.entries())
        if (Number.isFinite(sum)) expect((back[i]?.sum ?? 0) / count).toBeCloseTo(sum / count, 4)
    }),
    { seed: 5, numRuns: 200 },
  )
})

test('a steady sensor costs little', () => {
  const value = Array.from({ length: 8640 }, (_, i) => 20 + Math.round(Math.sin(i / 500) * 50) / 10)
  const body = packSpans(spansOf({ at: value.map((_, i) => NOON + i * 10_000), value }))
  expect(unpackSpans(body)).toHaveLength(97 - 1)
  expect(body.length).toBeLessThan(96 * 16)
})
