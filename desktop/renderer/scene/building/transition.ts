import type { Layout } from './arrangement.ts'

const SECONDS = 0.9

/** Goes from one layout to the next, gently; never jumps, wherever it is when it is told to turn. */
export class Transition {
  current: Layout
  private from: Layout
  goal: Layout
  private began: number | undefined
  private share = 1

  constructor(layout: Layout) {
    this.current = layout
    this.from = layout
    this.goal = layout
  }

  get isMoving(): boolean {
    return this.share < 1
  }

  to(goal: Layout, still: boolean): void {
    this.from = this.current
    this.goal = goal
    this.began = undefined
    const isThere = still || JSON.stringify(goal) === JSON.stringify(this.current)
    this.share = isThere ? 1 : 0
    if (isThere) this.current = goal
  }

  /** True: something has moved. */
  step(now: number): boolean {
    if (!this.isMoving) return false
    this.began ??= now
    this.share = Math.min(1, (now - this.began) / 1000 / SECONDS)
    this.current = this.share < 1 ? mixed(this.from, this.goal, eased(this.share)) : this.goal
    return true
  }
}

function mixed(a: Layout, b: Layout, t: number): Layout {
  const mix = (x: number, y: number) => x + (y - x) * t
  return {
    lifts: b.lifts.map((lift, i) => mix(a.lifts[i] ?? lift, lift)),
    shown: b.shown.map((shown, i) => mix(a.shown[i] ?? shown, shown)),
    drawn: b.drawn.map((drawn, i) => mix(a.drawn[i] ?? drawn, drawn)),
    walls: mix(a.walls, b.walls),
    clear: mix(a.clear, b.clear),
    around: mix(a.around, b.around),
  }
}

function eased(t: number): number {
  return t < 0.5 ? 4 * t * t * t : 1 - (-2 * t + 2) ** 3 / 2
}
