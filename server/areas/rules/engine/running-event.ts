import type { Effective } from '#models/effective.ts'
import type { Happens } from '#shared/world/conditions.ts'
import { Held, type Level } from './held.ts'
import { isInForce } from './hours.ts'
import { type Finding, Running } from './running.ts'

/**
 * On what a device tells of. Events are judged in the order and at the time in which they come: a device that was cut off
 * while a door was forced must not be believed less because it tells of it late.
 */
export class RunningEvent extends Running {
  private readonly when: Happens
  private came: number[] = []
  /** By then it is over, if nothing of the kind comes until then. */
  private overAt: number | undefined
  /** What was said may not have been heard, and no reading will have it said again. */
  private isDoubtful = false

  constructor(device: string, effective: Effective, when: Happens, isOn: boolean, now: number) {
    super(device, effective, new Held(effective.onDelay, effective.offDelay, isOn))
    this.when = when
    // When it came is not known any more: it stands for its whole while again.
    if (isOn) this.overAt = this.overFrom(now)
  }

  override get due(): number | undefined {
    const { due } = this.held
    if (this.isDoubtful) return Number.NEGATIVE_INFINITY
    if (this.overAt === undefined) return due
    return due === undefined ? this.overAt : Math.min(due, this.overAt)
  }

  happened(event: string, now: number, at: number): Finding | undefined {
    const { when, effective } = this
    if ('by' in when.over && event === when.over.by) return this.over(now)
    if (event !== when.event || !isInForce(effective.hours, at)) return undefined
    this.came = [...this.came.filter((one) => one > now - when.within * 1000), now].slice(-when.times)
    // One more of the kind keeps it, however few they are by now.
    if (this.came.length < when.times && !this.held.isOn) return undefined
    this.overAt = this.overFrom(now)
    return this.found(this.held.feed('beyond', now), now)
  }

  override tick(now: number, at: number): Finding | undefined {
    const { due } = this.held
    if (this.isDoubtful) {
      this.isDoubtful = false
      return due === undefined ? this.found(this.held.feed(this.held.isOn ? 'beyond' : 'back', now), now) : undefined
    }
    // What had to hold for a while has, before its while was over.
    if (due !== undefined && (this.overAt === undefined || due <= this.overAt)) return super.tick(now, at)
    return this.overAt !== undefined && now >= this.overAt ? this.over(this.overAt) : undefined
  }

  override repeat(): void {
    super.repeat()
    this.isDoubtful = true
  }

  /** Readings say nothing of it. */
  read(): undefined {}

  protected found(level: Level, at: number): Finding | undefined {
    return level && this.finding(level, at, { metric: '', limit: this.when.times, value: this.came.length })
  }

  private over(at: number): Finding | undefined {
    this.overAt = undefined
    this.came = []
    return this.found(this.held.feed('back', at), at)
  }

  private overFrom(now: number): number | undefined {
    const { over } = this.when
    return 'after' in over ? now + over.after * 1000 : undefined
  }
}
