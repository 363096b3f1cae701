import { existsSync } from 'node:fs'
import { rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Knex } from 'knex'
import type { AnkanError } from '#shared/errors.ts'
import { dayOf } from '../../storage.ts'
import { daysOf } from '../day-files.ts'
import { guarded, openSqlite } from '../open.ts'
import { OpenFiles } from '../open-files.ts'
import { quickCheck } from '../segment.ts'
import { type Commit, packBlock, unpackBlock } from './block.ts'

const FILE = /^tape-(\d{4}-\d{2}-\d{2})\.db$/
const SET_ASIDE = /^tape-(\d{4}-\d{2}-\d{2})\.db\.damaged-/
const SCHEMA = `CREATE TABLE IF NOT EXISTS block (
  last_row INTEGER PRIMARY KEY, first_row INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
  readings INTEGER NOT NULL, body BLOB NOT NULL)`
const INDEX = 'CREATE INDEX IF NOT EXISTS block_time ON block (last)'
const BLOCK_READINGS = 4000
const MOST_READERS = 8

/** Days of which a tape was set aside. */
export const damagedTapes = (folder: string): Promise<string[]> => daysOf(folder, SET_ASIDE)

/** The readings in the order in which they came, one file for each day of their coming. */
export class TapeDays {
  private readonly folder: string
  private readonly files = new OpenFiles(MOST_READERS)
  private writer: { day: string; db: Knex } | undefined

  constructor(folder: string) {
    this.folder = folder
  }

  private file(day: string): string {
    return join(this.folder, `tape-${day}.db`)
  }

  /** On disk when it resolves. What is there already stays as it was. */
  async store(commits: readonly Commit[]): Promise<void> {
    for (let i = 0; i < commits.length; ) {
      const first = commits[i] as Commit
      const day = dayOf(first.at)
      const part: Commit[] = []
      for (let count = 0; i < commits.length && count < BLOCK_READINGS; i++) {
        const commit = commits[i] as Commit
        if (dayOf(commit.at) !== day) break
        part.push(commit)
        count += commit.readings.series.length
      }
      await this.put(day, part)
    }
  }

  private async put(day: string, part: readonly Commit[]): Promise<void> {
    const [first, last] = [part[0] as Commit, part.at(-1) as Commit]
    const count = part.reduce((sum, { readings }) => sum + readings.series.length, 0)
    const write = async () => {
      const db = await this.open(day)
      await db.raw(
        'INSERT OR IGNORE INTO block (last_row, first_row, first, last, readings, body) VALUES (?, ?, ?, ?, ?, ?)',
        [last.row, first.row, first.at, last.at, count, packBlock(part)],
      )
    }
    try {
      await guarded(this.file(day), write)
    } catch (error) {
      if ((error as AnkanError).code !== 'storage.damaged') throw error
      await this.setAside(day)
      await guarded(this.file(day), write)
    }
  }

  private async open(day: string): Promise<Knex> {
    if (this.writer?.day === day) return this.writer.db
    await this.writer?.db.destroy()
    this.writer = undefined
    const db = openSqlite(this.file(day), 'write', 1)
    try {
      await db.raw(SCHEMA)
      await db.raw(INDEX)
    } catch (error) {
      await db.destroy()
      throw error
    }
    this.writer = { day, db }
    return db
  }

  private async setAside(day: string): Promise<void> {
    if (this.writer?.day === day) {
      await this.writer.db.destroy()
      this.writer = undefined
    }
    await this.files.close(this.file(day))
    await rename(this.file(day), `${this.file(day)}.damaged-${Date.now()}`)
    for (const suffix of ['-wal', '-shm']) await unlink(this.file(day) + suffix).catch(() => {})
  }

  days(): Promise<string[]> {
    return daysOf(this.folder, FILE)
  }

  /** The newest is looked through: it is the one that was written to when the machine went down. */
  async check(): Promise<void> {
    for (const day of (await this.days()).slice(-1)) await this.read(day, (db) => quickCheck(db).then(() => []))
  }

  damagedDays(): Promise<string[]> {
    return damagedTapes(this.folder)
  }

  /** When the first of a day came that is on the tape. */
  async firstOf(day: string): Promise<number | undefined> {
    const [found] = await this.read(day, (db) =>
      db.raw<{ first: number | null }[]>('SELECT min(first) AS first FROM block'),
    )
    return found?.first ?? undefined
  }

  /** The last row that is on the tape. */
  async lastRow(): Promise<number> {
    for (const day of (await this.days()).reverse()) {
      const [found] = await this.read(day, (db) =>
        db.raw<{ row: number | null }[]>('SELECT max(last_row) AS row FROM block'),
      )
      if (found?.row) return found.row
    }
    return 0
  }

  /** The commits behind a row, up to a time, day after day; `most`: about so many readings. */
  async *after(row: number, from: number, to: number, most: number): AsyncGenerator<Commit> {
    let left = most
    for (const day of await this.days()) {
      if (day < dayOf(from) || day > dayOf(to)) continue
      let reached = row
      while (left > 0) {
        const blocks = await this.read(day, (db) =>
          db('block')
            .where('last_row', '>', reached)
            .andWhere('first', '<=', to)
            .orderBy('last_row')
            .limit(8)
            .select<{ last_row: number; readings: number; body: Buffer }[]>('last_row', 'readings', 'body'),
        )
        for (const { body, readings, last_row } of blocks) {
          reached = last_row
          left -= readings
          for (const commit of unpackBlock(body)) if (commit.row > row && commit.at <= to) yield commit
        }
        if (blocks.length < 8) break
      }
    }
  }

  /** A damaged day is set aside by whoever meets it first, and told as a gap: the others go on. */
  private async read<T>(day: string, work: (db: Knex) => Promise<T[]>): Promise<T[]> {
    if (!existsSync(this.file(day))) return []
    try {
      return await guarded(this.file(day), () => this.files.use(this.file(day), work))
    } catch (error) {
      if ((error as AnkanError).code !== 'storage.damaged') throw error
      await this.setAside(day).catch(() => {})
      return []
    }
  }

  async dropBefore(day: string): Promise<string[]> {
    const dropped = (await this.days()).filter((known) => known < day)
    for (const old of dropped) {
      if (this.writer?.day === old) {
        await this.writer.db.destroy()
        this.writer = undefined
      }
      await this.files.close(this.file(old))
      for (const suffix of ['', '-wal', '-shm']) await unlink(this.file(old) + suffix).catch(() => {})
    }
    return dropped
  }

  async close(): Promise<void> {
    await this.writer?.db.destroy()
    await this.files.closeAll()
  }
}
