import { z } from 'zod'
import type { PlacePath } from '../place/path.ts'

/** Who did it. Devices and the system itself are actors as well as people. */
export const Actor = z.object({
  kind: z.enum(['user', 'device', 'system']),
  id: z.string().min(1).max(64),
  name: z.string().max(64).optional(),
})
export type Actor = z.infer<typeof Actor>

export const SYSTEM: Actor = { kind: 'system', id: 'system' }

/** One line of the log. Written once, never altered. */
export interface Event<D = unknown> {
  /** 1, 2, 3 ... without a gap, per stream. */
  seq: number
  /** When it was decided, in milliseconds since 1970. Never smaller than its predecessor's. */
  at: number
  type: string
  /** What it is about stands here; whoever may not see this place is not told. */
  place: PlacePath
  by: Actor
  data: D
}

/** What a decision yields; the log adds seq, at and by. */
export interface Draft<D = unknown> {
  type: string
  place: PlacePath
  data: D
}

export interface EventKind<D> {
  (place: PlacePath, data: D): Draft<D>
  type: string
  data: z.ZodType<D>
  /** As much of it as may be told to whoever sees this place and what lies in it; absent: all. */
  within?: Within<D>
}

type Within<D> = (data: D, place: PlacePath) => D

/** Declares a fact: `noun:verbed`. The result makes drafts of it. */
export function event<D>(type: string, data: z.ZodType<D>, within?: Within<D>): EventKind<D> {
  const make = (place: PlacePath, content: D): Draft<D> => ({ type, place, data: content })
  return Object.assign(make, { type, data, ...(within ? { within } : {}) })
}
