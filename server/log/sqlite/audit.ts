import type { Knex } from 'knex'
import type { AuditSearch } from '#shared/contract/audit.ts'
import type { Actor } from '#shared/world/event.ts'
import type { AuditFound, Page } from '../storage.ts'
import { holding, inJson } from './holding.ts'

/** So many entries are looked at in one go: other questions get their turn between. */
const STEP = 20_000
/** A search answers after this long with what it has; whoever wants more asks on. */
const LONGEST_MS = 250

interface Row {
  id: number
  at: number
  actor: string
  origin: string
  call: string
  input: string
  result: string
}

/** Walks from the newest entry to the oldest, step by step, so that neither a rare text nor a long record takes long. */
export async function searchAudit(db: Knex, search: AuditSearch & Page): Promise<AuditFound> {
  const { oldest, newest } = await boundsOf(db, search)
  if (oldest === null || newest === null) return { entries: [], next: null }
  const rows: Row[] = []
  let before = Math.min(newest + 1, search.before ?? Number.POSITIVE_INFINITY)
  const enough = performance.now() + LONGEST_MS
  while (before > oldest && rows.length < search.limit) {
    const down = Math.max(oldest, before - STEP)
    const wanted = search.limit - rows.length
    const found = await matching(db, search)
      .andWhere('id', '>=', down)
      .andWhere('id', '<', before)
      .orderBy('id', 'desc')
      .limit(wanted)
      .select<Row[]>('id', 'at', 'actor', 'origin', 'call', 'input', 'result')
    rows.push(...found)
    before = found.length === wanted ? (found.at(-1) as Row).id : down
    if (performance.now() > enough) break
  }
  return { entries: rows.map(entryOf), next: before > oldest ? { before, rest: before - oldest } : null }
}

/**
 * The entries among which to look. A clock that is set back writes a time out of its order: the bounds of a range of
 * time are those of all its entries, told by the index alone.
 */
async function boundsOf(
  db: Knex,
  { from, to }: AuditSearch,
): Promise<{ oldest: number | null; newest: number | null }> {
  const [bounds] =
    from === undefined && to === undefined
      ? await db.raw('SELECT (SELECT MIN(id) FROM audit) AS oldest, (SELECT MAX(id) FROM audit) AS newest')
      : await db.raw('SELECT MIN(id) AS oldest, MAX(id) AS newest FROM audit WHERE at BETWEEN ? AND ?', [
          from ?? Number.MIN_SAFE_INTEGER,
          to ?? Number.MAX_SAFE_INTEGER,
        ])
  return bounds
}

function matching(db: Knex, { account, call, result, text, from, to }: AuditSearch): Knex.QueryBuilder {
  const find = db('audit')
  if (account !== undefined) find.andWhere('account', account)
  if (call !== undefined) find.andWhere('call', call)
  // The plus keeps the planner from the index of times: the walk is along the ids.
  if (from !== undefined) find.andWhereRaw('+at >= ?', [from])
  if (to !== undefined) find.andWhereRaw('+at <= ?', [to])
  if (result === 'refused') find.andWhereNot('result', 'done')
  else if (result !== undefined) find.andWhere('result', result)
  if (text !== undefined)
    find.andWhere((any) => {
      holding(any, ['call', 'origin', 'result'], text)
      any.orWhere((json) => holding(json, ['actor', 'input'], inJson(text)))
    })
  return find
}

function entryOf({ actor, origin, input, ...row }: Row): AuditFound['entries'][number] {
  return { ...row, by: JSON.parse(actor) as Actor, from: origin, input: JSON.parse(input) }
}
