import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inTimeOrder, joined, packPoints, unpackPoints } from './points.ts'

const times = fc.uniqueArray(fc.integer({ min: 0, max: 4_102_444_800_000 }), { maxLength: 200 })

test('any points come back to the very bits', () => {
  const any = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 100),
    fc.constantFrom(0, -0, 5e-324, Number.MAX_VALUE, 0.1 + 0.2),
  )
  fc.assert(
    fc.property(times, fc.infiniteStream(any), (at, stream) => {
      const points = inTimeOrder({ at, value: at.map(() => stream.next().value as number) })
      expect(unpackPoints(packPoints(points))).toEqual(points)
    }),
    { seed: 1, numRuns: 500 },
  )
})

test('decimal values, also those at the edge of what a whole number holds', () => {
  for (const value of [
    [0.29, 1.1, 2.675, 1e-6, 1e-7],
    [2 ** 50, 2 ** 51, 2 ** 53 - 1],
    [1.000001, 123_456_789.654321],
  ]) {
    const points = { at: value.map((_, i) => i), value }
    expect(unpackPoints(packPoints(points))).toEqual(points)
  }
})

test('a steady sensor costs about three bytes a reading', () => {
  const at = Array.from({ length: 512 }, (_, i) => 1_795_000_000_000 + i * 10_000 + (i % 3))
  const value = at.map((_, i) => Number((21 + Math.sin(i / 20)).toFixed(2)))
  expect(packPoints({ at, value }).length / 512).toBeLessThan(3.2)
})

test('of two readings of one time the first stays', () => {
  const first = { at: [5, 9], value: [1, 2] }
  const second = { at: [9, 5, 7], value: [8, 8, 3] }
  expect(inTimeOrder(joined([first, second]))).toEqual({ at: [5, 7, 9], value: [1, 3, 2] })
})

test('bytes of an unknown form are damage, not points', () => {
  expect(() => unpackPoints(Buffer.from([9, 0, 0]))).toThrow('malformed')
})
