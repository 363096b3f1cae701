import type { listShifts } from '#shared/contract/alarm-figures.ts'
import type { Call } from '#shared/contract/call.ts'
import { DAY } from '#shared/time.ts'

export const SPANS = ['shift', 'last', 'today', 'week', 'month'] as const
export type SpanName = (typeof SPANS)[number]
type OutputOf<C> = C extends Call<never, infer O> ? O : C extends Call<infer _, infer O> ? O : never
export type Shifts = OutputOf<typeof listShifts>

/** From when to when; those that reach now follow it. */
export function spanOf(name: SpanName, shifts: Shifts, now: number): { from: number; to: number } {
  if (name === 'shift') return { from: shifts.now.from, to: Math.max(now, shifts.now.from + 1) }
  if (name === 'last') return { from: shifts.last.from, to: shifts.last.to }
  const midnight = new Date(now).setHours(0, 0, 0, 0)
  if (name === 'today') return { from: midnight, to: Math.max(now, midnight + 1) }
  return { from: now - (name === 'week' ? 7 : 30) * DAY, to: now }
}
