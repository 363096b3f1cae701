import { expect, test } from 'vitest'
import type { Alarm } from '#shared/world/alarm-record.ts'
import { rowsOf } from './rows.ts'

const alarm = (n: number, more: Partial<Alarm> = {}): Alarm => ({
  alarm: `a${n}`,
  device: `d${n}`,
  rule: 'smoke-high',
  grade: 1,
  place: 'jx/z1/b1/f01',
  position: { lon: 114, lat: 22.5, height: 3 },
  metric: 'smoke',
  limit: 8,
  value: 9,
  state: 'unacknowledged',
  raisedAt: n * 1000,
  times: 1,
  ...more,
})

test('what is of one cause is one row, that unfolds; what stands alone stays', () => {
  const fire = { sign: 'fire' as const, cluster: 'a1' }
  const alarms = [alarm(3, fire), alarm(2), alarm(1, fire), alarm(4, { cluster: 'gone' })]
  const words = (open: string[]) =>
    rowsOf(alarms, true, new Set(open)).map(
      ({ alarm: { alarm: id }, line, isWithin }) =>
        `${id}${line ? ` of ${line.alarms.length}` : ''}${isWithin ? ' within' : ''}`,
    )
  // The first of a cause is what it is called by; one whose others are over stands alone.
  expect(words([])).toEqual(['a1 of 2', 'a2', 'a4'])
  expect(words(['a1'])).toEqual(['a1 of 2', 'a3 within', 'a2', 'a4'])
  expect(rowsOf(alarms, false, new Set()).map((row) => row.alarm.alarm)).toEqual(['a3', 'a2', 'a1', 'a4'])
})
