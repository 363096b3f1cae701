import { expect, test } from 'vitest'
import type { PastAlarm } from '#shared/contract/alarm-history.ts'
import { defaultShifts } from '../shifts.ts'
import { loadOf } from './floods.ts'
import { shiftsOf as eachShift, gradesOf, PeopleFigures, perTenMinutes, TopSources, timesTo, trendOf } from './parts.ts'

const MINUTE = 60_000
const day = (date: number, hours = 0, minutes = 0) => new Date(2026, 10, date, hours, minutes).getTime()
const user = (id: string) => ({ kind: 'user' as const, id, name: id.toUpperCase() })

function alarm(raisedAt: number, more: Partial<PastAlarm> = {}): PastAlarm {
  return {
    n: 1,
    alarm: 'a',
    device: 'd1',
    rule: 'r',
    kind: 'k',
    place: 'jx/z1',
    grade: 4,
    state: 'over',
    quiet: false,
    raisedAt,
    times: 1,
    metric: 'm',
    limit: 1,
    value: 2,
    who: [],
    ...more,
  }
}

const handled = [
  alarm(day(20, 9), { acknowledgedAt: day(20, 9, 1), acknowledgedBy: user('an'), who: ['an'], grade: 1 }),
  alarm(day(20, 9, 5), {
    acknowledgedAt: day(20, 9, 8),
    acknowledgedBy: user('an'),
    endedAt: day(20, 9, 45),
    endedBy: user('bo'),
    how: 'alarm:closed',
    who: ['an', 'bo'],
    device: 'd2',
  }),
  alarm(day(20, 17), { acknowledgedAt: day(20, 17, 9), acknowledgedBy: user('bo'), who: ['bo'], device: 'd2' }),
  alarm(day(21, 1), { endedAt: day(21, 2), endedBy: user('an'), how: 'alarm:returned', device: 'd2' }),
]

/** In slices, as they are fed. */
function fed<T>(counter: { add(alarms: readonly PastAlarm[]): void; figures(): T }, alarms: readonly PastAlarm[]): T {
  for (let n = 0; n < alarms.length; n += 2) counter.add(alarms.slice(n, n + 2))
  return counter.figures()
}
const peopleOf = (alarms: readonly PastAlarm[]) => fed(new PeopleFigures(), alarms)
const topSources = (alarms: readonly PastAlarm[]) => fed(new TopSources(), alarms)
const shiftsOf = (...asked: Parameters<typeof eachShift>) => [...eachShift(...asked)]

test('how long it took, of all and of each who did something', () => {
  expect(timesTo(handled)).toEqual({
    acknowledge: { count: 3, median: 3 * MINUTE, p90: 9 * MINUTE },
    close: { count: 1, median: 40 * MINUTE, p90: 40 * MINUTE },
  })
  expect(timesTo([]).close).toEqual({ count: 0, median: null, p90: null })
  expect(peopleOf(handled)).toEqual([
    {
      account: 'an',
      name: 'AN',
      handled: 2,
      acknowledge: { count: 2, median: MINUTE, p90: 3 * MINUTE },
      close: { count: 0, median: null, p90: null },
    },
    {
      account: 'bo',
      name: 'BO',
      handled: 2,
      acknowledge: { count: 1, median: 9 * MINUTE, p90: 9 * MINUTE },
      close: { count: 1, median: 40 * MINUTE, p90: 40 * MINUTE },
    },
  ])
})

test('where they come from, and how grave they are', () => {
  expect(topSources(handled)).toMatchObject({
    share: 1,
    sources: [
      { device: 'd2', count: 3 },
      { device: 'd1', count: 1 },
    ],
  })
  expect(topSources([])).toEqual({ share: null, sources: [] })
  const many = Array.from({ length: 40 }, (_, i) => alarm(i, { device: `d${i % 20}` }))
  expect(topSources(many)).toMatchObject({ share: 0.5 })
  expect(topSources(many).sources).toHaveLength(10)
  expect(gradesOf(handled)).toEqual({ 1: 1, 2: 0, 3: 0, 4: 3 })
})

test('hours up to two days, else days, each with what rose in it', () => {
  const hours = trendOf(handled.slice(0, 3), [], day(20, 8, 30), day(20, 18))
  expect(hours.every).toBe('hour')
  expect(hours.spans.map(({ at, counts }) => [new Date(at).getHours(), ...counts])).toEqual([
    [8, 0, 0, 0, 0],
    [9, 1, 0, 0, 1],
    ...[10, 11, 12, 13, 14, 15, 16].map((hour) => [hour, 0, 0, 0, 0]),
    [17, 0, 0, 0, 1],
  ])
  const days = trendOf(handled, [{ from: day(20, 23, 50), to: day(21, 0, 20), alarms: 20 }], day(19), day(22))
  expect(days.every).toBe('day')
  expect(days.spans.map(({ counts, inFlood }) => [counts[0], counts[3], inFlood / MINUTE])).toEqual([
    [0, 0, 0],
    [1, 2, 10],
    [0, 1, 20],
  ])
})

test('the shifts of one name are taken together, parts of them as parts', () => {
  const shifts = shiftsOf(handled, [], day(20, 12), day(21, 12), defaultShifts)
  const late = handled.slice(2)
  expect(shiftsOf(late, [], day(20, 12), day(21, 12), defaultShifts)).toMatchObject([
    { shift: { id: 'night' }, turns: 1, alarms: 1, mean: 1 / 48, most: 1 },
    { shift: { id: 'day' }, turns: 2, alarms: 0, mean: 0, most: 0 },
    { shift: { id: 'late' }, turns: 1, alarms: 1, acknowledge: { median: 9 * MINUTE } },
  ])
  expect(shifts).toHaveLength(3)
})

test('a flood of one shift is that of no other', () => {
  const times = Array.from({ length: 30 }, (_, i) => day(20, 15, 50) + i * 20_000)
  const { floods } = loadOf(times, day(21))
  const [, early, late] = shiftsOf(
    times.map((at) => alarm(at)),
    floods,
    day(20),
    day(21),
    defaultShifts,
  )
  expect(early?.alarms).toBe(30)
  expect(early?.inFlood).toBeGreaterThan(0)
  expect(late?.inFlood).toBeGreaterThan(0)
  expect((early?.inFlood ?? 0) + (late?.inFlood ?? 0)).toBeCloseTo(
    floods.reduce((sum, { from, to }) => sum + to - from, 0) / (8 * 60 * MINUTE),
  )
  expect(perTenMinutes(6, 60 * MINUTE)).toBe(1)
})
