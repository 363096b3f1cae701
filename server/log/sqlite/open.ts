import knex, { type Knex } from 'knex'
import { AnkanError } from '#shared/errors.ts'

/** A connection pool of one SQLite file. The writer has one connection; readers have several. */
export function openSqlite(file: string, use: 'write' | 'read' | 'lock', connections: number): Knex {
  return knex({
    client: 'sqlite3',
    useNullAsDefault: true,
    // What fails is thrown to whoever asked; it need not be printed besides.
    log: { warn: silent, error: silent, deprecate: silent, debug: silent },
    // knex adds its own open flags to any of ours, so readers are kept from writing by query_only.
    connection: { filename: file },
    pool: {
      min: use === 'read' ? 0 : 1,
      max: connections,
      idleTimeoutMillis: 60_000,
      afterCreate(
        connection: { exec(sql: string, done: (error: Error | null) => void): void },
        done: (error: Error | null, connection: unknown) => void,
      ) {
        connection.exec(SETTINGS[use], (error) => done(error, connection))
      },
    },
  })
}

function silent(): void {}

// FULL: a commit is on the disk when it returns. The WAL is kept short so that a start has little to recover.
const WRITER = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA busy_timeout = 5000;
PRAGMA wal_autocheckpoint = 4000;
PRAGMA cache_size = -32000;
PRAGMA temp_store = MEMORY;`

const READER = `
PRAGMA query_only = 1;
PRAGMA busy_timeout = 5000;
PRAGMA cache_size = -16000;
PRAGMA temp_store = MEMORY;`

const SETTINGS = { write: WRITER, read: READER, lock: 'PRAGMA busy_timeout = 0;' }

/** SQLite's own words become our codes, with the file that the person has to look at. */
export function storageError(thrown: unknown, file: string): AnkanError {
  if (thrown instanceof AnkanError) return thrown
  const code = (thrown as { code?: string })?.code ?? ''
  const text = thrown instanceof Error ? thrown.message : String(thrown)
  if (/CORRUPT|NOTADB/.test(code) || /malformed|not a database/.test(text))
    return new AnkanError('storage.damaged', { file }, `the database file ${file} is damaged (${text})`, thrown)
  if (/FULL|ENOSPC/.test(code) || /disk is full|ENOSPC/.test(text))
    return new AnkanError('storage.full', { file }, `no space left to write ${file}`, thrown)
  return new AnkanError('storage.read-only', { file }, `cannot write ${file} (${text})`, thrown)
}

/** Runs database work; a failure of SQLite leaves as one of our errors. */
export async function guarded<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    throw storageError(thrown, file)
  }
}
