import type { Event } from '#shared/world/event.ts'

/** The last events in memory, for screens that were away for a moment. */
export class Ring {
  private events: Event[] = []
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  push(event: Event): void {
    this.events.push(event)
    if (this.events.length >= this.most * 2) this.events = this.events.slice(-this.most)
  }

  /** The events after `seq` up to `to`; undefined: they reach back further than is kept. */
  after(seq: number, to: number): Event[] | undefined {
    const first = this.events[0]?.seq ?? to + 1
    if (seq + 1 < first) return seq >= to ? [] : undefined
    return this.events.slice(seq + 1 - first, to + 1 - first)
  }
}
