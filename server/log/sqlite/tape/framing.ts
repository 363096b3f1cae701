import type { Frame } from '#shared/contract/wire.ts'
import type { Event } from '#shared/world/event.ts'
import { asSeen, type Sight } from '#shared/world/sight.ts'
import type { Commit } from './block.ts'
import type { Folded } from './folded.ts'
import type { SeriesName } from './log-reader.ts'

/** As often as values reach a screen that is live. */
const VALUES_MS = 500

/** What happened, as the frames of a screen that was there: events at their very time, values twice a second. */
export class Framing {
  private readonly folded: Folded
  private readonly sight: Sight
  private readonly frames: Frame[] = []
  private events: Event[] = []
  private touched = new Set<string>()
  /** When the values that wait began to come. */
  private touchedAt = 0
  private sentTo: number

  constructor(folded: Folded, sight: Sight) {
    this.folded = folded
    this.sight = sight
    this.sentTo = folded.seq
  }

  event(event: Event): void {
    if (this.folded.at < event.at) this.cut()
    this.folded.world.apply(event)
    this.folded.at = event.at
    const seen = asSeen(event, this.sight)
    if (seen) this.events.push(seen)
  }

  commit(commit: Commit, name: (series: number) => SeriesName | undefined): void {
    if (this.events.length > 0 ? this.folded.at < commit.at : commit.at - this.touchedAt >= VALUES_MS) this.cut()
    const touched = this.folded.take(commit, name)
    if (!this.sight.areas.has('devices')) return
    if (this.touched.size === 0) this.touchedAt = commit.at
    for (const device of touched) this.touched.add(device)
  }

  private cut(): void {
    const values = this.folded.valuesOf(this.touched, this.sight.place)
    const frame: Frame = { after: this.sentTo, to: this.folded.seq, at: this.folded.at }
    if (this.events.length > 0) frame.events = this.events
    if (Object.keys(values).length > 0) frame.values = values
    if (frame.events || frame.values || frame.to > frame.after) this.frames.push(frame)
    this.sentTo = this.folded.seq
    this.events = []
    this.touched = new Set()
  }

  end(): Frame[] {
    this.cut()
    return this.frames
  }
}
