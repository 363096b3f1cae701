import { expect, test } from 'vitest'
import type { Alarm } from '#shared/world/alarm-record.ts'
import { isFlood } from './flood.ts'

test('a flood begins with more than ten in ten minutes, and is not over before there are fewer than five', () => {
  const many = (n: number) => Array.from({ length: n }, (_, i) => ({ raisedAt: i * 1000 }) as Alarm)
  expect(isFlood(many(10), 60_000, false)).toBe(false)
  expect(isFlood(many(11), 60_000, false)).toBe(true)
  expect(isFlood(many(5), 60_000, true)).toBe(true)
  expect(isFlood(many(4), 60_000, true)).toBe(false)
  expect(isFlood(many(50), 11 * 60_000, true)).toBe(false)
})
