import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadOf, timeInFlood } from './floods.ts'

const MINUTE = 60_000

test('ten within ten minutes are no flood, eleven are; it is over when the fifth of the last leaves', () => {
  const times = Array.from({ length: 11 }, (_, i) => i * 1000)
  expect(loadOf(times.slice(0, 10), 60 * MINUTE)).toEqual({ floods: [], most: { alarms: 10, at: 9000 } })
  // The seventh leaves ten minutes after it rose: four are left then.
  expect(loadOf(times, 60 * MINUTE)).toEqual({
    floods: [{ from: 10_000, to: 6000 + 10 * MINUTE, alarms: 11 }],
    most: { alarms: 11, at: 10_000 },
  })
})

test('one that is not over yet lasts until now; one that goes on is one', () => {
  const times = Array.from({ length: 40 }, (_, i) => i * MINUTE)
  expect(loadOf(times, 40 * MINUTE).floods).toEqual([])
  const dense = Array.from({ length: 80 }, (_, i) => i * 30_000)
  const { floods } = loadOf(dense, 40 * MINUTE)
  expect(floods).toEqual([{ from: 10 * 30_000, to: 40 * MINUTE, alarms: 80 }])
  expect(timeInFlood(floods, 0, 20 * MINUTE)).toBe(15 * MINUTE)
})

test('the same as looking at every moment at which something changes', () => {
  const gaps = fc.array(fc.oneof(fc.nat(20), fc.nat(900)), { maxLength: 120 })
  fc.assert(
    fc.property(gaps, fc.nat(2000), (seconds, rest) => {
      let at = 0
      const times = seconds.map((gap) => {
        at += gap * 1000
        return at
      })
      const to = at + rest * 1000
      const { floods, most } = loadOf(times, to)
      const moments = [...new Set(times.flatMap((one) => [one, one + 10 * MINUTE]))]
        .filter((moment) => moment <= to)
        .sort((a, b) => a - b)
      const within = (now: number) => times.filter((one) => one <= now && now - one < 10 * MINUTE).length
      expect(most.alarms).toBe(Math.max(0, ...times.map(within)))
      const seen: { from: number; to: number }[] = []
      let since: number | undefined
      for (const now of moments) {
        const count = within(now)
        if (since === undefined && count > 10) since = now
        else if (since !== undefined && count < 5) {
          seen.push({ from: since, to: now })
          since = undefined
        }
      }
      if (since !== undefined) seen.push({ from: since, to })
      expect(floods.map(({ from, to: end }) => ({ from, to: end }))).toEqual(seen)
    }),
    { numRuns: 300 },
  )
})
