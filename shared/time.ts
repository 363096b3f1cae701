/** Time as a dependency: whatever waits or stamps takes a clock, so that a test can own it. */
export interface Clock {
  /** Wall clock, milliseconds since 1970: for stamps that people read. It may jump. */
  now(): number
  /** Monotonic milliseconds: for durations. It never jumps. */
  monotonic(): number
  /** Calls back once after `ms`; the returned function cancels. */
  after(ms: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** Calls back again and again, never overlapping itself; returns the stop. */
export function every(clock: Clock, ms: number, run: () => void): () => void {
  let cancel = () => {}
  const next = () => {
    cancel = clock.after(ms, () => {
      next()
      run()
    })
  }
  next()
  return () => cancel()
}

/** A clock that moves only when told to. */
export class SimulatedClock implements Clock {
  private elapsed = 0
  private wall: number
  private readonly due: { at: number; run: () => void }[] = []

  constructor(start = Date.UTC(2026, 0, 1)) {
    this.wall = start
  }

  now(): number {
    return this.wall
  }

  monotonic(): number {
    return this.elapsed
  }

  after(ms: number, run: () => void): () => void {
    const entry = { at: this.elapsed + ms, run }
    this.due.push(entry)
    return () => {
      const index = this.due.indexOf(entry)
      if (index >= 0) this.due.splice(index, 1)
    }
  }

  /** Lets time pass, running what falls due in its order. */
  advance(ms: number): void {
    const end = this.elapsed + ms
    for (;;) {
      const next = this.due.filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.due.splice(this.due.indexOf(next), 1)
      this.wall += next.at - this.elapsed
      this.elapsed = next.at
      next.run()
    }
    this.wall += end - this.elapsed
    this.elapsed = end
  }

  /** Somebody sets the wall clock; durations do not notice. */
  jump(ms: number): void {
    this.wall += ms
  }
}

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
