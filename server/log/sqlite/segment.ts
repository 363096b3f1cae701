import type { Knex } from 'knex'
import type { Reading } from '../storage.ts'
import { type JournalEntry, packEntry, unpackEntry } from './journal.ts'
import { openSqlite } from './open.ts'
import type { Points } from './points.ts'
import { settle } from './settle.ts'
import { Unsettled } from './unsettled.ts'

/**
 * The readings of one day in a file of its own, that carries its own dictionary of series. A commit is one row
 * in the journal: as fast as the disk. Now and then the journal is settled into packed chunks, one series each.
 */
const SCHEMA = [
  'CREATE TABLE IF NOT EXISTS series (id INTEGER PRIMARY KEY, device TEXT NOT NULL, metric TEXT NOT NULL, UNIQUE (device, metric))',
  'CREATE TABLE IF NOT EXISTS journal (id INTEGER PRIMARY KEY AUTOINCREMENT, body BLOB NOT NULL)',
  'CREATE TABLE IF NOT EXISTS chunk (id INTEGER PRIMARY KEY, series INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, count INTEGER NOT NULL, body BLOB NOT NULL)',
  'CREATE INDEX IF NOT EXISTS chunk_series ON chunk (series, last)',
]
/** Settled at so many readings or commits: what a start after a crash has to read again. */
const SETTLE_AT = { readings: 400_000, commits: 20_000 }
const JOURNAL_PAGE = 500

export class Segment {
  readonly file: string
  private readonly db: Knex
  private readonly series = new Map<string, Map<string, number>>()
  private seriesCount = 0
  private young = new Unsettled()
  /** Being settled, with its last journal entry; still read until its chunks are on disk. */
  private old: { points: Unsettled; upTo: number } | undefined
  private lastJournal = 0
  private settling: Promise<void> | undefined

  private constructor(file: string, db: Knex) {
    this.file = file
    this.db = db
  }

  static async open(file: string): Promise<Segment> {
    const segment = new Segment(file, openSqlite(file, 'write', 1))
    try {
      for (const statement of SCHEMA) await segment.db.raw(statement)
      await segment.readDictionary()
      await segment.readJournal()
    } catch (error) {
      await segment.db.destroy()
      throw error
    }
    return segment
  }

  private async readDictionary(): Promise<void> {
    this.series.clear()
    this.seriesCount = 0
    for (const row of await this.db('series').select<{ id: number; device: string; metric: string }[]>())
      this.know(row.device, row.metric, row.id)
  }

  /** What a stop without settling left behind. */
  private async readJournal(): Promise<void> {
    for (;;) {
      const rows = await this.db('journal')
        .where('id', '>', this.lastJournal)
        .orderBy('id')
        .limit(JOURNAL_PAGE)
        .select<{ id: number; body: Buffer }[]>()
      for (const { id, body } of rows) {
        this.young.add(unpackEntry(body))
        this.lastJournal = id
      }
      if (rows.length < JOURNAL_PAGE) return
    }
  }

  private know(device: string, metric: string, id: number): void {
    const metrics = this.series.get(device) ?? new Map<string, number>()
    metrics.set(metric, id)
    this.series.set(device, metrics)
    this.seriesCount = Math.max(this.seriesCount, id)
  }

  seriesOf(device: string, metric: string): number | undefined {
    return this.series.get(device)?.get(metric)
  }

  /** On disk when it resolves. A reading that is there already (same series, same time) stays as it was. */
  async write(readings: Reading[]): Promise<void> {
    const count = readings.length
    const entry: JournalEntry = {
      series: new Uint32Array(count),
      at: new Float64Array(count),
      value: new Float64Array(count),
    }
    const fresh: { id: number; device: string; metric: string }[] = []
    for (let i = 0; i < count; i++) {
      const { device, metric, at, value } = readings[i] as Reading
      let id = this.seriesOf(device, metric)
      if (id === undefined) {
        id = this.seriesCount + 1
        this.know(device, metric, id)
        fresh.push({ id, device, metric })
      }
      entry.series[i] = id
      entry.at[i] = at
      entry.value[i] = value
    }
    try {
      this.lastJournal = await this.writeEntry(packEntry(entry), fresh)
    } catch (error) {
      // What was numbered above may not be in the file: believe the file.
      await this.readDictionary().catch(() => this.series.clear())
      throw error
    }
    this.young.add(entry)
    if (this.young.count >= SETTLE_AT.readings || this.young.commits >= SETTLE_AT.commits)
      void this.settle().catch(() => {})
  }

  private async writeEntry(body: Buffer, fresh: object[]): Promise<number> {
    const insert = (db: Knex) =>
      db.raw<{ id: number }[]>('INSERT INTO journal (body) VALUES (?) RETURNING id', [body]) as Promise<
        { id: number }[]
      >
    // Most groups bring no new series: then one statement is the whole transaction, and spares two trips.
    const [row] =
      fresh.length === 0
        ? await insert(this.db)
        : await this.db.transaction(async (step) => {
            await step.raw(
              `INSERT INTO series (id, device, metric)
               SELECT value ->> 'id', value ->> 'device', value ->> 'metric' FROM json_each(?)`,
              [JSON.stringify(fresh)],
            )
            return insert(step)
          })
    return row?.id ?? this.lastJournal
  }

  /** Points that no chunk holds yet, in the order of their writing. */
  unsettled(series: number): Points {
    const parts = [this.old?.points.get(series), this.young.get(series)].filter((part) => part !== undefined)
    return { at: parts.flatMap((part) => part.at), value: parts.flatMap((part) => part.value) }
  }

  /** Moves the journal into chunks. Stopped half-way it does no harm: what stands in both is read once. */
  settle(): Promise<void> {
    this.settling ??= this.settleOnce().finally(() => {
      this.settling = undefined
    })
    return this.settling
  }

  private async settleOnce(): Promise<void> {
    // A settling that failed left its points here: it is tried again before younger ones are taken.
    if (!this.old) {
      this.old = { points: this.young, upTo: this.lastJournal }
      this.young = new Unsettled()
    }
    if (this.old.points.count > 0) await settle(this.db, this.old.points, this.old.upTo)
    this.old = undefined
  }

  async close(): Promise<void> {
    await this.settle().catch(() => {})
    await this.db.destroy()
  }
}

export async function quickCheck(db: Knex): Promise<void> {
  const [row] = await db.raw<{ quick_check: string }[]>('PRAGMA quick_check(1)')
  if (row && row.quick_check !== 'ok')
    throw Object.assign(new Error(`database disk image is malformed: ${row.quick_check}`), { code: 'SQLITE_CORRUPT' })
}
