import { expect, test } from 'vitest'
import { countFailure, waitBefore } from './reloads.ts'

const MINUTE = 60_000

test('each wait is twice the one before, and none longer than five minutes', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 50].map(waitBefore)).toEqual([
    5000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000,
  ])
})

test('failures are counted across reloads, and begin anew when it went well for a while', () => {
  const kept = new Map<string, string>()
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (k: string, v: string) => kept.set(k, v) }
  const at = (minute: number) => countFailure(storage, minute * MINUTE)
  expect([at(0), at(1), at(6), at(15.9), at(26), at(27)]).toEqual([1, 2, 3, 4, 1, 2])
  // Somebody else has written there.
  for (const key of kept.keys()) kept.set(key, 'x y')
  expect(at(28)).toBe(1)
})
