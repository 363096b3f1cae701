import { readdir, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Knex } from 'knex'
import { AnkanError } from '#shared/errors.ts'
import { guarded, openSqlite, storageError } from './open.ts'
import type { Points } from './points.ts'
import { chunkPoints, lastChunks, quickCheck, Segment, type SeriesPoints } from './segment.ts'

const FILE = /^readings-(\d{4}-\d{2}-\d{2})\.db$/
const SET_ASIDE = /^readings-(\d{4}-\d{2}-\d{2})\.db\.damaged-/
/** Days held open for reading; a long trend walks through hundreds. */
const MOST_READERS = 16

/** The settled readings of all days: one file a day, so that a day can be dropped whole. */
export class Segments {
  private readonly folder: string
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

  async damagedDays(): Promise<string[]> {
    const days = (await readdir(this.folder))
      .map((name) => SET_ASIDE.exec(name)?.[1])
      .filter((day) => day !== undefined)
    return [...new Set(days)].sort()
  }

  async bytes(day: string): Promise<number> {
    return (await stat(this.file(day))).size
  }

  /** On disk when it resolves. A damaged day must not stop today's readings: it is set aside, and a new file begun. */
  async store(day: string, all: SeriesPoints[]): Promise<void> {
    const file = this.file(day)
    try {
      await storeIn(file, all)
    } catch (thrown) {
      const error = storageError(thrown, file)
      if (error.code !== 'storage.damaged') throw error
      await this.setAside(day)
      await guarded(file, () => storeIn(file, all))
    }
  }

  private async setAside(day: string): Promise<void> {
    await this.closeReader(day)
    await rename(this.file(day), `${this.file(day)}.damaged-${Date.now()}`)
    for (const suffix of ['-wal', '-shm']) await unlink(this.file(day) + suffix).catch(() => {})
  }

  points(day: string, device: string, metric: string, from: number, to: number): Promise<Points[]> {
    return this.read(day, (db) => chunkPoints(db, device, metric, from, to))
  }

  last(day: string): Promise<SeriesPoints[]> {
    return this.read(day, lastChunks)
  }

  async check(): Promise<void> {
    for (const day of (await this.days()).slice(-1)) await guarded(this.file(day), () => quickCheck(this.reader(day)))
  }

  /** Whoever meets damage first is told which file it is; it is set aside then, and the next goes on without. */
  private async read<T>(day: string, work: (db: Knex) => Promise<T>): Promise<T> {
    try {
      return await guarded(this.file(day), () => work(this.reader(day)))
    } catch (error) {
      if ((error as AnkanError).code === 'storage.damaged') await this.setAside(day).catch(() => {})
      throw error
    }
  }

  private reader(day: string): Knex {
    const reader = this.readers.get(day) ?? openSqlite(this.file(day), 'read', 2)
    this.readers.delete(day)
    this.readers.set(day, reader)
    if (this.readers.size > MOST_READERS) void this.closeReader(this.readers.keys().next().value as string)
    return reader
  }

  private async closeReader(day: string): Promise<void> {
    const reader = this.readers.get(day)
    this.readers.delete(day)
    await reader?.destroy()
  }

  async dropBefore(day: string): Promise<string[]> {
    const dropped = (await this.days()).filter((known) => known < day)
    for (const old of dropped) {
      await this.closeReader(old)
      for (const suffix of ['', '-wal', '-shm'])
        await unlink(this.file(old) + suffix).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOENT')
            throw new AnkanError('storage.read-only', { file: this.file(old) }, error.message)
        })
    }
    return dropped
  }

  async close(): Promise<void> {
    for (const day of [...this.readers.keys()]) await this.closeReader(day)
  }
}

async function storeIn(file: string, all: SeriesPoints[]): Promise<void> {
  const segment = await Segment.open(file)
  try {
    await segment.store(all)
  } finally {
    await segment.close()
  }
}
