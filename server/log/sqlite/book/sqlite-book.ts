import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Knex } from 'knex'
import { AnkanError } from '#shared/errors.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import type { AlarmBook, AnyOf, BookBatch, BookFound, BookRow, BookSearch, Facet, Turn } from '../../alarm-book.ts'
import { guarded, openSqlite } from '../open.ts'
import { Names, namesWith } from './names.ts'
import { rowOf, rowsBetween, rowsNumbered, type StoredRow } from './rows.ts'
import { knownBook, makeBook } from './schema.ts'
import { firstSince, searchBook } from './searching.ts'
import { writeBatch } from './writing.ts'

/** How many rows of a device are looked through at once for one alarm. */
const LOOKED_THROUGH = 500

/** The book in `alarms.db` of the data folder. One that is damaged, of another log or another version is begun anew. */
export async function openBook(folder: string, log: { id: string; seq: number }, anew = false): Promise<AlarmBook> {
  const file = join(folder, 'alarms.db')
  if (anew) await removeBook(file)
  try {
    return await guarded(file, () => SqliteBook.open(file, log))
  } catch (error) {
    if ((error as AnkanError).code !== 'storage.damaged') throw error
    await removeBook(file)
    return await guarded(file, () => SqliteBook.open(file, log))
  }
}

async function removeBook(file: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm']) await rm(file + ending, { force: true })
}

class SqliteBook implements AlarmBook {
  seq: number
  rows: number
  private readonly file: string
  private readonly writer: Knex
  private readonly reader: Knex
  private readonly names: Names

  private constructor(file: string, writer: Knex, reader: Knex, names: Names, seq: number, rows: number) {
    this.file = file
    this.writer = writer
    this.reader = reader
    this.names = names
    this.seq = seq
    this.rows = rows
  }

  static async open(file: string, log: { id: string; seq: number }): Promise<SqliteBook> {
    const writer = openSqlite(file, 'write', 1)
    try {
      // What a failing power takes away is read from the log again.
      await writer.raw('PRAGMA synchronous = NORMAL')
      let seq = await knownBook(writer, log.id)
      const isEmpty = (await writer.raw<unknown[]>('SELECT 1 FROM sqlite_master LIMIT 1')).length === 0
      if (seq === undefined && isEmpty) {
        await makeBook(writer, log.id)
        seq = 0
      }
      if (seq === undefined || seq > log.seq)
        throw new AnkanError('storage.damaged', { file }, `${file} is not the book of this log`)
      const [{ most } = { most: 0 }] = await writer.raw<{ most: number | null }[]>('SELECT max(n) AS most FROM alarm')
      return new SqliteBook(file, writer, openSqlite(file, 'read', 4), await Names.open(writer), seq, most ?? 0)
    } catch (error) {
      await writer.destroy()
      throw error
    }
  }

  async open(): Promise<{ row: BookRow; record: Alarm }[]> {
    const stored = await guarded(this.file, () =>
      this.reader.raw<(StoredRow & { record: string })[]>(
        'SELECT alarm.n, at, body, record FROM open JOIN alarm ON alarm.n = open.n ORDER BY alarm.n',
      ),
    )
    return stored.map((one) => ({ row: rowOf(one), record: JSON.parse(one.record) as Alarm }))
  }

  async write(batch: BookBatch): Promise<void> {
    const { upTo } = this.names
    try {
      await guarded(this.file, () => this.writer.transaction((step) => writeBatch(step, this.names, batch, this.rows)))
    } catch (error) {
      this.names.forget(upTo)
      throw error
    }
    this.seq = batch.seq
    for (const { n } of batch.rows) if (n > this.rows) this.rows = n
  }

  search(search: BookSearch): Promise<BookFound> {
    return guarded(this.file, () => searchBook(this.reader, search, this.rows))
  }

  async find(alarm: string, device: string): Promise<BookRow | undefined> {
    for (let before: number | undefined; ; ) {
      const found = await this.search({ all: [{ device: [device] }], before, limit: LOOKED_THROUGH })
      const row = found.rows.find((one) => one.alarm === alarm)
      if (row || !found.next) return row
      before = found.next.before
    }
  }

  numbered(rows: readonly number[]): Promise<BookRow[]> {
    return guarded(this.file, async () => (await rowsNumbered(this.reader, rows)).map(rowOf))
  }

  known(facets: readonly Facet[], text: string): Promise<AnyOf> {
    return guarded(this.file, () => namesWith(this.reader, facets, text))
  }

  between(from: number, to: number): Promise<{ first: number; beyond: number }> {
    return guarded(this.file, async () => ({
      first: await firstSince(this.reader, from, this.rows),
      beyond: await firstSince(this.reader, to + 1, this.rows),
    }))
  }

  range(first: number, beyond: number): Promise<BookRow[]> {
    return guarded(this.file, async () => (await rowsBetween(this.reader, first, beyond)).map(rowOf))
  }

  turns(from: number, to: number, after: number, limit: number): Promise<Turn[]> {
    return guarded(this.file, async () => {
      // One text, as with rows.
      const [{ text } = { text: null }] = await this.reader.raw<{ text: string | null }[]>(
        `SELECT json_group_array(json_array(seq, at, n, there, value)) AS text FROM (
           SELECT seq, at, n, there, value FROM turn WHERE at >= ? AND at <= ? AND seq > ? ORDER BY at, seq LIMIT ?)`,
        [from, to, after, limit],
      )
      const stored = JSON.parse(text ?? '[]') as [number, number, number, number, number][]
      return stored.map(([seq, at, n, there, value]) => ({ seq, at, n, there: there === 1, value }))
    })
  }

  async close(): Promise<void> {
    await this.reader.destroy()
    await this.writer.destroy()
  }
}
