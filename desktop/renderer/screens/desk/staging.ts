import type { Alarm, Grade } from '#shared/world/alarm-record.ts'

/** What the wall is to do: show an alarm, give the stage back, or go on as it is. */
export type Cue = { show: string } | 'give back' | undefined

/** Long enough to see where it is and read what it is. */
export const TURN_MS = 20_000
/** Not even a graver one cuts a picture off before the eye has found it. */
const LEAST_MS = 4_000
/** What is over, or in good hands, is still looked at for so long. */
const AFTERGLOW_MS = 8_000

/**
 * Which alarm has the stage of a wall that nobody leads. A graver one takes it, alike ones take turns; what somebody has
 * acknowledged, or what is over, gives it back.
 */
export class Staging {
  private current: { alarm: string; grade: Grade; since: number; overAt?: number } | undefined
  private readonly shownAt = new Map<string, number>()

  next(alarms: Iterable<Alarm>, now: number): Cue {
    const waiting = new Set<string>()
    let wanted: Alarm | undefined
    for (const alarm of alarms) {
      if (alarm.state !== 'unacknowledged') continue
      waiting.add(alarm.alarm)
      if (!wanted || this.isBefore(alarm, wanted)) wanted = alarm
    }
    for (const alarm of this.shownAt.keys()) if (!waiting.has(alarm)) this.shownAt.delete(alarm)
    const { current } = this
    if (!current) return wanted && this.show(wanted, now)
    const lasts = now - current.since
    const isOpen = waiting.has(current.alarm)
    if (!isOpen) current.overAt ??= now
    const isOver = current.overAt !== undefined && now - current.overAt >= AFTERGLOW_MS
    if (wanted && wanted.alarm !== current.alarm) {
      const isGraver = wanted.grade < current.grade && lasts >= LEAST_MS
      const itsTurn = wanted.grade <= current.grade && lasts >= TURN_MS
      if (isGraver || itsTurn || (!isOpen && lasts >= LEAST_MS)) return this.show(wanted, now)
    }
    if (!isOver || wanted) return undefined
    this.current = undefined
    return 'give back'
  }

  /** Of the gravest the one that has waited longest for the stage; what is new before all. */
  private isBefore(a: Alarm, b: Alarm): boolean {
    if (a.grade !== b.grade) return a.grade < b.grade
    const [shownA, shownB] = [a, b].map(({ alarm }) => this.shownAt.get(alarm) ?? Number.NEGATIVE_INFINITY) as [
      number,
      number,
    ]
    return shownA === shownB ? a.raisedAt > b.raisedAt : shownA < shownB
  }

  private show({ alarm, grade }: Alarm, now: number): Cue {
    this.current = { alarm, grade, since: now }
    this.shownAt.set(alarm, now)
    return { show: alarm }
  }
}
