import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Knex } from 'knex'
import { openSqlite } from './open.ts'
import { inTimeOrder, joined, type Points, packPoints, unpackPoints } from './points.ts'

/** One file a day: packed chunks of readings, a series each, with a dictionary of its own. */
const SCHEMA = [
  'CREATE TABLE series (id INTEGER PRIMARY KEY, device TEXT NOT NULL, metric TEXT NOT NULL, UNIQUE (device, metric))',
  'CREATE TABLE chunk (id INTEGER PRIMARY KEY, series INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, count INTEGER NOT NULL, body BLOB NOT NULL)',
  'CREATE INDEX chunk_series ON chunk (series, last)',
]
const CHUNK_POINTS = 512
/** Series written in one transaction: the thread that does it is the log's as well. */
const SLICE = 128

export interface SeriesPoints {
  device: string
  metric: string
  points: Points
}

interface Chunk {
  series: number
  first: number
  last: number
  count: number
  body: Buffer
}

export class Segment {
  private readonly db: Knex

  private constructor(db: Knex) {
    this.db = db
  }

  static async open(file: string): Promise<Segment> {
    if (!existsSync(file)) await create(file)
    return new Segment(openSqlite(file, 'write', 1))
  }

  /** Adds points, slice by slice. A point that is there already (same series, same time) stays as it was. */
  async store(all: SeriesPoints[]): Promise<void> {
    for (let i = 0; i < all.length; i += SLICE)
      await this.db.transaction((step) => storeSlice(step, all.slice(i, i + SLICE)))
  }

  close(): Promise<void> {
    return this.db.destroy()
  }
}

/** A day appears whole: whoever finds the file finds its tables. */
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

async function storeSlice(step: Knex, slice: SeriesPoints[]): Promise<void> {
  const names = JSON.stringify(slice.map(({ device, metric }) => [device, metric]))
  await step.raw('INSERT OR IGNORE INTO series (device, metric) SELECT value ->> 0, value ->> 1 FROM json_each(?)', [
    names,
  ])
  const ids = await step.raw<{ id: number }[]>(
    `SELECT series.id FROM json_each(?) JOIN series ON device = value ->> 0 AND metric = value ->> 1 ORDER BY key`,
    [names],
  )
  // Chunks that are not full yet are taken up and filled; so are those into whose time something comes, that twice is once.
  const open = await step.raw<(Chunk & { id: number })[]>(
    `SELECT chunk.* FROM json_each(?) AS new JOIN chunk ON chunk.series = new.value ->> 0
     WHERE chunk.count < ? OR (chunk.last >= new.value ->> 1 AND chunk.first <= new.value ->> 2) ORDER BY chunk.id`,
    [JSON.stringify(slice.map(({ points }, n) => [ids[n]?.id, ...reachOf(points)])), CHUNK_POINTS / 2],
  )
  if (open.length > 0)
    await step('chunk')
      .whereIn(
        'id',
        open.map(({ id }) => id),
      )
      .delete()
  for (const [n, { points }] of slice.entries()) {
    const series = ids[n]?.id as number
    const before = open.filter((chunk) => chunk.series === series).map((chunk) => unpackPoints(chunk.body))
    for (const chunk of chunksOf(series, inTimeOrder(joined([...before, points]))))
      await step.raw('INSERT INTO chunk (series, first, last, count, body) VALUES (?, ?, ?, ?, ?)', [
        chunk.series,
        chunk.first,
        chunk.last,
        chunk.count,
        chunk.body,
      ])
  }
}

function reachOf({ at }: Points): [number, number] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const time of at) {
    first = Math.min(first, time)
    last = Math.max(last, time)
  }
  return [first, last]
}

/** One after another: a day of a quick device is a hundred and more, and others want their turn between them. */
function* chunksOf(series: number, { at, value }: Points): Iterable<Chunk> {
  for (let i = 0; i < at.length; i += CHUNK_POINTS) {
    const part = { at: at.slice(i, i + CHUNK_POINTS), value: value.slice(i, i + CHUNK_POINTS) }
    const first = part.at[0] as number
    yield { series, first, last: part.at.at(-1) as number, count: part.at.length, body: packPoints(part) }
  }
}

/** The chunks of a series that touch a time, in the order of their writing. */
export async function chunkPoints(
  db: Knex,
  device: string,
  metric: string,
  from: number,
  to: number,
): Promise<Points[]> {
  const rows = await db('chunk')
    .where('series', db('series').where({ device, metric }).select('id'))
    .andWhere('last', '>=', from)
    .andWhere('first', '<=', to)
    .orderBy('id')
    .select<{ body: Buffer }[]>('body')
  return rows.map(({ body }) => unpackPoints(body))
}

/** The newest chunk of every series. */
export async function lastChunks(db: Knex): Promise<SeriesPoints[]> {
  const rows = await db.raw<{ device: string; metric: string; body: Buffer }[]>(
    'SELECT device, metric, body, max(last) FROM chunk JOIN series ON series.id = chunk.series GROUP BY chunk.series',
  )
  return rows.map(({ device, metric, body }) => ({ device, metric, points: unpackPoints(body) }))
}

export async function quickCheck(db: Knex): Promise<void> {
  const [row] = await db.raw<{ quick_check: string }[]>('PRAGMA quick_check(1)')
  if (row && row.quick_check !== 'ok')
    throw Object.assign(new Error(`database disk image is malformed: ${row.quick_check}`), { code: 'SQLITE_CORRUPT' })
}
