import type { Knex } from 'knex'
import type { BookFound, BookSearch } from '../../alarm-book.ts'
import { allWithin, type Bits, countOf, firstOf, keepCommon, newestOf, noBits, orInto, pageOf } from './bits.ts'
import { numbersOf } from './names.ts'
import { rowOf, rowsNumbered } from './rows.ts'

/** After so long an answer goes out with what was found, and where to go on. */
const LONGEST_MS = 150
/** After so long what is found is told as "more than". */
const LONGEST_COUNT_MS = 60
/** Pieces that are read by one statement, so that nobody else waits for long. */
const PIECES = 4096
const FIRST_PAGES = 2
const MOST_PAGES = 64

/** From the newest page down: of each filter the sets of rows that it allows, and of all filters what is common to them. */
export async function searchBook(db: Knex, search: BookSearch, rows: number): Promise<BookFound> {
  const began = performance.now()
  const filters = (await Promise.all(search.all.map((wish) => numbersOf(db, wish))))
    .map((numbers) => [...numbers.values()].flat())
    .sort((a, b) => a.length - b.length)
  const [low, first] = await Promise.all([
    search.from === undefined ? 1 : firstSince(db, search.from, rows),
    search.to === undefined ? rows + 1 : firstSince(db, search.to + 1, rows),
  ])
  const high = Math.min(first, search.before ?? first) - 1
  if (filters.some((numbers) => numbers.length === 0) || high < low)
    return { rows: [], total: { count: 0, more: false }, next: null }

  const largest = Math.max(1, ...filters.map((numbers) => numbers.length))
  const mostPages = Math.max(1, Math.min(MOST_PAGES, Math.floor(PIECES / largest)))
  const found: number[] = []
  let count = 0
  let page = pageOf(high)
  const last = pageOf(low)
  for (let pages = Math.min(FIRST_PAGES, mostPages); page >= last; pages = Math.min(pages * 4, mostPages)) {
    const end = Math.max(last, page - pages + 1)
    const sets = await commonRows(db, filters, end, page, low, high)
    for (let one = page; one >= end; one--) {
      const bits = sets.get(one)
      if (!bits) continue
      count += countOf(bits)
      if (found.length < search.limit) found.push(...newestOf(bits, one, search.limit - found.length))
    }
    page = end - 1
    const took = performance.now() - began
    if (took > LONGEST_MS || (found.length >= search.limit && took > LONGEST_COUNT_MS)) break
  }
  const all = page < last
  const stored = await rowsNumbered(db, found)
  return {
    rows: stored.map(rowOf),
    total: { count, more: !all },
    next: nextOf(found, count, all, firstOf(page + 1), low),
  }
}

function nextOf(found: number[], count: number, all: boolean, reached: number, low: number): BookFound['next'] {
  if (found.length < count) {
    const before = found.at(-1) as number
    return { before, rest: before - low }
  }
  return all ? null : { before: reached, rest: reached - low }
}

/** By page, what all filters allow; pages without any are left out. */
async function commonRows(
  db: Knex,
  filters: readonly number[][],
  from: number,
  to: number,
  low: number,
  high: number,
): Promise<Map<number, Bits>> {
  const left = new Map<number, Bits>()
  for (let page = from; page <= to; page++) left.set(page, allWithin(page, low, high))
  for (const numbers of filters) {
    const allowed = await allowedRows(db, numbers, from, to, left)
    for (const [page, bits] of left) {
      const other = allowed.get(page)
      if (!other || !keepCommon(bits, other)) left.delete(page)
    }
    if (left.size === 0) break
  }
  return left
}

async function allowedRows(
  db: Knex,
  numbers: readonly number[],
  from: number,
  to: number,
  left: ReadonlyMap<number, Bits>,
): Promise<Map<number, Bits>> {
  const pieces = await db.raw<{ page: number; body: Buffer }[]>(
    'SELECT page, body FROM rows WHERE name IN (SELECT value FROM json_each(?)) AND page BETWEEN ? AND ?',
    [JSON.stringify(numbers), from, to],
  )
  const allowed = new Map<number, Bits>()
  for (const { page, body } of pieces) {
    if (!left.has(page)) continue
    const bits = allowed.get(page) ?? noBits()
    allowed.set(page, bits)
    orInto(bits, body)
  }
  return allowed
}

/** The first row that rose at a time or later: they stand in the order of time, so it is looked for by halves. */
export async function firstSince(db: Knex, at: number, rows: number): Promise<number> {
  const [found] = await db.raw<{ low: number }[]>(
    `WITH RECURSIVE half (low, high) AS (
       SELECT 1, ? UNION ALL
       SELECT iif((SELECT at FROM alarm WHERE n = (low + high) / 2) < ?, (low + high) / 2 + 1, low),
              iif((SELECT at FROM alarm WHERE n = (low + high) / 2) < ?, high, (low + high) / 2)
       FROM half WHERE low < high)
     SELECT low FROM half WHERE low = high`,
    [rows + 1, at, at],
  )
  return found?.low ?? rows + 1
}
