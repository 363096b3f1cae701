import { z } from 'zod'
import type { Refusal } from '../errors.ts'
import type { Event } from '../world/event.ts'
import type { WorldSnapshot } from '../world/world.ts'

/** Raised whenever a frame changes its form. A client of another version is refused by name. */
export const PROTOCOL_VERSION = 1

/** The socket handshake. */
export const Handshake = z.object({
  token: z.string().min(1).max(200),
  protocol: z.number(),
})

/** First message of a client on a new connection: where it stands. */
export const Hello = z.object({
  /** The log it followed, and the last number it has; absent: it knows nothing yet. */
  log: z.string().max(64).optional(),
  since: z.number().int().min(0).optional(),
})
export type Hello = z.infer<typeof Hello>

/** Newest values of a device: [measured at, values by metric]. */
export type LatestValues = [at: number, values: Record<string, number>]

/** What a screen needs to follow the world. `after`: it must already have all up to there. */
export interface Frame {
  after: number
  to: number
  /** Server time when the frame left. */
  at: number
  events?: Event[]
  values?: Record<string, LatestValues>
}

export interface Welcome {
  log: string
  protocol: number
  /** Server time, so that ages on the screen do not depend on its own clock. */
  at: number
  scope: { place: string; areas: string[] }
}

/** A whole world, or (`world: null`) the newest values alone for a screen that resumes. */
export interface FullState {
  world: WorldSnapshot | null
  values: Record<string, LatestValues>
}

/** Alarms that could not be written: shown, marked, and never taken for the record. */
export interface UnkeptNotice {
  at: number
  reason: string
  events: Event[]
}

/** Where somebody points in a shared replay; null: no more. Shown for a moment, and never written down. */
export interface Pointing {
  replay: string
  account: string
  name: string
  at: [longitude: number, latitude: number, height: number] | null
}

export type HealthState = 'ok' | 'low-space' | 'read-only'

export type Reply<O = unknown> = { ok: true; value: O } | { ok: false; error: Refusal }

export interface ServerMessages {
  welcome: (welcome: Welcome) => void
  /** A FullState as gzipped JSON. */
  state: (packed: ArrayBuffer) => void
  frame: (frame: Frame) => void
  unkept: (notice: UnkeptNotice) => void
  health: (health: { state: HealthState; reason?: string }) => void
  pointing: (pointing: Pointing) => void
  ended: (refusal: Refusal) => void
}

export interface ClientMessages {
  hello: (hello: Hello) => void
  ask: (name: string, input: unknown, answer: (reply: Reply) => void) => void
}
