import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Knex } from 'knex'
import { openSqlite } from './open.ts'

/**
 * One file a month: of each series and day its spans, packed; the days that are told whole stand in `made`. A body that is
 * null says: ask the day itself, something came to it since.
 */
const SCHEMA = [
  'CREATE TABLE series (id INTEGER PRIMARY KEY, device TEXT NOT NULL, metric TEXT NOT NULL, UNIQUE (device, metric))',
  'CREATE TABLE spans (series INTEGER NOT NULL, day TEXT NOT NULL, body BLOB, PRIMARY KEY (series, day)) WITHOUT ROWID',
  'CREATE INDEX spans_day ON spans (day)',
  'CREATE INDEX spans_late ON spans (day) WHERE body IS NULL',
  'CREATE TABLE made (day TEXT PRIMARY KEY) WITHOUT ROWID',
]

export interface SeriesName {
  device: string
  metric: string
}

export interface SeriesSpans extends SeriesName {
  /** Null: what was told of it holds no more. */
  body: Buffer | null
}

/** Writes in one step, opened for it alone: it is seldom done. */
export async function changeRollup(file: string, work: (step: Knex) => Promise<void>): Promise<void> {
  if (!existsSync(file)) await create(file)
  const db = openSqlite(file, 'write', 1)
  try {
    await db.transaction(work)
  } finally {
    await db.destroy()
  }
}

async function create(file: string): Promise<void> {
  const draft = `${file}.new`
  await rm(draft, { force: true })
  const db = openSqlite(draft, 'write', 1)
  try {
    for (const statement of SCHEMA) await db.raw(statement)
  } finally {
    await db.destroy()
  }
  await rename(draft, file)
}

export async function putSpans(step: Knex, day: string, all: readonly SeriesSpans[]): Promise<void> {
  const names = JSON.stringify(all.map(({ device, metric }) => [device, metric]))
  await step.raw('INSERT OR IGNORE INTO series (device, metric) SELECT value ->> 0, value ->> 1 FROM json_each(?)', [
    names,
  ])
  const put = `INSERT OR REPLACE INTO spans (series, day, body)
    SELECT series.id, ?, NULL FROM json_each(?) JOIN series ON device = value ->> 0 AND metric = value ->> 1`
  await step.raw(put, [day, names])
  for (const { device, metric, body } of all)
    if (body)
      await step.raw(
        'UPDATE spans SET body = ? WHERE day = ? AND series = (SELECT id FROM series WHERE device = ? AND metric = ?)',
        [body, day, device, metric],
      )
}

export async function markMade(step: Knex, day: string): Promise<void> {
  await step.raw('INSERT OR IGNORE INTO made (day) VALUES (?)', [day])
}

export async function forgetDay(step: Knex, day: string): Promise<void> {
  await step.raw('DELETE FROM made WHERE day = ?', [day])
  await step.raw('DELETE FROM spans WHERE day = ?', [day])
}

export async function madeDays(db: Knex): Promise<string[]> {
  return (await db('made').select<{ day: string }[]>('day')).map(({ day }) => day)
}

/** What came late to days that are made. */
export async function lateSeries(db: Knex, day: string): Promise<SeriesName[]> {
  return db('spans')
    .join('series', 'series.id', 'spans.series')
    .where({ day })
    .whereNull('body')
    .select<SeriesName[]>('device', 'metric')
}

export async function lateDays(db: Knex): Promise<string[]> {
  const rows = await db('spans').whereNull('body').distinct<{ day: string }[]>('day')
  return rows.map(({ day }) => day)
}

export async function daySpans(
  db: Knex,
  { device, metric }: SeriesName,
  from: string,
  to: string,
): Promise<Map<string, Buffer | null>> {
  const rows = await db.raw<{ day: string; body: Buffer | null }[]>(
    'SELECT day, body FROM spans WHERE series = (SELECT id FROM series WHERE device = ? AND metric = ?) AND day BETWEEN ? AND ?',
    [device, metric, from, to],
  )
  return new Map(rows.map(({ day, body }) => [day, body]))
}
