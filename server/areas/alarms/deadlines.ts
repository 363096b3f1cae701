import type { Clock } from '#shared/time.ts'

/** Moments that are waited for, by name, on a clock that never jumps. */
export class Deadlines {
  private readonly clock: Clock
  private readonly at = new Map<string, number>()

  constructor(clock: Clock) {
    this.clock = clock
  }

  has(name: string): boolean {
    return this.at.has(name)
  }

  set(name: string, inMs: number): void {
    this.at.set(name, this.clock.monotonic() + inMs)
  }

  drop(name: string): void {
    this.at.delete(name)
  }

  /** Those whose moment has come; each is told once. */
  due(): string[] {
    const now = this.clock.monotonic()
    const due = [...this.at].filter(([, at]) => at <= now).map(([name]) => name)
    for (const name of due) this.at.delete(name)
    return due
  }
}
