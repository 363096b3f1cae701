import type { SkyWish } from '../../scene/sky-keeper.ts'
import type { Vantage } from '../../scene/vantage.ts'

const WINDOW_MS = 60_000
const MOST = 3
const FIRST_WAIT_MS = 800

/** Whether the graphics card can still be relied on: it is asked again, a little later each time, and not for ever. */
export class Reliance {
  /** From where, and in what light, one looked at the place when it went away. */
  kept: { vantage: Vantage; sky: SkyWish } | undefined
  private losses: number[] = []

  /** How long to wait before the next attempt; undefined: it was lost too often. */
  lostAgain(now: number): number | undefined {
    this.losses = [...this.losses.filter((at) => now - at < WINDOW_MS), now]
    return this.losses.length > MOST ? undefined : FIRST_WAIT_MS * 2 ** (this.losses.length - 1)
  }

  forgive(): void {
    this.losses = []
  }
}
