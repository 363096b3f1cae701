import type { Text } from '#shared/text.ts'
import type { Shift as Planned } from '#shared/world/shifts.ts'

/** A part of the day that somebody is on duty; it lasts until the next one begins. */
export interface Shift {
  id: string
  name: Text
  /** Hours and minutes, by the clock on the wall. */
  begins: string
  /** The days it begins on, 0 is Sunday; absent: every day. */
  days?: readonly number[]
}

export const defaultShifts: readonly Shift[] = [
  { id: 'night', name: { zh: '夜班', en: 'Night shift' }, begins: '00:00' },
  { id: 'day', name: { zh: '早班', en: 'Day shift' }, begins: '08:00' },
  { id: 'late', name: { zh: '中班', en: 'Late shift' }, begins: '16:00' },
]

/** Those of the calendar of a site; without one, the usual three. */
export function shiftsOf(calendar: readonly Planned[] | undefined): readonly Shift[] {
  if (!calendar || calendar.length === 0) return defaultShifts
  return calendar.map(({ shift, name, begins, days }) => ({ id: shift, name: { zh: name, en: name }, begins, days }))
}

/** One shift of one day. */
export interface ShiftTurn {
  shift: Shift
  from: number
  to: number
}

/** Within a week either way every day of the week has been. */
const WEEK_ROUND = Array.from({ length: 17 }, (_, i) => i - 8)

/** The shift that a moment falls into. */
export function shiftAt(at: number, shifts: readonly Shift[] = defaultShifts): ShiftTurn {
  const begins = WEEK_ROUND.flatMap((day) =>
    shifts.flatMap((shift) => {
      const from = beginOf(shift, at, day)
      return shift.days?.includes(new Date(from).getDay()) === false ? [] : [{ shift, from }]
    }),
  )
  begins.sort((a, b) => a.from - b.from)
  const i = begins.findLastIndex(({ from }) => from <= at)
  const [now, next] = [begins[i], begins[i + 1]]
  if (!now || !next) throw new Error('there are no shifts')
  return { ...now, to: next.from }
}

/** All that have a part in a span of time, oldest first. */
export function shiftsWithin(from: number, to: number, shifts: readonly Shift[] = defaultShifts): ShiftTurn[] {
  const turns: ShiftTurn[] = []
  for (let turn = shiftAt(from, shifts); turn.from < to; turn = shiftAt(turn.to, shifts)) turns.push(turn)
  return turns
}

/** So many days after the day of a moment; days that are an hour longer or shorter are what they are. */
function beginOf({ begins }: Shift, at: number, day: number): number {
  const [hours = 0, minutes = 0] = begins.split(':').map(Number)
  const date = new Date(at)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + day, hours, minutes).getTime()
}
