import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chatterOf, remedyFor, type Turn } from './chattering.ts'

/** It comes at these seconds, and goes two seconds later at a value. */
const comesAt = (seconds: readonly number[], value = 7): Turn[] =>
  seconds.flatMap((at) => [
    { at: at * 1000, there: true, value: 9, limit: 8 },
    { at: at * 1000 + 2000, there: false, value, limit: 8 },
  ])

test.each([
  ['twice a minute', [0, 30], undefined],
  ['three times in a minute', [0, 20, 50], 3],
  ['three times in just more', [0, 20, 60], undefined],
  ['now and then for hours', [0, 600, 1200, 1800, 2400], undefined],
  ['once for long, then often', [0, 600, 610, 620, 630], 4],
])('it comes %s', (_, seconds, most) => {
  expect(chatterOf(comesAt(seconds))?.most).toBe(most)
})

test('the remedy is the least that would have kept it quiet', () => {
  const wavering = chatterOf(comesAt([0, 10, 20, 30]))
  expect(wavering).toMatchObject({ comings: 4, most: 4, at: 30_000, gap: 8000, reach: 1 })
  if (!wavering) return
  // It goes at one under the limit: a dead band of half of one does nothing.
  expect(remedyFor(wavering, { limit: 8, deadBand: 0.5, offDelay: 0 })).toEqual({
    how: 'dead-band',
    from: 0.5,
    to: 1.2,
  })
  // A limit of two leaves no room for it; a button has none at all.
  expect(remedyFor(wavering, { limit: 2, deadBand: 0.5, offDelay: 0 })).toEqual({ how: 'off-delay', from: 0, to: 10 })
  expect(remedyFor(wavering, { offDelay: 30 })).toEqual({ how: 'off-delay', from: 30, to: 40 })
  expect(remedyFor({ ...wavering, gap: 3_600_000 }, { offDelay: 0 })).toEqual({ how: 'look' })
  expect(remedyFor({ ...wavering, gap: null, reach: null }, { limit: 8, offDelay: 0 })).toEqual({ how: 'look' })
})

test('the same as counting the minute before each coming', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(90), { maxLength: 60 }), (gaps) => {
      let at = 0
      const seconds = gaps.map((gap) => {
        at += gap + 3
        return at
      })
      const counts = seconds.map((now) => seconds.filter((one) => one <= now && now - one < 60).length)
      const most = Math.max(0, ...counts)
      expect(chatterOf(comesAt(seconds))?.most).toBe(most >= 3 ? most : undefined)
    }),
  )
})
