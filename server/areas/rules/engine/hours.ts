import type { Hours } from '#shared/world/rules.ts'

/** Whether a rule is in force at that time, by the clock on the wall of the center. */
export function isInForce(hours: Hours | undefined, at: number): boolean {
  if (!hours) return true
  const date = new Date(at)
  const minute = date.getHours() * 60 + date.getMinutes()
  const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)]
  const today = date.getDay()
  const on = (day: number) => hours.days.includes((day + 7) % 7)
  if (from < to) return on(today) && minute >= from && minute < to
  // Over midnight: what began yesterday belongs to yesterday.
  return (on(today) && minute >= from) || (on(today - 1) && minute < to)
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
