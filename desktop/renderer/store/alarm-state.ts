import { isLatched } from '#shared/world/alarm-life.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import { clockTime } from '../i18n/format.ts'
import type { Texts } from '../i18n/zh.ts'
import type { ClosedAlarm } from './world-store.ts'

/** Where an alarm stands, and by whom, in one line. */
export function stateInWords(alarm: Alarm, t: Texts): string {
  const { acknowledgedBy, acknowledgedAt, raisedAt, aside, state, againAt } = alarm
  const words = t.handling
  if (aside) {
    const until = aside.until === undefined ? '' : ` ${words.aside.until(clockTime(aside.until))}`
    const why = aside.reason === undefined ? '' : `：${aside.reason}`
    return `${words.state[aside.how]}${until}${why}`
  }
  if (acknowledgedBy) {
    const who = t.alarms.acknowledgedBy(acknowledgedBy.name ?? acknowledgedBy.id, clockTime(acknowledgedAt ?? raisedAt))
    return state === 'settled'
      ? `${words.state.settled} · ${who}`
      : isLatched(alarm)
        ? `${words.latched} · ${who}`
        : who
  }
  const called = isLatched(alarm) ? words.latched : words.state[state]
  return againAt === undefined ? called : `${words.again} · ${called}`
}

/** How it came to its end, in one line. */
export function endedHow({ how, by }: Pick<ClosedAlarm, 'how' | 'by'>, when: string, t: Texts): string {
  const who = by.name ?? by.id
  if (how === 'alarm:acknowledged') return t.alarms.endedBy(who, when)
  if (how === 'alarm:closed') return t.alarms.closedBy(who, when)
  return how === 'alarm:let-back' ? t.alarms.overWhileAside(when) : t.alarms.ended(when)
}
