import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Recovery } from './recovery.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a page that keeps crashing comes back ever later, but comes back', () => {
  let loads = 0
  const recovery = new Recovery(() => loads++)
  const waits = Array.from({ length: 9 }, () => {
    const wait = recovery.crashed()
    vi.advanceTimersByTime(wait)
    return wait
  })
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  expect(loads).toBe(9)
})

test('after a minute without a crash the next one is the first again', () => {
  const recovery = new Recovery(() => {})
  recovery.crashed()
  vi.advanceTimersByTime(500)
  expect(recovery.crashed()).toBe(1000)
  vi.advanceTimersByTime(61_000)
  expect(recovery.crashed()).toBe(500)
})

test('a window that was closed does not come back', () => {
  let loads = 0
  const recovery = new Recovery(() => loads++)
  recovery.crashed()
  recovery.close()
  vi.advanceTimersByTime(60_000)
  expect(loads).toBe(0)
})
