import { AnkanError } from '#shared/errors.ts'
import { type Clock, MINUTE } from '#shared/time.ts'

interface Tally {
  failures: number
  until: number
}

const KEPT = 10_000

/** Counts failures by a key and says stop after too many; success forgets them. Durations are monotonic. */
export class Attempts {
  private readonly tallies = new Map<string, Tally>()
  private readonly clock: Clock
  private readonly most: number
  private readonly pauseMs: number

  constructor(clock: Clock, most: number, pauseMs: number) {
    this.clock = clock
    this.most = most
    this.pauseMs = pauseMs
  }

  /** Milliseconds until the key may try again; 0: now. */
  wait(key: string): number {
    const tally = this.tallies.get(key)
    if (!tally || tally.failures < this.most) return 0
    const left = tally.until - this.clock.monotonic()
    if (left > 0) return left
    this.tallies.delete(key)
    return 0
  }

  failed(key: string): void {
    const now = this.clock.monotonic()
    const tally = this.tallies.get(key)
    const failures = tally && tally.until > now ? tally.failures + 1 : 1
    this.tallies.delete(key)
    this.tallies.set(key, { failures, until: now + this.pauseMs })
    // Somebody who tries with ever new keys must not fill the memory; the oldest are forgotten first.
    if (this.tallies.size > KEPT) this.tallies.delete(this.tallies.keys().next().value as string)
  }

  succeeded(key: string): void {
    this.tallies.delete(key)
  }

  refuseWhenBarred(key: string, code: 'access.locked' | 'access.too-many-attempts'): void {
    const wait = this.wait(key)
    if (wait > 0) throw new AnkanError(code, { retryAfterMs: Math.ceil(wait) }, 'too many failures')
  }
}

/** Five wrong passwords from one address close an account to that address for five minutes. */
export const accountAttempts = (clock: Clock) => new Attempts(clock, 5, 5 * MINUTE)
/** From everywhere together so many close it to all: few enough against guessing, too many for a mischief-maker's minute. */
export const wideAccountAttempts = (clock: Clock) => new Attempts(clock, 60, 5 * MINUTE)
/** Thirty failures of any kind from one address close the door for a minute. */
export const addressAttempts = (clock: Clock) => new Attempts(clock, 30, MINUTE)
