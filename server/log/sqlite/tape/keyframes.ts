import { existsSync } from 'node:fs'
import { rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Knex } from 'knex'
import type { FullState } from '#shared/contract/wire.ts'
import type { AnkanError } from '#shared/errors.ts'
import { WORLD_VERSION } from '#shared/world/world.ts'
import type { Gap } from '../../history.ts'
import { guarded, openSqlite } from '../open.ts'
import { MINUTE_TABLE, type Minutes } from './minutes.ts'

const FILE = 'moments.db'
/** Raised whenever a table changes. */
const FORM = 2
const SCHEMA = [
  `CREATE TABLE IF NOT EXISTS keyframe (
    seq INTEGER NOT NULL, row INTEGER NOT NULL, at INTEGER NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY (seq, row)) WITHOUT ROWID`,
  'CREATE INDEX IF NOT EXISTS keyframe_at ON keyframe (version, at)',
  MINUTE_TABLE,
  'CREATE TABLE IF NOT EXISTS gap (start INTEGER PRIMARY KEY, stop INTEGER NOT NULL, why TEXT NOT NULL)',
]

export interface Keyframe {
  seq: number
  row: number
  at: number
  state: FullState
}

/** Whole worlds of now and then, from which any moment near them is made. They only spare time: all comes from the log. */
export class Keyframes {
  private readonly file: string
  db!: Knex

  private constructor(folder: string) {
    this.file = join(folder, FILE)
  }

  static exist(folder: string): boolean {
    return existsSync(join(folder, FILE))
  }

  static async open(folder: string): Promise<Keyframes> {
    const keyframes = new Keyframes(folder)
    await keyframes.begin().catch(async (error: AnkanError) => {
      if (error.code !== 'storage.damaged') throw error
      await keyframes.setAside()
      await keyframes.begin()
    })
    return keyframes
  }

  private begin(): Promise<void> {
    return guarded(this.file, async () => {
      this.db = openSqlite(this.file, 'write', 1)
      await this.clearOtherForm()
      for (const statement of SCHEMA) await this.db.raw(statement)
      // Those of another meaning are made anew, and all that is counted up to them.
      const [other] = await this.db('keyframe').whereNot({ version: WORLD_VERSION }).limit(1).select('seq')
      if (other) for (const table of ['keyframe', 'minute', 'gap']) await this.db(table).delete()
    })
  }

  /** Tables of another form are made anew like worlds of another meaning. */
  private async clearOtherForm(): Promise<void> {
    const [{ user_version: form } = { user_version: 0 }] =
      await this.db.raw<{ user_version: number }[]>('PRAGMA user_version')
    if (form === FORM) return
    for (const table of ['keyframe', 'minute', 'gap']) await this.db.raw(`DROP TABLE IF EXISTS ${table}`)
    await this.db.raw(`PRAGMA user_version = ${FORM}`)
  }

  private async setAside(): Promise<void> {
    await this.db.destroy()
    await rename(this.file, `${this.file}.damaged-${Date.now()}`)
    for (const suffix of ['-wal', '-shm']) await unlink(this.file + suffix).catch(() => {})
  }

  /** With what was counted up to it. */
  async put({ seq, row, at, state }: Keyframe, minutes: Minutes, gaps: readonly Gap[]): Promise<void> {
    const body = gzipSync(JSON.stringify(state), { level: 3 })
    await guarded(this.file, () =>
      this.db.transaction(async (step) => {
        await step.raw('INSERT OR REPLACE INTO keyframe (seq, row, at, version, body) VALUES (?, ?, ?, ?, ?)', [
          seq,
          row,
          at,
          WORLD_VERSION,
          body,
        ])
        await minutes.put(step)
        for (const { from, to, why } of gaps)
          await step.raw('INSERT OR REPLACE INTO gap (start, stop, why) VALUES (?, ?, ?)', [from, to, why])
      }),
    )
  }

  async gaps(from: number, to: number): Promise<Gap[]> {
    const rows = await guarded(this.file, () =>
      this.db('gap').where('stop', '>=', from).andWhere('start', '<=', to).orderBy('start').select(),
    )
    return rows.map(({ start, stop, why }) => ({ from: start, to: stop, why }))
  }

  /** Where the newest one at or before a time stands. */
  async before(at: number): Promise<Omit<Keyframe, 'state'> | undefined> {
    const [found] = await guarded(this.file, () =>
      this.db.raw<Omit<Keyframe, 'state'>[]>(
        'SELECT seq, row, at FROM keyframe WHERE version = ? AND at <= ? ORDER BY at DESC, seq DESC, row DESC LIMIT 1',
        [WORLD_VERSION, at],
      ),
    )
    return found
  }

  async state(seq: number, row: number): Promise<FullState> {
    const found = await guarded(this.file, () => this.db('keyframe').where({ seq, row }).first<{ body: Buffer }>())
    return JSON.parse(gunzipSync(found.body).toString('utf8')) as FullState
  }

  close(): Promise<void> {
    return this.db.destroy()
  }
}
