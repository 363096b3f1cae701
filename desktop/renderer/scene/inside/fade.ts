/** On the way to it; turning into it; in it; turning back; seen no more. */
export type Phase = 'opening' | 'fading-in' | 'here' | 'fading-out' | 'gone'

export const FADE_MS = 550

/** How one picture turns into another and back: whenever one turns round, it goes on from what is seen. */
export class Fade {
  phase: Phase = 'opening'
  /** 0: the globe alone; 1: the building alone. */
  shown = 0
  private since: number
  /** How much was seen when one turned to leave. */
  private left = 0

  constructor(now: number) {
    this.since = now
  }

  /** In this phase for so long. */
  lasts(now: number): number {
    return now - this.since
  }

  leave(now: number): void {
    if (this.phase === 'fading-out' || this.phase === 'gone') return
    this.left = this.shown
    this.enter(this.shown === 0 ? 'gone' : 'fading-out', now)
  }

  /** Moves on by the clock; `ready`: there is something to turn into. True: another phase began. */
  step(now: number, ready: boolean): boolean {
    const before = this.phase
    const isOver = this.lasts(now) >= FADE_MS
    if (before === 'opening' && ready) this.enter('fading-in', now)
    else if (before === 'fading-in' && isOver) this.enter('here', now)
    else if (before === 'fading-out' && isOver) this.enter('gone', now)
    this.shown = this.share(Math.min(1, this.lasts(now) / FADE_MS))
    return this.phase !== before
  }

  private share(done: number): number {
    switch (this.phase) {
      case 'here':
        return 1
      case 'fading-in':
        return done
      case 'fading-out':
        return this.left * (1 - done)
      default:
        return 0
    }
  }

  private enter(phase: Phase, now: number): void {
    this.phase = phase
    this.since = now
  }
}
