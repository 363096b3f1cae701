import { existsSync } from 'node:fs'
import { rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Knex } from 'knex'
import { AnkanError } from '#shared/errors.ts'
import { daysOf } from './day-files.ts'
import { guarded, storageError } from './open.ts'
import { OpenFiles } from './open-files.ts'
import { inTimeOrder, joined, type Points } from './points.ts'
import { chunkPoints, lastChunks, quickCheck, Segment, type SeriesPoints } from './segment.ts'

const FILE = /^readings-(\d{4}-\d{2}-\d{2})\.db$/
const SET_ASIDE = /^readings-(\d{4}-\d{2}-\d{2})\.db\.damaged-/
/** Days held open for reading; a long trend walks through hundreds. */
const MOST_READERS = 16

/** The settled readings of all days: one file a day, so that a day can be dropped whole. */
export class Segments {
  readonly folder: string
  private readonly files = new OpenFiles(MOST_READERS)

  constructor(folder: string) {
    this.folder = folder
  }

  private file(day: string): string {
    return join(this.folder, `readings-${day}.db`)
  }

  days(): Promise<string[]> {
    return daysOf(this.folder, FILE)
  }

  damagedDays(): Promise<string[]> {
    return daysOf(this.folder, SET_ASIDE)
  }

  async bytes(day: string): Promise<number> {
    return (await stat(this.file(day))).size
  }

  /**
   * On disk when it resolves. A damaged day must not stop today's readings: it is set aside, and a new file begun.
   * `before` comes before anything is written, and is told whether there is a file yet.
   */
  async store(day: string, all: SeriesPoints[], before: (exists: boolean) => Promise<void>): Promise<void> {
    const file = this.file(day)
    const write = async () => {
      await before(existsSync(file))
      await storeIn(file, all)
    }
    try {
      await write()
    } catch (thrown) {
      const error = storageError(thrown, file)
      if (error.code !== 'storage.damaged') throw error
      await this.setAside(day)
      await guarded(file, write)
    }
  }

  private async setAside(day: string): Promise<void> {
    await this.files.close(this.file(day))
    await rename(this.file(day), `${this.file(day)}.damaged-${Date.now()}`)
    for (const suffix of ['-wal', '-shm']) await unlink(this.file(day) + suffix).catch(() => {})
  }

  /** Of a day that was dropped meanwhile, nothing. */
  async points(day: string, device: string, metric: string, from: number, to: number): Promise<Points[]> {
    if (!existsSync(this.file(day))) return []
    return this.read(day, (db) => chunkPoints(db, device, metric, from, to))
  }

  /** All of a series on a day, in the order of time. */
  async whole(day: string, device: string, metric: string): Promise<Points> {
    return inTimeOrder(
      joined(await this.points(day, device, metric, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)),
    )
  }

  async series(day: string): Promise<{ device: string; metric: string }[]> {
    if (!existsSync(this.file(day))) return []
    return this.read(day, (db) => db('series').orderBy('id').select('device', 'metric'))
  }

  last(day: string): Promise<SeriesPoints[]> {
    return this.read(day, lastChunks)
  }

  async check(): Promise<void> {
    for (const day of (await this.days()).slice(-1))
      await guarded(this.file(day), () => this.files.use(this.file(day), quickCheck))
  }

  /** Whoever meets damage first is told which file it is; it is set aside then, and the next goes on without. */
  private async read<T>(day: string, work: (db: Knex) => Promise<T>): Promise<T> {
    try {
      return await guarded(this.file(day), () => this.files.use(this.file(day), work))
    } catch (error) {
      if ((error as AnkanError).code === 'storage.damaged') await this.setAside(day).catch(() => {})
      throw error
    }
  }

  async dropBefore(day: string): Promise<string[]> {
    const dropped = (await this.days()).filter((known) => known < day)
    for (const old of dropped) {
      await this.files.close(this.file(old))
      for (const suffix of ['', '-wal', '-shm'])
        await unlink(this.file(old) + suffix).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOENT')
            throw new AnkanError('storage.read-only', { file: this.file(old) }, error.message)
        })
    }
    return dropped
  }

  close(): Promise<void> {
    return this.files.closeAll()
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
