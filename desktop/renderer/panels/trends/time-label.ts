import { clockTime, dayOf } from '../../i18n/format.ts'
import type { Range } from './range.ts'

const DAY = 86_400_000

/** As much of a time as tells one tick from the next; the first of a day or a year says which. */
export function timeLabel(at: number, { from, to }: Range): string {
  const length = to - from
  const clock = clockTime(at)
  const day = dayOf(at)
  if (length > 300 * DAY) return day.slice(0, 7)
  if (length > 3 * DAY || clock === '00:00:00') return day.slice(5)
  return length < DAY / 48 ? clock : clock.slice(0, 5)
}
