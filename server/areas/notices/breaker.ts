import { type Clock, MINUTE, SECOND } from '#shared/time.ts'
import type { DeliveryReason } from '#shared/world/deliveries.ts'

/** So many tries in a row that nobody answered: the others need not wait for the same. */
const MOST_FAILURES = 5
const FIRST_PAUSE_MS = 30 * SECOND
const LONGEST_PAUSE_MS = 5 * MINUTE
const NOBODY_THERE = new Set<DeliveryReason>(['timeout', 'unreachable', 'untrusted', 'broken'])

/** Whether a channel is tried at all: one behind which nobody answers is left alone for longer and longer. */
export class Breaker {
  private readonly clock: Clock
  private failures = 0
  private pauseMs = FIRST_PAUSE_MS
  private closedUntil = Number.NEGATIVE_INFINITY

  constructor(clock: Clock) {
    this.clock = clock
  }

  /** One may try when the pause is over; the others wait for what comes of it. */
  mayTry(): boolean {
    if (this.failures < MOST_FAILURES) return true
    if (this.clock.monotonic() < this.closedUntil) return false
    this.closedUntil = this.clock.monotonic() + this.pauseMs
    return true
  }

  succeeded(): void {
    this.failures = 0
    this.pauseMs = FIRST_PAUSE_MS
  }

  failed(reason: DeliveryReason): void {
    if (!NOBODY_THERE.has(reason)) return
    this.failures++
    if (this.failures < MOST_FAILURES) return
    if (this.failures > MOST_FAILURES) this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS)
    this.closedUntil = this.clock.monotonic() + this.pauseMs
  }
}
