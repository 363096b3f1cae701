import type { Clock } from '#shared/time.ts'

/** A screen says so every few seconds; one that has not for so long is gone. */
export const GONE_MS = 12_000

/** Which screens were heard of when, by the monotonic clock. */
export class Attendance {
  private readonly clock: Clock
  private readonly heard = new Map<string, number>()

  constructor(clock: Clock) {
    this.clock = clock
  }

  attends(replay: string, screen: string): void {
    this.heard.set(`${replay} ${screen}`, this.clock.monotonic())
  }

  /** What was never heard of since the start is given as long as what has just come. */
  isGone(replay: string, screen: string): boolean {
    const at = this.heard.get(`${replay} ${screen}`)
    if (at === undefined) {
      this.attends(replay, screen)
      return false
    }
    return this.clock.monotonic() - at > GONE_MS
  }

  forget(replay: string, screen: string): void {
    this.heard.delete(`${replay} ${screen}`)
  }
}
