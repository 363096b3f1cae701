import { expect, test } from 'vitest'
import type { Shift, Shifts } from '#shared/world/shifts.ts'
import { calendarDay, onDuty, servedAt } from './on-duty.ts'

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]
const day: Shift = { shift: 'day', name: '白班', begins: '08:00', days: EVERY_DAY }
const night: Shift = { shift: 'night', name: '夜班', begins: '20:00', days: EVERY_DAY }
/** 2026-11-23 is a Monday. */
const at = (date: number, hours: number, minutes = 0) => new Date(2026, 10, date, hours, minutes).getTime()

test('a shift lasts until the next one begins, over midnight and over days on which none does', () => {
  expect(servedAt(at(23, 8), [day, night])).toEqual({ shift: 'day', begunAt: at(23, 8) })
  expect(servedAt(at(23, 7, 59), [day, night])).toEqual({ shift: 'night', begunAt: at(22, 20) })
  const weekdays = { ...day, days: [1, 2, 3, 4, 5] }
  expect(servedAt(at(29, 12), [weekdays])).toEqual({ shift: 'day', begunAt: at(27, 8) })
  const onMondays = { ...day, days: [1] }
  expect(servedAt(at(30, 7, 59), [onMondays])?.begunAt).toBe(at(23, 8))
  expect(servedAt(at(23, 8), [])).toBeUndefined()
})

const calendar: Shifts = {
  shifts: [day, night],
  teams: [
    { team: 'a', name: '甲', members: ['anna'] },
    { team: 'b', name: '乙', members: ['bo', 'ben'] },
  ],
  turns: [
    { shift: 'day', place: 'jinxiu', from: '2026-11-23', each: 'day', teams: ['a', 'b', null] },
    { shift: 'night', place: 'jinxiu/z1', from: '2026-11-23', each: 'week', teams: ['a', 'b'] },
  ],
  swaps: [{ day: '2026-11-24', shift: 'day', place: 'jinxiu', team: 'a' }],
}

test('teams take turns by day or week; whoever swapped serves; a night belongs to the day on which it began', () => {
  const serving = (time: number, place = 'jinxiu/z1/b01') => onDuty(time, calendar, place)
  expect(serving(at(23, 9))).toEqual(['anna'])
  expect(serving(at(24, 9))).toEqual(['anna'])
  expect(serving(at(25, 9))).toEqual([])
  expect(serving(at(27, 9))).toEqual(['bo', 'ben'])
  expect(serving(at(24, 3))).toEqual(['anna'])
  expect(serving(at(30, 22))).toEqual(['bo', 'ben'])
  expect(serving(at(24, 3), 'jinxiu/z2')).toEqual([])
  // Before the first day of a turn nobody serves by it.
  expect(serving(at(22, 9))).toEqual([])
  expect(calendarDay(at(5, 1))).toBe('2026-11-05')
})
