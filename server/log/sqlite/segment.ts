import type { Knex } from 'knex'
import type { Reading } from '../storage.ts'
import { openSqlite } from './open.ts'

const SCHEMA = [
  'CREATE TABLE IF NOT EXISTS series (id INTEGER PRIMARY KEY, device TEXT NOT NULL, metric TEXT NOT NULL, UNIQUE (device, metric))',
  // Clustered by series and time: a row is about 20 bytes, and a device's hours lie together.
  'CREATE TABLE IF NOT EXISTS reading (series INTEGER NOT NULL, at INTEGER NOT NULL, value REAL NOT NULL, PRIMARY KEY (series, at)) WITHOUT ROWID',
]

/** The readings of one day, in a file of its own that carries its own dictionary of series. */
export class Segment {
  readonly file: string
  private readonly db: Knex
  private readonly series = new Map<string, number>()

  private constructor(file: string, db: Knex) {
    this.file = file
    this.db = db
  }

  static async open(file: string): Promise<Segment> {
    const segment = new Segment(file, openSqlite(file, 'write', 1))
    try {
      for (const statement of SCHEMA) await segment.db.raw(statement)
      await segment.readDictionary()
    } catch (error) {
      await segment.close()
      throw error
    }
    return segment
  }

  private async readDictionary(): Promise<void> {
    this.series.clear()
    for (const row of await this.db('series').select<{ id: number; device: string; metric: string }[]>())
      this.series.set(seriesKey(row.device, row.metric), row.id)
  }

  /** A reading that is there already (same series, same time) stays as it was. */
  async write(readings: Reading[]): Promise<void> {
    const fresh: [number, string, string][] = []
    const rows: [number, number, number][] = []
    for (const reading of readings) {
      const key = seriesKey(reading.device, reading.metric)
      let id = this.series.get(key)
      if (id === undefined) {
        id = this.series.size + 1
        this.series.set(key, id)
        fresh.push([id, reading.device, reading.metric])
      }
      rows.push([id, reading.at, reading.value])
    }
    try {
      // Most groups bring no new series: then one statement is the whole transaction, and spares two trips.
      if (fresh.length === 0) await insertReadings(this.db, rows)
      else
        await this.db.transaction(async (step) => {
          await step.raw(
            'INSERT INTO series (id, device, metric) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)',
            [JSON.stringify(fresh)],
          )
          await insertReadings(step, rows)
        })
    } catch (error) {
      // What was numbered above may not be in the file: believe the file.
      await this.readDictionary().catch(() => this.series.clear())
      throw error
    }
  }

  close(): Promise<void> {
    return this.db.destroy()
  }
}

async function insertReadings(db: Knex, rows: [number, number, number][]): Promise<void> {
  await db.raw(
    'INSERT OR IGNORE INTO reading (series, at, value) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)',
    [JSON.stringify(rows)],
  )
}

export function seriesKey(device: string, metric: string): string {
  return `${device}\n${metric}`
}

export async function quickCheck(db: Knex): Promise<void> {
  const [row] = await db.raw<{ quick_check: string }[]>('PRAGMA quick_check(1)')
  if (row && row.quick_check !== 'ok')
    throw Object.assign(new Error(`database disk image is malformed: ${row.quick_check}`), { code: 'SQLITE_CORRUPT' })
}
