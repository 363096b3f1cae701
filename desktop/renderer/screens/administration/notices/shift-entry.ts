import type { Shifts } from '#shared/world/shifts.ts'

/** The calendar as the form holds it: what stands alone in a list has a name in the form, nobody is an empty text. */
export interface ShiftsFields {
  shifts: Shifts['shifts']
  teams: Shifts['teams']
  turns: (Omit<Shifts['turns'][number], 'teams'> & { teams: string[] })[]
  swaps: (Omit<Shifts['swaps'][number], 'team'> & { team: string })[]
}

export function fieldsOf({ shifts, teams, turns, swaps }: Shifts): ShiftsFields {
  return {
    shifts,
    teams,
    turns: turns.map((turn) => ({ ...turn, teams: turn.teams.map((team) => team ?? '') })),
    swaps: swaps.map((swap) => ({ ...swap, team: swap.team ?? '' })),
  }
}

export function calendarOf({ shifts = [], teams = [], turns = [], swaps = [] }: ShiftsFields): Shifts {
  return {
    shifts: shifts.map(({ shift, name, begins, days }) => ({
      shift,
      name: name.trim(),
      begins,
      days: [...days].sort(),
    })),
    teams: teams.map(({ team, name, members = [] }) => ({ team, name: name.trim(), members })),
    turns: turns.map((turn) => ({ ...turn, teams: turn.teams.map((team) => team || null) })),
    swaps: swaps.map((swap) => ({ ...swap, team: swap.team || null })),
  }
}

/** A name that nobody sees, and that stays when what is shown is called otherwise. */
export function freeName(prefix: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) if (!taken.includes(`${prefix}-${n}`)) return `${prefix}-${n}`
}
