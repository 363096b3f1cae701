import type { AuditSearch } from '#shared/contract/audit.ts'
import type { Actor, Event } from '#shared/world/event.ts'
import type { WorldSnapshot } from '#shared/world/world.ts'
import type { History } from './history.ts'
import type { Tracks } from './tracks.ts'

/** One measured value. */
export interface Reading {
  device: string
  metric: string
  at: number
  value: number
}

export interface AuditRow {
  at: number
  by: Actor
  from: string
  call: string
  input: unknown
  result: string
}

export interface AuditFound {
  entries: (AuditRow & { id: number })[]
  next: { before: number; rest: number } | null
}

export interface DeadLetterRow {
  at: number
  source: string
  from: string
  code: string
  reason: string
  excerpt: string
}

/** Secrets and sessions: what may be overwritten and forgotten, so it is not in the log. null removes. */
export interface VaultEntry {
  key: string
  value: string | null
}

/** What is written together: after `commit` resolves all of it is on disk. */
export interface Batch {
  /** When it was given to the disk: never before anything in it was decided, never before an earlier one. */
  at: number
  events: { stream: string; event: Event }[]
  readings: Reading[]
  audit: AuditRow[]
  deadLetters: DeadLetterRow[]
  vault: VaultEntry[]
}

export function emptyBatch(): Batch {
  return { at: 0, events: [], readings: [], audit: [], deadLetters: [], vault: [] }
}

export interface EventRange {
  /** Only events with a larger seq. */
  after?: number
  from?: number
  to?: number
  /** Only those whose type begins so: `alarm:`. */
  types?: string
  limit: number
}

/** Events of one type, counted by the span of time and by what a field of theirs says. */
export interface EventCount {
  type: string
  from: number
  to: number
  /** Milliseconds; spans begin at multiples of it. */
  every: number
  field: string
  /** At or below this place alone. */
  within: string
}

export interface Page {
  before?: number | undefined
  limit: number
}

export interface EventPage extends Page {
  /** What was said at or below this place alone. */
  within?: string
}

/** What a trend is asked for; `most`: about so many spans. */
export interface TrendWish {
  device: string
  metric: string
  from: number
  to: number
  most: number
}

/** What was measured in a span of time. */
export interface Span {
  /** When it begins. */
  at: number
  count: number
  mean: number
  min: number
  minAt: number
  max: number
  maxAt: number
}

/** The readings themselves where they are few; else put together in spans, of which none hides a least or a greatest value. */
export interface Trend {
  /** How long a span is; 0: these are the readings. */
  every: number
  points: [number, number][]
  spans: Span[]
}

/**
 * Where everything is kept. One implementation today (SQLite); any other must pass `storageContract`.
 *
 * A commit is whole or not at all. Readings carry their own time, so a repeated one is the same one.
 */
export interface Storage {
  /** Names this log for ever: a client that followed another one must start anew. */
  readonly id: string
  commit(batch: Batch): Promise<void>

  events(stream: string, range: EventRange): Promise<Event[]>
  /** What was said about a device, newest first. */
  eventsAbout(stream: string, device: string, page: EventPage): Promise<Event[]>
  countEvents(stream: string, count: EventCount): Promise<{ at: number; value: unknown; count: number }[]>
  saveSnapshot(stream: string, snapshot: WorldSnapshot): Promise<void>
  latestSnapshot(stream: string): Promise<WorldSnapshot | undefined>

  readings(device: string, metric: string, from: number, to: number, limit: number): Promise<[number, number][]>
  trend(wish: TrendWish): Promise<Trend>
  newestReadings(): Promise<Reading[]>
  /** The days that hold readings, oldest first. */
  readingDays(): Promise<{ day: string; bytes: number }[]>
  /** Days whose file was found damaged and set aside: their readings are not told. */
  damagedDays(): Promise<string[]>
  /** Drops whole days before `day` and tells which. Needs no free space. */
  dropReadingsBefore(day: string): Promise<string[]>

  /** Newest first. An answer comes soon, though not all may have been looked at: `next` says where to go on. */
  audit(search: AuditSearch & Page): Promise<AuditFound>
  deadLetters(
    search: Page & { source?: string | undefined; code?: string | undefined; text?: string | undefined },
  ): Promise<(DeadLetterRow & { id: number })[]>
  /** Keeps the newest `keep` dead letters. */
  trimDeadLetters(keep: number): Promise<void>
  vault(prefix: string): Promise<{ key: string; value: string }[]>

  /** Any past moment of the stream `live`. */
  readonly history: History
  /** Who was where. */
  readonly tracks: Tracks

  /** Walks through the files; throws `storage.damaged` with the first damage found. */
  check(): Promise<void>
  close(): Promise<void>
}

const LAST_DAY = Date.UTC(9999, 11, 31)

/** The day segment a time falls into, UTC: `2026-11-21`. Times beyond the calendar count as its first or last day. */
export function dayOf(at: number): string {
  return new Date(Math.min(Math.max(at, 0), LAST_DAY)).toISOString().slice(0, 10)
}
