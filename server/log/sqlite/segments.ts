import { readdir, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Knex } from 'knex'
import { AnkanError } from '#shared/errors.ts'
import { dayOf, type Reading } from '../storage.ts'
import { guarded, openSqlite, storageError } from './open.ts'
import { inTimeOrder, joined, type Points } from './points.ts'
import { chunkPoints, journalBySeries, journalPoints, lastChunks, seriesId, seriesOf } from './read-segment.ts'
import { quickCheck, Segment } from './segment.ts'

const FILE = /^readings-(\d{4}-\d{2}-\d{2})\.db$/

/** The readings of all days: one file a day, written through one connection, read through a few. */
export class Segments {
  private readonly folder: string
  private readonly writers = new Map<string, Promise<Segment>>()
  private readonly readers = new Map<string, Knex>()

  constructor(folder: string) {
    this.folder = folder
  }

  private file(day: string): string {
    return join(this.folder, `readings-${day}.db`)
  }

  async days(): Promise<string[]> {
    const days: string[] = []
    for (const name of await readdir(this.folder)) {
      const day = FILE.exec(name)?.[1]
      if (day) days.push(day)
    }
    return days.sort()
  }

  async sizes(): Promise<{ day: string; bytes: number }[]> {
    const days = await this.days()
    return Promise.all(days.map(async (day) => ({ day, bytes: (await stat(this.file(day))).size })))
  }

  private async writer(day: string): Promise<Segment> {
    let opening = this.writers.get(day)
    if (!opening) {
      // Late readings reach back a little, not endlessly: two open days are enough.
      for (const old of [...this.writers.keys()].sort().slice(0, -1)) await this.closeWriter(old)
      opening = this.openOrSetAside(day)
      this.writers.set(day, opening)
      opening.catch(() => this.writers.delete(day))
    }
    return opening
  }

  /** One damaged day must not stop today's readings: it is kept under another name, and a new file begun. */
  private async openOrSetAside(day: string): Promise<Segment> {
    const file = this.file(day)
    try {
      return await Segment.open(file)
    } catch (thrown) {
      if (storageError(thrown, file).code !== 'storage.damaged') throw thrown
      await this.setAside(day)
      return Segment.open(file)
    }
  }

  private async setAside(day: string): Promise<void> {
    await this.closeReader(day)
    await rename(this.file(day), `${this.file(day)}.damaged-${Date.now()}`)
    for (const suffix of ['-wal', '-shm']) await unlink(this.file(day) + suffix).catch(() => {})
  }

  /** The damage may lie deeper than the first page, and show when a row is to go there. */
  private async writeDay(day: string, rows: Reading[]): Promise<void> {
    try {
      await (await this.writer(day)).write(rows)
    } catch (thrown) {
      if (storageError(thrown, this.file(day)).code !== 'storage.damaged') throw thrown
      await this.closeWriter(day)
      await this.setAside(day)
      await (await this.writer(day)).write(rows)
    }
  }

  private async closeWriter(day: string): Promise<void> {
    const writer = this.writers.get(day)
    this.writers.delete(day)
    await (await writer?.catch(() => undefined))?.close()
  }

  private reader(day: string): Knex {
    let reader = this.readers.get(day)
    if (!reader) {
      reader = openSqlite(this.file(day), 'read', 2)
      this.readers.set(day, reader)
    }
    return reader
  }

  private async closeReader(day: string): Promise<void> {
    const reader = this.readers.get(day)
    this.readers.delete(day)
    await reader?.destroy()
  }

  async write(readings: Reading[]): Promise<void> {
    const byDay = new Map<string, Reading[]>()
    // Nearly all readings of a group are of one day; spare them the formatting of a date each.
    let start = Number.POSITIVE_INFINITY
    let current: Reading[] = []
    for (const reading of readings) {
      if (!(reading.at >= start && reading.at < start + DAY_MS)) {
        start = Math.floor(reading.at / DAY_MS) * DAY_MS
        const day = dayOf(start)
        current = byDay.get(day) ?? []
        byDay.set(day, current)
      }
      current.push(reading)
    }
    for (const [day, rows] of byDay) await guarded(this.file(day), () => this.writeDay(day, rows))
  }

  async range(device: string, metric: string, from: number, to: number, limit: number): Promise<[number, number][]> {
    const found: [number, number][] = []
    for (const day of await this.days()) {
      if (day < dayOf(from) || day > dayOf(to) || found.length >= limit) continue
      const { at, value } = await guarded(this.file(day), () => this.pointsOf(day, device, metric, from, to))
      for (let i = 0; i < at.length && found.length < limit; i++)
        if ((at[i] as number) >= from && (at[i] as number) <= to) found.push([at[i] as number, value[i] as number])
    }
    return found
  }

  private async pointsOf(day: string, device: string, metric: string, from: number, to: number): Promise<Points> {
    const db = this.reader(day)
    const series = await seriesId(db, device, metric)
    if (series === undefined) return { at: [], value: [] }
    // First what no chunk holds, then the chunks: what is settled in between is then seen twice, not missed.
    const fresh = (await this.writers.get(day))?.unsettled(series) ?? (await journalPoints(db, series))
    return inTimeOrder(joined([...(await chunkPoints(db, series, from, to)), fresh]))
  }

  /** The newest value of every series, looking back two days at most. */
  async newest(): Promise<Reading[]> {
    const found = new Map<string, Reading>()
    for (const day of (await this.days()).slice(-2))
      await guarded(this.file(day), async () => {
        const db = this.reader(day)
        const open = await this.writers.get(day)
        const journal = open ? undefined : await journalBySeries(db)
        const last = await lastChunks(db)
        for (const { id, device, metric } of await seriesOf(db)) {
          const fresh = open ? open.unsettled(id) : journal?.get(id)
          const { at, value } = inTimeOrder(joined([last.get(id), fresh].filter((part) => part !== undefined)))
          const n = at.length - 1
          if (n >= 0)
            found.set(`${device}\n${metric}`, { device, metric, at: at[n] as number, value: value[n] as number })
        }
      })
    return [...found.values()]
  }

  /** Packs the journals of the open days; done by itself now and then, and when a day is closed. */
  async settle(): Promise<void> {
    for (const writer of this.writers.values()) await (await writer).settle()
  }

  async dropBefore(day: string): Promise<string[]> {
    const dropped = (await this.days()).filter((known) => known < day)
    for (const old of dropped) {
      await this.closeWriter(old)
      await this.closeReader(old)
      for (const suffix of ['', '-wal', '-shm'])
        await unlink(this.file(old) + suffix).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOENT')
            throw new AnkanError('storage.read-only', { file: this.file(old) }, error.message)
        })
    }
    return dropped
  }

  async check(): Promise<void> {
    // Through a reader: a check of a whole day takes its time, and ingest must not wait for it.
    for (const day of (await this.days()).slice(-1)) await guarded(this.file(day), () => quickCheck(this.reader(day)))
  }

  async close(): Promise<void> {
    for (const day of [...this.writers.keys()]) await this.closeWriter(day)
    for (const day of [...this.readers.keys()]) await this.closeReader(day)
  }
}

const DAY_MS = 86_400_000
