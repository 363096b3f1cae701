import type { Together } from '#shared/world/conditions.ts'
import type { Verdict } from './sense.ts'

/** Of one place, on which devices the condition is there, or was a short while ago. */
export class Group {
  private readonly wanted: number
  private readonly windowMs: number
  private readonly members = new Map<string, { saidAt: number; isThere: boolean }>()

  constructor({ devices, within }: Together) {
    this.wanted = devices
    this.windowMs = within * 1000
  }

  /** On how many it was said to be there within the window. */
  count(now: number): number {
    let count = 0
    for (const { saidAt } of this.members.values()) if (now - saidAt <= this.windowMs) count++
    return count
  }

  feed(device: string, verdict: Verdict, now: number): Verdict {
    if (verdict === 'beyond') this.members.set(device, { saidAt: now, isThere: true })
    else if (verdict === 'back') {
      const known = this.members.get(device)
      // It was there until now, and counts for a while longer.
      if (known?.isThere) this.members.set(device, { saidAt: now, isThere: false })
      else if (known && now - known.saidAt > this.windowMs) this.members.delete(device)
    }
    if (this.count(now) >= this.wanted) return 'beyond'
    // Who falls silent has not said that it is over: a fire takes its detectors first.
    let thereStill = 0
    for (const { saidAt, isThere } of this.members.values()) if (isThere || now - saidAt <= this.windowMs) thereStill++
    return thereStill >= this.wanted ? 'between' : 'back'
  }

  drop(device: string): void {
    this.members.delete(device)
  }
}
