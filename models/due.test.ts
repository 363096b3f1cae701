import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween, daysLater, dueOf } from './due.ts'

const upkeep = { everyDays: 180, task: { zh: '清洁', en: 'clean' }, lifeYears: 10 }

test.each([
  ['nothing is known', {}, '2026-11-22', []],
  ['fresh', { installedAt: '2026-11-01' }, '2026-11-22', []],
  ['due in two weeks', { installedAt: '2026-06-09' }, '2026-11-22', ['due']],
  ['due today', { servicedAt: '2026-05-26' }, '2026-11-22', ['due']],
  ['overdue by a day', { servicedAt: '2026-05-25' }, '2026-11-22', ['overdue']],
  ['own period counts', { servicedAt: '2026-05-25', upkeepDays: 365 }, '2026-11-22', []],
  ['whoever came last says when', { servicedAt: '2020-01-01', nextServiceAt: '2027-06-01' }, '2026-11-22', []],
  ['at the end of its life', { installedAt: '2016-11-22', servicedAt: '2026-11-01' }, '2026-11-22', ['ending']],
  ['own life counts', { installedAt: '2016-11-22', servicedAt: '2026-11-01', lifeYears: 20 }, '2026-11-22', []],
  ['warranty ends', { warrantyUntil: '2026-12-31' }, '2026-11-22', ['warranty']],
  ['warranty is long over', { warrantyUntil: '2025-12-31' }, '2026-11-22', []],
  [
    'not looked after since it is known',
    { installedAt: '2016-11-30', lifeYears: 30, registered: '2026-01-01' },
    '2026-11-22',
    ['overdue'],
  ],
  [
    'known since a little while',
    { installedAt: '2017-01-01', lifeYears: 30, registered: '2026-11-01' },
    '2026-11-22',
    [],
  ],
  ['in store', { servicedAt: '2020-01-01', assetState: 'spare' as const }, '2026-11-22', []],
  ['being mended', { servicedAt: '2020-01-01', assetState: 'repair' as const }, '2026-11-22', []],
])('%s', (_, known, today, reminders) => {
  expect(dueOf(known, upkeep, today).reminders).toEqual(reminders)
})

test('a leap day ends its years on the 28th, and kinds that say nothing remind of nothing', () => {
  expect(dueOf({ installedAt: '2024-02-29', lifeYears: 3 }, upkeep, '2026-01-01').end).toBe('2027-02-28')
  expect(dueOf({ installedAt: '2000-01-01' }, undefined, '2026-01-01')).toEqual({ reminders: [] })
})

test('days are days, whatever the clocks did between', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((n) => daysLater('1990-01-01', n))
  fc.assert(
    fc.property(day, fc.integer({ min: -9000, max: 9000 }), (from, n) => daysBetween(from, daysLater(from, n)) === n),
  )
})
