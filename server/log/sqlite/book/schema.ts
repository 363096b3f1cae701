import type { Knex } from 'knex'

/** Raised whenever what is written below, or what a row is found by, is another: a book of another version is written anew. */
export const BOOK_VERSION = 1

export async function makeBook(db: Knex, logId: string): Promise<void> {
  await db.transaction(async (step) => {
    await step.raw(`CREATE TABLE book (
      only INTEGER PRIMARY KEY CHECK (only = 1), version INTEGER NOT NULL, log TEXT NOT NULL, seq INTEGER NOT NULL)`)
    await step.raw('CREATE TABLE alarm (n INTEGER PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL)')
    await step.raw('CREATE TABLE open (n INTEGER PRIMARY KEY, record TEXT NOT NULL)')
    await step.raw(`CREATE TABLE turn (
      at INTEGER NOT NULL, seq INTEGER NOT NULL, n INTEGER NOT NULL, there INTEGER NOT NULL, value REAL NOT NULL,
      PRIMARY KEY (at, seq)) WITHOUT ROWID`)
    await step.raw(
      'CREATE TABLE name (id INTEGER PRIMARY KEY, facet INTEGER NOT NULL, text TEXT NOT NULL, UNIQUE (facet, text))',
    )
    await step.raw(`CREATE TABLE rows (
      name INTEGER NOT NULL, page INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (name, page)) WITHOUT ROWID`)
    await step.raw('INSERT INTO book VALUES (1, ?, ?, 0)', [BOOK_VERSION, logId])
  })
}

/** The number of the last event it holds; undefined: it is none of ours, of another log, or of another version. */
export async function knownBook(db: Knex, logId: string): Promise<number | undefined> {
  const tables = await db.raw<unknown[]>("SELECT 1 FROM sqlite_master WHERE name = 'book'")
  if (tables.length === 0) return undefined
  const [row] = await db.raw<{ version: number; log: string; seq: number }[]>('SELECT version, log, seq FROM book')
  return row?.version === BOOK_VERSION && row.log === logId ? row.seq : undefined
}
