import type { Hole } from '#shared/bundle/holes.ts'
import type { PastPosition } from '#shared/contract/history.ts'
import type { Frame } from '#shared/contract/wire.ts'
import type { Event } from '#shared/world/event.ts'
import type { Film } from '#shared/world/film.ts'
import type { StepTo } from '#shared/world/happenings.ts'

/** Of an event what somebody reads. */
export type Happening = Pick<Event<Record<string, unknown>>, 'seq' | 'at' | 'type' | 'place' | 'by' | 'data'>

/** A film, and where it ends: from there the next reel goes on. */
export interface Stretch {
  film: Film
  end: PastPosition
}

/** Where a player of the past has its stretches from. */
export interface PastSource {
  /** Nothing is before it. */
  readonly begin: number
  /** Nothing is after it: the present, which goes on, or the end of what was recorded. */
  end(): number
  /** The end goes on by itself: a player that comes near it has caught up. */
  readonly goesOn: boolean
  /** What of it cannot be shown. */
  readonly holes: readonly Hole[]
  /** From a moment, or somewhat before it, up to another, or somewhat beyond. */
  stretch(from: number, to: number): Promise<Stretch>
  /** The nearest events after a time, or before it, that one steps to, the nearest first. */
  happened(at: number, direction: 1 | -1, to: StepTo, limit: number): Promise<Happening[]>
  /** What follows; less than was asked for when that would be too much at once. */
  reel(from: PastPosition, to: number): Promise<{ frames: Frame[]; end: PastPosition }>
}
