import type { Alarm } from '#shared/world/alarm-record.ts'

/** Unacknowledged before acknowledged, grave before slight, new before old: the next thing to do is on top. */
export function inOrder(alarms: Iterable<Alarm>): Alarm[] {
  const waiting = (alarm: Alarm) => (alarm.state === 'acknowledged' ? 1 : 0)
  return [...alarms].sort((a, b) => waiting(a) - waiting(b) || a.grade - b.grade || b.raisedAt - a.raisedAt)
}
