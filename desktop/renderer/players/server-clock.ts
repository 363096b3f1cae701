/** As long as one measurement is believed; clocks drift by less than a frame in that time. */
const BELIEVED_MS = 60_000
/** Less is nothing that anybody sees. */
const NOTICED_MS = 15

/**
 * How far the server's clock is ahead of this one. What comes from the server bears its time and was under way for a
 * while: the message that was fastest says best, so the greatest difference of the last minute or two stands.
 */
export class ServerClock {
  private told: number | undefined
  private best = Number.NEGATIVE_INFINITY
  private before = Number.NEGATIVE_INFINITY
  private since = 0

  /** A message of the server's time `at` came when this machine said `here`. Returns another difference than before, if there is one. */
  heard(at: number, here: number, monotonic: number): number | undefined {
    if (monotonic - this.since > BELIEVED_MS) {
      this.before = this.best
      this.best = Number.NEGATIVE_INFINITY
      this.since = monotonic
    }
    this.best = Math.max(this.best, at - here)
    const offset = Math.max(this.best, this.before)
    if (this.told !== undefined && Math.abs(offset - this.told) < NOTICED_MS) return undefined
    this.told = offset
    return offset
  }
}
