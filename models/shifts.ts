import type { Text } from '#shared/text.ts'

/** A part of the day that somebody is on duty; it lasts until the next one begins. */
export interface Shift {
  id: string
  name: Text
  /** Hours and minutes, by the clock on the wall. */
  begins: string
}

export const defaultShifts: readonly Shift[] = [
  { id: 'night', name: { zh: '夜班', en: 'Night shift' }, begins: '00:00' },
  { id: 'day', name: { zh: '早班', en: 'Day shift' }, begins: '08:00' },
  { id: 'late', name: { zh: '中班', en: 'Late shift' }, begins: '16:00' },
]

/** One shift of one day. */
export interface ShiftTurn {
  shift: Shift
  from: number
  to: number
}

/** The shift that a moment falls into. */
export function shiftAt(at: number, shifts: readonly Shift[] = defaultShifts): ShiftTurn {
  const begins = [-1, 0, 1].flatMap((day) => shifts.map((shift) => ({ shift, from: beginOf(shift, at, day) })))
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
