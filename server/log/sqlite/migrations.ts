import type { Knex } from 'knex'

interface Migration {
  name: string
  up(db: Knex): Promise<void>
}

/** In the order of their names; one that has been released is never changed. */
export const migrations: readonly Migration[] = [
  {
    name: '001-log',
    async up(db) {
      await db.raw('CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID')
      await db.raw(`CREATE TABLE event (
        stream TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, type TEXT NOT NULL,
        place TEXT NOT NULL, actor TEXT NOT NULL, data TEXT NOT NULL,
        PRIMARY KEY (stream, seq)) WITHOUT ROWID`)
      await db.raw('CREATE INDEX event_at ON event (stream, at)')
      await db.raw(
        'CREATE TABLE series (id INTEGER PRIMARY KEY, device TEXT NOT NULL, metric TEXT NOT NULL, UNIQUE (device, metric))',
      )
      await db.raw('CREATE TABLE journal (id INTEGER PRIMARY KEY AUTOINCREMENT, body BLOB NOT NULL)')
      await db.raw(`CREATE TABLE snapshot (
        stream TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, version INTEGER NOT NULL,
        body BLOB NOT NULL, PRIMARY KEY (stream, seq))`)
      await db.raw(`CREATE TABLE audit (
        id INTEGER PRIMARY KEY, at INTEGER NOT NULL, account TEXT NOT NULL, actor TEXT NOT NULL,
        origin TEXT NOT NULL, call TEXT NOT NULL, input TEXT NOT NULL, result TEXT NOT NULL)`)
      await db.raw('CREATE INDEX audit_account ON audit (account, id)')
      await db.raw('CREATE INDEX audit_call ON audit (call, id)')
      await db.raw(`CREATE TABLE dead_letter (
        id INTEGER PRIMARY KEY, at INTEGER NOT NULL, source TEXT NOT NULL, origin TEXT NOT NULL,
        code TEXT NOT NULL, reason TEXT NOT NULL, excerpt TEXT NOT NULL)`)
      await db.raw('CREATE TABLE vault (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID')
    },
  },
  {
    name: '002-audit-at',
    async up(db) {
      await db.raw('CREATE INDEX audit_at ON audit (at)')
    },
  },
  {
    name: '003-event-device',
    async up(db) {
      await db.raw('ALTER TABLE event ADD COLUMN device TEXT')
      const alarm = "json_extract(data, '$.alarm')"
      await db.raw(`UPDATE event SET device =
        coalesce(json_extract(data, '$.device'), nullif(substr(${alarm}, 1, instr(${alarm}, '~') - 1), ''))`)
      await db.raw('CREATE INDEX event_device ON event (stream, device, seq) WHERE device IS NOT NULL')
    },
  },
  {
    name: '004-journal-at',
    async up(db) {
      await db.raw('ALTER TABLE journal ADD COLUMN at INTEGER NOT NULL DEFAULT 0')
    },
  },
]

/** Brings the schema up to date, each step whole or not at all. Returns the newest step in the file. */
export async function migrate(db: Knex): Promise<{ unknown: string | undefined }> {
  await db.raw('CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID')
  const done = new Set<string>(await db('migration').pluck('name'))
  const unknown = [...done].find((name) => !migrations.some((known) => known.name === name))
  if (unknown !== undefined) return { unknown }
  for (const migration of migrations) {
    if (done.has(migration.name)) continue
    await db.transaction(async (step) => {
      await migration.up(step)
      await step('migration').insert({ name: migration.name, at: Date.now() })
    })
  }
  return { unknown: undefined }
}
