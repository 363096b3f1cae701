import type { Knex } from 'knex'
import { unpackEntry } from './journal.ts'
import { type Points, unpackPoints } from './points.ts'
import { Unsettled } from './unsettled.ts'

export interface Series {
  id: number
  device: string
  metric: string
}

export async function seriesOf(db: Knex): Promise<Series[]> {
  return db('series').select<Series[]>()
}

export async function seriesId(db: Knex, device: string, metric: string): Promise<number | undefined> {
  return (await db('series').where({ device, metric }).first<Series | undefined>())?.id
}

/** The chunks of a series that touch a time. */
export async function chunkPoints(db: Knex, series: number, from: number, to: number): Promise<Points[]> {
  const rows = await db('chunk')
    .where({ series })
    .andWhere('last', '>=', from)
    .andWhere('first', '<=', to)
    .orderBy('id')
    .select<{ body: Buffer }[]>('body')
  return rows.map(({ body }) => unpackPoints(body))
}

/** The newest chunk of every series. */
export async function lastChunks(db: Knex): Promise<Map<number, Points>> {
  const rows = await db.raw<{ series: number; body: Buffer }[]>(
    'SELECT series, body, max(last) FROM chunk GROUP BY series',
  )
  return new Map(rows.map(({ series, body }) => [series, unpackPoints(body)]))
}

/** What a journal holds that nobody has open: left by a stop, and to be settled with the next writing. */
export async function journalBySeries(db: Knex): Promise<Unsettled> {
  const unsettled = new Unsettled()
  for (const { body } of await db('journal').orderBy('id').select<{ body: Buffer }[]>('body'))
    unsettled.add(unpackEntry(body))
  return unsettled
}

export async function journalPoints(db: Knex, series: number): Promise<Points> {
  return (await journalBySeries(db)).get(series) ?? { at: [], value: [] }
}
