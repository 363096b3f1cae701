import type { Alarm, AlarmState, Grade } from './alarm-record.ts'
import type { Event } from './event.ts'
import type { Table } from './table.ts'

/** Whether its condition is there now, as far as anyone knows. */
export function isThere({ returnedAt }: Pick<Alarm, 'returnedAt'>): boolean {
  return returnedAt === undefined
}

/** Whether it wants somebody now: what is aside, or waits only for its papers, does not. */
export function isCalling({ state }: Pick<Alarm, 'state'>): boolean {
  return state === 'unacknowledged' || state === 'acknowledged' || state === 'returned'
}

/** Its condition went, but it stays until somebody has looked. */
export function isLatched({
  latches,
  resetAt,
  returnedAt,
}: Pick<Alarm, 'latches' | 'resetAt' | 'returnedAt'>): boolean {
  return latches === true && resetAt === undefined && returnedAt !== undefined
}

/** The state that all else adds up to; undefined: the alarm is over. */
function stateOf(alarm: Alarm): AlarmState | undefined {
  if (alarm.aside) return alarm.aside.how
  const isAcknowledged = alarm.acknowledgedAt !== undefined
  if (isThere(alarm) || isLatched(alarm)) return isAcknowledged ? 'acknowledged' : 'unacknowledged'
  if (!isAcknowledged) return 'returned'
  return alarm.toClose ? 'settled' : undefined
}

/** Changes an alarm and gives it the state that follows; one that is over leaves the table. */
export function move(table: Table<Alarm>, id: string, change: (alarm: Alarm) => Alarm): void {
  const before = table.get(id)
  if (!before) return
  const alarm = change(before)
  const state = stateOf(alarm)
  if (state === undefined) table.delete(id)
  else table.set(id, alarm.state === state ? alarm : { ...alarm, state })
}

/** As if nobody had acknowledged it. */
export function calledAgain({ acknowledgedAt: _, acknowledgedBy: __, note: ___, ...alarm }: Alarm): Alarm {
  return alarm
}

/** The condition is there again: one that was done with calls anew. */
export function recurred(
  alarm: Alarm,
  { value, limit = alarm.limit }: { value: number; limit?: number | undefined },
): Alarm {
  const { returnedAt, resetAt: _, ...rest } = alarm
  const again = { ...rest, value, limit, times: alarm.times + 1 }
  return returnedAt === undefined ? again : calledAgain(again)
}

export function returned(alarm: Alarm, at: number): Alarm {
  return isThere(alarm) ? { ...alarm, returnedAt: at } : alarm
}

export function acknowledged(alarm: Alarm, { at, by, data }: Event<{ note?: string | undefined }>): Alarm {
  return {
    ...alarm,
    acknowledgedAt: at,
    acknowledgedBy: by,
    ...(data.note === undefined ? {} : { note: data.note }),
  }
}

/** A graver one calls again; a lesser one is what it is. */
export function regraded(
  before: Alarm,
  { grade, byHand }: { grade: Grade; byHand?: boolean | undefined },
  at: number,
): Alarm {
  const alarm = byHand ? { ...before, graded: true } : before
  if (grade >= alarm.grade || !isThere(alarm)) return { ...alarm, grade }
  return { ...calledAgain(alarm), grade, againAt: at }
}

/** ISA-18.2: what comes back from aside is normal when its condition is gone, and calls anew when it is there. */
export function letBack({ aside: _, ...alarm }: Alarm): Alarm | undefined {
  if (isThere(alarm) || isLatched(alarm)) return calledAgain(alarm)
  // Nobody was called while it came and went; whoever had it in hand before still has it.
  return alarm.acknowledgedAt === undefined ? undefined : alarm
}
