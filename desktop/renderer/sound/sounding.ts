import type { Alarm, Grade } from '#shared/world/alarm-record.ts'
import { lengthOf, patterns } from './patterns.ts'

export interface Sound {
  grade: Grade
  /** It is heard for the first time: somebody who looks elsewhere should know. */
  fresh: boolean
}

/**
 * What is to be heard, and when. One sound at a time, that of the gravest alarm that waits for somebody; of a flood of
 * alarms one hears that it is there and how grave it is, not each of them.
 */
export class Sounding {
  private readonly heard = new Set<string>()
  private last: { grade: Grade; at: number } | undefined

  /** What is to begin now; undefined: nothing. */
  next(alarms: Iterable<Alarm>, now: number): Sound | undefined {
    const waiting = waitingIn(alarms)
    const grade = gravest(waiting)
    const fresh = this.isFresh(waiting, grade)
    this.forget(waiting)
    if (grade === undefined || !this.isDue(grade, fresh, now)) return undefined
    for (const { alarm } of waiting) this.heard.add(alarm)
    this.last = { grade, at: now }
    return { grade, fresh }
  }

  /** In how long to ask again, though nothing has changed; undefined: nothing waits. */
  wait(alarms: Iterable<Alarm>, now: number): number | undefined {
    const waiting = waitingIn(alarms)
    const grade = gravest(waiting)
    if (grade === undefined) return undefined
    if (!this.last) return 0
    const { againMs } = patterns[grade]
    const after = this.isFresh(waiting, grade) ? lengthOf(patterns[this.last.grade]) : againMs
    return after === undefined ? undefined : Math.max(0, this.last.at + after - now)
  }

  /** Of the gravest there is one that nobody has heard yet. */
  private isFresh(waiting: readonly Alarm[], gravest: Grade | undefined): boolean {
    return waiting.some(({ alarm, grade }) => grade === gravest && !this.heard.has(alarm))
  }

  private isDue(grade: Grade, fresh: boolean, now: number): boolean {
    if (!this.last) return true
    const since = now - this.last.at
    if (since < lengthOf(patterns[this.last.grade])) return false
    const { againMs } = patterns[grade]
    return fresh || (againMs !== undefined && since >= againMs)
  }

  /** What no longer waits would be new if it came again. */
  private forget(waiting: readonly Alarm[]): void {
    const ids = new Set(waiting.map(({ alarm }) => alarm))
    for (const id of this.heard) if (!ids.has(id)) this.heard.delete(id)
  }
}

function waitingIn(alarms: Iterable<Alarm>): Alarm[] {
  return [...alarms].filter(({ state }) => state === 'unacknowledged')
}

function gravest(waiting: readonly Alarm[]): Grade | undefined {
  return waiting.reduce<Grade | undefined>(
    (least, { grade }) => (least !== undefined && least < grade ? least : grade),
    undefined,
  )
}
