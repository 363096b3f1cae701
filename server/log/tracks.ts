import type { Break, Fix, Limits } from '#models/tracks/fixes.ts'
import type { Meeting, MeetingWish } from '#models/tracks/meetings.ts'
import type { Stretch } from '#models/tracks/pace.ts'
import type { Pass, Spot } from '#models/tracks/passes.ts'
import type { Presence } from '#models/tracks/presence.ts'
import type { Ring } from '#shared/place/ring.ts'

/** One that moves: what can be of it, and whether it says how high it is (else it goes at `height`). */
export interface Walker extends Limits {
  device: string
  flies: boolean
  height: number
}

/** Any of these; none: nowhere. */
export type Where = readonly (
  | { ring: Ring /** Metres around it that count as well. */; around: number }
  | { lon: number; lat: number; radius: number }
)[]

export interface TrackWish {
  walkers: readonly Walker[]
  from: number
  to: number
  /** Nothing is told of what lies elsewhere; undefined: whoever asks may see all. */
  sees: Where | undefined
}

export interface PresenceWish extends TrackWish {
  /** Undefined: wherever it was. */
  area: Where | undefined
  /** Of one mover; one more says that there were more. */
  mostTimes: number
}

export interface WayWish extends TrackWish {
  most: number
  meet: MeetingWish
  /** What patrols have to come by, for each of the walkers that patrols. */
  spots: readonly Spot[]
  patrols: readonly string[]
}

export interface Way {
  device: string
  runs: Fix[][]
  breaks: Break[]
  wild: Fix[]
  pace: Stretch[]
  passes: Pass[]
  fixes: number
  metres: number
}

export interface PresenceFound {
  /** Those who were there, as they were asked for. */
  found: { device: string; times: Presence[] }[]
  /** Days whose file is damaged. */
  missing: string[]
}

export interface WaysFound {
  ways: Way[]
  meetings: Meeting[]
  missing: string[]
}

/** Who was where: asked of readings by the million, so not in the thread that serves everybody. */
export interface Tracks {
  presence(wish: PresenceWish): Promise<PresenceFound>
  ways(wish: WayWish): Promise<WaysFound>
}
