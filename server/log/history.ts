import type { LatestValues } from '#shared/contract/wire.ts'
import type { Event } from '#shared/world/event.ts'
import type { CountsAt, StepTo } from '#shared/world/happenings.ts'
import type { Sight } from '#shared/world/sight.ts'

/** A moment of the past, as a screen takes it: a `FullState`, gzipped. */
export interface Moment {
  /** The last event before it. */
  seq: number
  /** The last row of the tape before it. */
  row: number
  at: number
  body: Buffer
}

/** What happened from there on, as frames: gzipped. */
export interface Reel {
  /** Up to here nothing is missing; where the next one begins. */
  to: number
  seq: number
  row: number
  body: Buffer
}

export interface Gap {
  from: number
  to: number
  /** Nothing was written; a file is damaged, or was dropped in its time. */
  why: 'silent' | 'damaged' | 'dropped'
}

export interface Wish {
  to: StepTo
  limit: number
}

export interface Happened {
  events: Event[]
  until: number | null
}

/** Any past moment of a stream back. Made in a thread of its own, from the log and the tape of readings. */
export interface History {
  moment(at: number, sight: Sight): Promise<Moment>
  /** From where a moment or a reel ended, to a time; less when that would be too much for one answer. */
  reel(from: { at: number; seq: number; row: number }, to: number, sight: Sight): Promise<Reel>
  density(from: number, to: number, every: number, sight: Sight): Promise<CountsAt[]>
  /** The nearest events after a time, or before it, the nearest first; how far they were looked for, null: to the end. */
  happened(at: number, direction: 1 | -1, wish: Wish, sight: Sight): Promise<Happened>
  gaps(from: number, to: number): Promise<Gap[]>
  /** Days whose tape was found damaged and set aside. */
  damagedDays(): Promise<string[]>
  /** What every device showed last; undefined: there is no record of it yet. */
  newest(): Promise<Record<string, LatestValues> | undefined>
  /** When the first event was. */
  begin(): Promise<number | undefined>
}
