import { setImmediate as breathe } from 'node:timers/promises'
import { type Clock, every, SECOND } from '#shared/time.ts'
import type { Event } from '#shared/world/event.ts'
import type { AlarmBook } from '../../../log/alarm-book.ts'
import type { EventLog } from '../../../log/log.ts'
import { Turns } from '../../../log/sqlite/turns.ts'
import type { Storage } from '../../../log/storage.ts'
import { BookFold } from './fold.ts'

interface Deps {
  log: EventLog
  storage: Storage
  clock: Clock
  /** Opens the book; a new one where there is none, it is of no use, or `anew` is wished. */
  open(anew: boolean): Promise<AlarmBook>
  report(text: string): void
}

const SLICE = 1000
/** As much waits at most before it is written, though nobody asks. */
const MOST_WAITING = 500
const TRY_AGAIN_MS = 10 * SECOND

/** Keeps the book of alarms: what it does not hold yet is read from the log, then it follows what is committed. */
export class Bookkeeping {
  private readonly deps: Deps
  private book: AlarmBook | undefined
  private fold: BookFold | undefined
  /** It has taken all that was told, up to this event. */
  private taken = 0
  private isFollowing = false
  private isClosed = false
  private isDamaged = false
  private readonly turns = new Turns()
  private working: Promise<void> | undefined
  private readonly stops: (() => void)[]

  constructor(deps: Deps) {
    this.deps = deps
    this.stops = [
      deps.log.onCommitted(({ events }) => this.follow(events)),
      every(deps.clock, SECOND, () => void this.write().catch(() => {})),
      every(deps.clock, TRY_AGAIN_MS, () => this.takeUp()),
    ]
    this.takeUp()
  }

  /** How many events of the log it does not hold yet. */
  get behind(): number {
    return this.isFollowing ? 0 : Math.max(1, this.deps.log.told.seq - (this.book?.seq ?? 0))
  }

  /** The book with all that was told so far; while it is being written anew, with what it has. Undefined: it cannot be had now. */
  async current(): Promise<AlarmBook | undefined> {
    if (this.isFollowing) await this.write().catch(() => {})
    return this.book
  }

  /** What it does not hold then is read from the log again; from the first event, where it is damaged. */
  private async failed(error: unknown): Promise<void> {
    this.deps.report(`the book of alarms is opened again: ${(error as Error).message}`)
    this.isFollowing = false
    if ((error as { code?: string }).code === 'storage.damaged') this.isDamaged = true
    const { book } = this
    this.book = undefined
    this.fold = undefined
    await book?.close()
  }

  /** Answers a question about it; where the file turns out to be damaged, that is seen to. */
  async ask<T>(question: (book: AlarmBook) => Promise<T>): Promise<T | undefined> {
    const book = await this.current()
    if (!book) return undefined
    try {
      return await question(book)
    } catch (error) {
      if ((error as { code?: string }).code !== 'storage.damaged' || this.book !== book) throw error
      await this.turns.take(() => this.failed(error))
      this.takeUp()
      return undefined
    }
  }

  private takeUp(): void {
    if (this.isFollowing || this.isClosed) return
    this.working ??= this.catchUp()
      .catch(async (error) => {
        if (!this.isClosed) await this.failed(error)
      })
      .finally(() => {
        this.working = undefined
      })
  }

  /** Slice by slice: everybody else is served meanwhile. */
  private async catchUp(): Promise<void> {
    const { log, storage } = this.deps
    this.book ??= await this.deps.open(this.isDamaged)
    this.isDamaged = false
    const { book } = this
    const { devices, archive } = log.told
    const kindOf = (device: string) => (devices.get(device) ?? archive.get(device)?.retired?.device)?.kind
    this.fold = new BookFold(book.rows, await book.open(), kindOf)
    this.taken = book.seq
    while (!this.isClosed) {
      const upTo = log.told.seq
      const events = await storage.events(log.stream, { after: this.taken, types: 'alarm:', limit: SLICE })
      await this.take(events)
      const last = events.at(-1)?.seq ?? 0
      this.taken = events.length < SLICE ? Math.max(upTo, last) : last
      if (events.length > 0) await this.write()
      if (events.length < SLICE && this.taken >= log.told.seq) {
        this.isFollowing = true
        return
      }
      await breathe()
    }
  }

  private async take(events: readonly Event[]): Promise<void> {
    for (const event of events) {
      const missing = this.fold?.missing(event)
      if (missing !== undefined) await this.fetch(missing)
      this.fold?.take(event)
    }
  }

  /** A case that is opened again is an old row. */
  private async fetch(alarm: string): Promise<void> {
    await this.write()
    const row = await this.book?.find(alarm, alarm.slice(0, alarm.indexOf('~')))
    if (row) this.fold?.have(row)
  }

  private follow(events: readonly Event[]): void {
    if (!this.isFollowing) return
    const fresh = events.filter(({ seq }) => seq > this.taken)
    const mine = fresh.filter(({ type }) => type.startsWith('alarm:'))
    const reopened = mine.some((event) => this.fold?.missing(event) !== undefined)
    if (reopened) {
      // Rare: that one is looked up, and the log is read from there.
      this.isFollowing = false
      void this.write().then(
        () => this.takeUp(),
        () => {},
      )
      return
    }
    for (const event of mine) this.fold?.take(event)
    this.taken = fresh.at(-1)?.seq ?? this.taken
    if ((this.fold?.waiting ?? 0) >= MOST_WAITING) void this.write().catch(() => {})
  }

  private write(): Promise<void> {
    return this.turns.take(async () => {
      const { book, fold, taken } = this
      if (!book || !fold || (fold.waiting === 0 && taken - book.seq < SLICE)) return
      try {
        await book.write({ ...fold.batch(), seq: Math.max(taken, fold.seq) })
      } catch (error) {
        await this.failed(error)
        throw error
      }
    })
  }

  async close(): Promise<void> {
    this.isClosed = true
    for (const stop of this.stops) stop()
    await this.working
    await this.write().catch(() => {})
    await this.book?.close()
  }
}
