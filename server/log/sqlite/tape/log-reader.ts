import { join } from 'node:path'
import type { Knex } from 'knex'
import type { Actor, Event } from '#shared/world/event.ts'
import { unpackEntry } from '../journal.ts'
import { guarded, openSqlite } from '../open.ts'
import type { Commit } from './block.ts'

const ROWS = 1000
const MOST_BETWEEN = 50_000

export interface SeriesName {
  device: string
  metric: string
}

/** The log as the thread of the tape reads it: never writing. */
export class LogReader {
  private readonly file: string
  private readonly db: Knex
  private readonly byId: SeriesName[] = []
  private known = 0

  constructor(folder: string) {
    this.file = join(folder, 'ankan.db')
    this.db = openSqlite(this.file, 'read', 1)
  }

  /** Whatever was written together is seen together. */
  async tail(row: number, seq: number): Promise<{ commits: Commit[]; events: Event[] }> {
    return guarded(this.file, () =>
      this.db.transaction(async (step) => {
        const commits = await step('journal').where('id', '>', row).orderBy('id').limit(ROWS).select<JournalRow[]>()
        // More commits wait: events that came later than those must wait with them.
        const until = commits.length === ROWS ? (commits.at(-1)?.at ?? 0) : Number.MAX_SAFE_INTEGER
        const events = await eventsAfter(step, seq, until, ROWS * 2)
        const last = events.length === ROWS * 2 ? (events.at(-1)?.at ?? 0) : until
        return { commits: commits.filter(({ at }) => at <= last).map(toCommit), events }
      }),
    )
  }

  events(after: number, to: number, limit: number): Promise<Event[]> {
    return guarded(this.file, () => eventsAfter(this.db, after, to, limit))
  }

  /** Those of a short while: no more than a moment's work. */
  between(from: number, to: number): Promise<Event[]> {
    return guarded(this.file, () =>
      eventsWhere(this.db, 'at >= ? AND at <= ? ORDER BY at LIMIT ?', [from, to, MOST_BETWEEN]),
    )
  }

  /** Those of a while, the nearest first, beyond one that was read already. */
  page([from, to]: [number, number], direction: 1 | -1, last: number | undefined, limit: number): Promise<Event[]> {
    const [beyond, order, edge] =
      direction === 1 ? ['seq > ?', 'ASC', -1] : ['seq < ?', 'DESC', Number.MAX_SAFE_INTEGER]
    return guarded(this.file, () =>
      eventsWhere(this.db, `at >= ? AND at <= ? AND ${beyond} ORDER BY at ${order}, seq ${order} LIMIT ?`, [
        from,
        to,
        last ?? edge,
        limit,
      ]),
    )
  }

  /** The names of these series, and of all that were known before. */
  async names(series: Uint32Array): Promise<(series: number) => SeriesName | undefined> {
    if (series.some((one) => one > this.known)) {
      const rows = await this.db('series').where('id', '>', this.known).select<(SeriesName & { id: number })[]>()
      for (const { id, device, metric } of rows) {
        this.byId[id] = { device, metric }
        this.known = Math.max(this.known, id)
      }
    }
    return (one) => this.byId[one]
  }

  async begin(): Promise<number | undefined> {
    const [first] = await this.db.raw<{ at: number | null }[]>("SELECT min(at) AS at FROM event WHERE stream = 'live'")
    return first?.at ?? undefined
  }

  close(): Promise<void> {
    return this.db.destroy()
  }
}

interface JournalRow {
  id: number
  at: number
  body: Buffer
}

function toCommit({ id, at, body }: JournalRow): Commit {
  return { row: id, at, readings: unpackEntry(body) }
}

/** Numbers and times grow together: by the number of the last one nothing behind it is looked at. */
async function eventsAfter(db: Knex, after: number, to: number, limit: number): Promise<Event[]> {
  const [last] = await db.raw<{ seq: number }[]>(
    "SELECT seq FROM event WHERE stream = 'live' AND at <= ? ORDER BY at DESC, seq DESC LIMIT 1",
    [to],
  )
  if (!last || last.seq <= after) return []
  return eventsWhere(db, 'seq > ? AND seq <= ? ORDER BY seq LIMIT ?', [after, last.seq, limit])
}

/** As one text: a row each would cost more to hand over than to find. */
async function eventsWhere(db: Knex, where: string, bound: number[]): Promise<Event[]> {
  const [row] = await db.raw<{ events: string }[]>(
    `SELECT json_group_array(json_array(seq, at, type, place, json(actor), json(data))) AS events FROM
     (SELECT seq, at, type, place, actor, data FROM event WHERE stream = 'live' AND ${where})`,
    bound,
  )
  const told = JSON.parse(row?.events ?? '[]') as [number, number, string, string, Actor, unknown][]
  return told.map(([seq, at, type, place, by, data]) => ({ seq, at, type, place, by, data }))
}
