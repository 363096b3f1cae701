import type { Knex } from 'knex'
import { placeLevels, placeUpTo } from '#shared/place/path.ts'
import type { BookRow, Facet } from '../../alarm-book.ts'

export interface StoredRow {
  n: number
  at: number
  /** As text, or read already. */
  body: string | unknown[]
}

/** In this order, and without names: there are millions of them. */
export function bodyOf(row: BookRow): string {
  return JSON.stringify([
    row.alarm,
    row.device,
    row.rule,
    row.kind,
    row.place,
    row.grade,
    row.state,
    row.quiet ? 1 : 0,
    row.times,
    row.metric,
    row.limit,
    row.value,
    row.who,
    row.name,
    row.is,
    row.acknowledgedAt,
    row.acknowledgedBy,
    row.returnedAt,
    row.endedAt,
    row.endedBy,
    row.how,
    row.verdict,
    row.cause,
    row.disposal,
  ])
}

export function rowOf({ n, at, body }: StoredRow): BookRow {
  const [
    alarm,
    device,
    rule,
    kind,
    place,
    grade,
    state,
    quiet,
    times,
    metric,
    limit,
    value,
    who,
    name,
    is,
    acknowledgedAt,
    acknowledgedBy,
    returnedAt,
    endedAt,
    endedBy,
    how,
    verdict,
    cause,
    disposal,
  ] = typeof body === 'string' ? JSON.parse(body) : body
  const row: BookRow = {
    n,
    alarm,
    device,
    rule,
    kind,
    place,
    grade,
    state,
    quiet: quiet === 1,
    raisedAt: at,
    times,
    metric,
    limit,
    value,
    who,
  }
  if (name !== null) row.name = name
  if (is !== null) row.is = is
  if (acknowledgedAt !== null) row.acknowledgedAt = acknowledgedAt
  if (acknowledgedBy !== null) row.acknowledgedBy = acknowledgedBy
  if (returnedAt !== null) row.returnedAt = returnedAt
  if (endedAt !== null) row.endedAt = endedAt
  if (endedBy !== null) row.endedBy = endedBy
  if (how !== null) row.how = how
  if (verdict !== null) row.verdict = verdict
  if (cause !== null) row.cause = cause
  if (disposal !== null) row.disposal = disposal
  return row
}

/**
 * Very many at once, in order: put together to one text where nobody waits for it, and read in one go. To be handed them row by row
 * takes twice as long, and all of that is time in which nobody else is served.
 */
export async function rowsBetween(db: Knex, first: number, beyond: number): Promise<StoredRow[]> {
  const [{ text } = { text: null }] = await db.raw<{ text: string | null }[]>(
    `SELECT group_concat('{"n":' || n || ',"at":' || at || ',"body":' || body || '}') AS text
     FROM (SELECT n, at, body FROM alarm WHERE n >= ? AND n < ? ORDER BY n)`,
    [first, beyond],
  )
  return JSON.parse(`[${text ?? ''}]`) as StoredRow[]
}

/** The newest first. */
export function rowsNumbered(db: Knex, rows: readonly number[]): Promise<StoredRow[]> {
  return db.raw<StoredRow[]>(
    'SELECT n, at, body FROM alarm WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n DESC',
    [JSON.stringify(rows)],
  )
}

/** By what a row is found. */
export function valuesOf(row: BookRow): [Facet, string][] {
  const values: [Facet, string][] = [
    ['grade', String(row.grade)],
    ['rule', row.rule],
    ['kind', row.kind],
    ['device', row.device],
    ['state', row.state],
  ]
  for (const level of placeLevels) {
    const place = placeUpTo(row.place, level)
    if (place !== undefined) values.push(['place', place])
  }
  if (row.verdict) values.push(['verdict', row.verdict])
  for (const account of row.who) values.push(['who', account])
  for (const words of new Set([row.cause, row.disposal, row.name?.zh, row.name?.en]))
    if (words) values.push(['words', words])
  return values
}
