import { expect, test } from 'vitest'
import { wideOf, withGaps } from './with-gaps.ts'

const MINUTE = 60_000
const event = (at: number) =>
  ({ seq: at, at, type: 'alarm:raised', by: { kind: 'system', id: 's' }, data: {}, place: 'p' }) as never
const silent = { from: 21 * MINUTE, to: 28 * MINUTE, why: 'silent' } as const

test('a gap stands between the event before it and the one that ended it, or on top while it is not over', () => {
  const events = [event(28 * MINUTE), event(20 * MINUTE), event(19 * MINUTE)]
  const of = (now: number, gap: Parameters<typeof withGaps>[1][number]) =>
    withGaps(events, [gap], now).map((row) => ('gap' in row ? 'gap' : row.event.at / MINUTE))
  expect(of(30 * MINUTE, silent)).toEqual([28, 'gap', 20, 19])
  expect(of(40 * MINUTE, { ...silent, from: 29 * MINUTE, to: 39 * MINUTE })).toEqual(['gap', 28, 20, 19])
  // In the midst of it.
  expect(of(35 * MINUTE, { ...silent, from: 29 * MINUTE, to: 39 * MINUTE })).toEqual(['gap', 28, 20, 19])
  expect(of(30 * MINUTE, { ...silent, from: 31 * MINUTE, to: 39 * MINUTE })).toEqual([28, 20, 19])
})

test('whether there was one is asked only of what lies wide apart', () => {
  expect(wideOf([event(9 * MINUTE), event(8 * MINUTE)], 10 * MINUTE)).toBeUndefined()
  expect(wideOf([event(28 * MINUTE), event(20 * MINUTE), event(19 * MINUTE)], 30 * MINUTE)).toEqual({
    from: 20 * MINUTE,
    to: 28 * MINUTE,
  })
  expect(wideOf([event(20 * MINUTE), event(9 * MINUTE), event(2 * MINUTE)], 30 * MINUTE)).toEqual({
    from: 2 * MINUTE,
    to: 30 * MINUTE,
  })
  expect(wideOf([], 30 * MINUTE)).toBeUndefined()
})
