import { expect, test } from 'vitest'
import { every, MINUTE, SimulatedClock, systemClock } from './time.ts'

test('what is due runs in its order, at its time, once', () => {
  const clock = new SimulatedClock(0)
  const ran: string[] = []
  clock.after(20, () => ran.push(`b${clock.now()}`))
  clock.after(10, () => {
    ran.push(`a${clock.now()}`)
    clock.after(5, () => ran.push(`c${clock.now()}`))
  })
  const cancel = clock.after(12, () => ran.push('never'))
  cancel()
  cancel()
  clock.advance(9)
  expect(ran).toEqual([])
  clock.advance(100)
  expect(ran).toEqual(['a10', 'c15', 'b20'])
  expect([clock.now(), clock.monotonic()]).toEqual([109, 109])
})

test('who sets the wall clock does not move durations', () => {
  const clock = new SimulatedClock(1000)
  let ran = 0
  clock.after(MINUTE, () => ran++)
  clock.jump(10 * MINUTE)
  expect([ran, clock.monotonic()]).toEqual([0, 0])
  clock.jump(-20 * MINUTE)
  clock.advance(MINUTE)
  expect([ran, clock.now()]).toEqual([1, 1000 - 9 * MINUTE])
})

test('again and again until it is stopped, also from within', () => {
  const clock = new SimulatedClock(0)
  let ran = 0
  const stop = every(clock, 10, () => {
    if (++ran === 3) stop()
  })
  clock.advance(25)
  expect(ran).toBe(2)
  clock.advance(100)
  expect(ran).toBe(3)
})

test('the real clock calls back, unless cancelled', async () => {
  let cancelled = true
  systemClock.after(1, () => {
    cancelled = false
  })()
  await new Promise<void>((resolve) => void systemClock.after(5, resolve))
  expect(cancelled).toBe(true)
  expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1000)
})
