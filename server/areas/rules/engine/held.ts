import type { Verdict } from './sense.ts'

/** The condition holds, or it does not; undefined: nothing new is to be said. */
export type Level = 'on' | 'off' | undefined

/** A condition counts when it has held for a while, and is gone when it has been gone for a while. What is so is said once. */
export class Held {
  isOn: boolean
  /** What was said last. */
  said: Level
  private readonly onDelay: number
  private readonly offDelay: number
  private readonly blindUntil: number
  private since: number | undefined

  /**
   * Delays in milliseconds. `isOn`: whether it counted when somebody last looked. What looks back over a while has seen
   * nothing of it after a restart: until then it cannot say that the condition is gone.
   */
  constructor(onDelay: number, offDelay: number, isOn: boolean, blindUntil = Number.NEGATIVE_INFINITY) {
    this.onDelay = onDelay
    this.offDelay = offDelay
    this.isOn = isOn
    this.blindUntil = blindUntil
  }

  /** When it changes if nothing contradicts until then. */
  get due(): number | undefined {
    return this.since === undefined ? undefined : this.since + (this.isOn ? this.offDelay : this.onDelay)
  }

  feed(seen: Verdict, now: number): Level {
    const verdict = seen === 'back' && now < this.blindUntil ? 'between' : seen
    if (verdict === (this.isOn ? 'back' : 'beyond')) {
      this.since ??= now
      return this.tick(now)
    }
    // Once it was clear of its limit, nothing but going beyond it again keeps it.
    if (verdict !== 'between' || !this.isOn) this.since = undefined
    return verdict === 'between' ? undefined : this.say()
  }

  /** Time went by. */
  tick(now: number): Level {
    const { due } = this
    if (due === undefined || now < due) return undefined
    this.since = undefined
    this.isOn = !this.isOn
    return this.say()
  }

  private say(): Level {
    const level = this.isOn ? 'on' : 'off'
    if (level === this.said) return undefined
    this.said = level
    return level
  }
}
