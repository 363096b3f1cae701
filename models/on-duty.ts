import { isWithin } from '#shared/place/path.ts'
import type { Shift, Shifts } from '#shared/world/shifts.ts'
import { shiftAt, shiftsOf } from './shifts.ts'

/** One serving of a shift: which, and when it began by the clock on the wall of the center. */
export interface Served {
  shift: string
  begunAt: number
}

/** The shift that is on at a time: the one that began last. Undefined: none begins on any day. */
export function servedAt(time: number, calendar: readonly Shift[]): Served | undefined {
  if (calendar.length === 0) return undefined
  const { shift, from } = shiftAt(time, shiftsOf(calendar))
  return { shift: shift.id, begunAt: from }
}

/** `2026-11-22`, by the clock on the wall. */
export function calendarDay(time: number): string {
  const date = new Date(time)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

const DAY_MS = 86_400_000

/** Whole days between two days of the calendar; a day that has 23 or 25 hours is one like the others. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** The accounts that are on duty for a place at a time: of each line of turns the team whose turn it is, unless somebody swapped. */
export function onDuty(time: number, { shifts, teams, turns, swaps }: Shifts, place: string): string[] {
  const served = servedAt(time, shifts)
  if (!served) return []
  const day = calendarDay(served.begunAt)
  const serving = turns
    .filter((turn) => turn.shift === served.shift && isWithin(place, turn.place) && daysBetween(turn.from, day) >= 0)
    .map((turn) => {
      const swap = swaps.find((one) => one.day === day && one.shift === turn.shift && one.place === turn.place)
      if (swap) return swap.team
      const turned = Math.floor(daysBetween(turn.from, day) / (turn.each === 'week' ? 7 : 1))
      return turn.teams[turned % turn.teams.length]
    })
  const found = teams.filter(({ team }) => serving.includes(team))
  return [...new Set(found.flatMap(({ members }) => members))]
}
