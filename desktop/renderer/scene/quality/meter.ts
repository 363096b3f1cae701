/** Pictures further apart than this were not drawn one after another. */
const PAUSE_MS = 1500
const KEPT = 40

/** How long pictures take, while they follow one another. */
export class FrameMeter {
  private readonly times: number[] = []
  private last: number | undefined
  /** Since the start: a screen that nothing happens on draws none. */
  pictures = 0

  /** A picture was drawn; `running`: the one before it came directly before. */
  drew(now: number, running: boolean): void {
    this.pictures++
    if (running && this.last !== undefined && now - this.last < PAUSE_MS) {
      this.times.push(now - this.last)
      if (this.times.length > KEPT) this.times.shift()
    }
    this.last = now
  }

  forget(): void {
    this.times.length = 0
    this.last = undefined
  }

  get count(): number {
    return this.times.length
  }

  /** The time that nine of ten pictures keep. */
  get slow(): number {
    if (this.times.length === 0) return 0
    const sorted = [...this.times].sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length * 0.9)] as number
  }

  get mean(): number {
    return this.times.length === 0 ? 0 : this.times.reduce((sum, t) => sum + t, 0) / this.times.length
  }
}
