import type { Together } from '#shared/world/conditions.ts'
import type { Verdict } from './sense.ts'

/** Of one place, on which devices the condition is there, or was a short while ago. */
export class Group {
  private readonly wanted: number
  private readonly windowMs: number
  /** Until when each of them counts. */
  private readonly until = new Map<string, number>()

  constructor({ devices, within }: Together) {
    this.wanted = devices
    this.windowMs = within * 1000
  }

  drop(device: string): void {
    this.until.delete(device)
  }

  /** How many count now. */
  count(now: number): number {
    for (const [device, until] of this.until) if (until < now) this.until.delete(device)
    return this.until.size
  }

  feed(device: string, verdict: Verdict, now: number): Verdict {
    if (verdict === 'beyond') this.until.set(device, Number.POSITIVE_INFINITY)
    // It was there until now, and counts for a while longer.
    else if (verdict === 'back' && this.until.get(device) === Number.POSITIVE_INFINITY)
      this.until.set(device, now + this.windowMs)
    return this.count(now) >= this.wanted ? 'beyond' : 'back'
  }
}
