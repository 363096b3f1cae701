import { z } from 'zod'
import { PlacePath } from '../place/path.ts'
import { area } from './area.ts'
import { type Actor, event } from './event.ts'
import { AccountName } from './users.ts'

const ShortId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and dashes')
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is hours:minutes')
/** A day of the calendar, by the clock on the wall of the center. */
export const CalendarDay = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day is year-month-day')

/** A shift lasts until the next one begins. */
export const Shift = z.strictObject({
  shift: ShortId,
  name: z.string().trim().min(1).max(40),
  begins: TimeOfDay,
  /** The days it begins on; 0 is Sunday. */
  days: z
    .array(z.number().int().min(0).max(6))
    .min(1)
    .max(7)
    .refine((days) => new Set(days).size === days.length, 'a day twice'),
})
export type Shift = z.infer<typeof Shift>

/** People who serve together. */
export const Team = z.strictObject({
  team: ShortId,
  name: z.string().trim().min(1).max(40),
  members: z.array(AccountName).max(100),
})
export type Team = z.infer<typeof Team>

/** Who serves a shift at a place: teams in turn, a day or a week each. Several of one shift serve different places. */
export const Turn = z.strictObject({
  shift: ShortId,
  place: PlacePath,
  from: CalendarDay,
  each: z.enum(['day', 'week']),
  /** Null: nobody. */
  teams: z.array(ShortId.nullable()).min(1).max(60),
})
export type Turn = z.infer<typeof Turn>

/** Somebody else serves on that day. */
export const Swap = z.strictObject({ day: CalendarDay, shift: ShortId, place: PlacePath, team: ShortId.nullable() })
export type Swap = z.infer<typeof Swap>

export const Shifts = z
  .strictObject({
    shifts: z.array(Shift).max(20),
    teams: z.array(Team).max(100),
    turns: z.array(Turn).max(200),
    swaps: z.array(Swap).max(400),
  })
  .refine((all) => isOnce(all.shifts.map(({ shift }) => shift)), 'a shift twice')
  .refine((all) => isOnce(all.teams.map(({ team }) => team)), 'a team twice')
  .refine(
    ({ shifts }) => isOnce(shifts.flatMap(({ begins, days }) => days.map((day) => `${day} ${begins}`))),
    'two shifts begin at one time',
  )
  .refine(({ shifts, teams, turns, swaps }) => {
    const known = new Set(shifts.map(({ shift }) => shift))
    const named = new Set<string | null>([null, ...teams.map(({ team }) => team)])
    const rightTurns = turns.every((turn) => known.has(turn.shift) && turn.teams.every((team) => named.has(team)))
    return rightTurns && swaps.every((swap) => known.has(swap.shift) && named.has(swap.team))
  }, 'a shift or a team that does not exist')
export type Shifts = z.infer<typeof Shifts>

function isOnce(all: readonly string[]): boolean {
  return new Set(all).size === all.length
}

export const NO_SHIFTS: Shifts = { shifts: [], teams: [], turns: [], swaps: [] }

export interface SetShifts extends Shifts {
  place: string
  changedAt: number
  changedBy: Actor
}

/** There is one calendar: this is its name in the table. */
export const CALENDAR = 'calendar'
export const shiftsSet = event('shifts:set', Shifts)

/** Who is on duty when. It names people, so no frame carries it. */
export const shifts = area<SetShifts>()('shifts', { see: null }).on(shiftsSet, (table, e) =>
  table.set(CALENDAR, { ...e.data, place: e.place, changedAt: e.at, changedBy: e.by }),
)
