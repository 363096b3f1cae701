import type { Frame, FullState, LatestValues } from '../contract/wire.ts'
import { type Change, World } from './world.ts'

/** Follows a stream of frames; tells when one is missing, and never applies an event twice. */
export class Follower {
  world = new World()
  values = new Map<string, LatestValues>()

  /** Starts from a full state; one without a world renews the values alone. */
  start(state: FullState): void {
    if (state.world) this.world = World.from(state.world)
    this.values = new Map(Object.entries(state.values))
  }

  /** Returns what changed, or null when something before this frame is missing. */
  follow(frame: Frame): { changes: Change[]; values: string[] } | null {
    if (frame.after > this.world.seq) return null
    const changes: Change[] = []
    for (const event of frame.events ?? [])
      if (event.seq > this.world.seq) for (const change of this.world.apply(event)) changes.push(change)
    if (frame.to > this.world.seq) this.world.seq = frame.to
    const touched: string[] = []
    for (const [device, latest] of Object.entries(frame.values ?? {})) {
      const known = this.values.get(device)
      if (known && known[0] > latest[0]) continue
      this.values.set(device, latest)
      touched.push(device)
    }
    return { changes, values: touched }
  }
}
