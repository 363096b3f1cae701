import type { Knex } from 'knex'
import type { BookBatch, BookRow, Facet } from '../../alarm-book.ts'
import { type Bits, clearBit, noBits, orInto, pageOf, setBit, written } from './bits.ts'
import { type Names, nameKey } from './names.ts'
import { bodyOf, rowOf, rowsNumbered, valuesOf } from './rows.ts'

const KEYS_A_STATEMENT = 4000

interface Change {
  name: number
  page: number
  add: number[]
  remove: number[]
}

/** Writes a batch in one transaction that is the caller's; `last`: the newest row that was written before. */
export async function writeBatch(step: Knex, names: Names, batch: BookBatch, last: number): Promise<void> {
  const before = await rowsBefore(step, batch.rows, last)
  await step.raw('INSERT OR REPLACE INTO alarm SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)', [
    JSON.stringify(batch.rows.map((row) => [row.n, row.raisedAt, bodyOf(row)])),
  ])
  await writeOpen(step, batch)
  if (batch.turns.length > 0)
    await step.raw(
      'INSERT INTO turn SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)',
      [JSON.stringify(batch.turns.map(({ at, seq, n, there, value }) => [at, seq, n, there ? 1 : 0, value]))],
    )
  await writeBits(step, await changesOf(step, names, batch.rows, before))
  await step.raw('UPDATE book SET seq = ?', [batch.seq])
}

async function rowsBefore(step: Knex, rows: readonly BookRow[], last: number): Promise<Map<number, BookRow>> {
  const known = rows.filter(({ n }) => n <= last).map(({ n }) => n)
  if (known.length === 0) return new Map()
  const stored = await rowsNumbered(step, known)
  return new Map(stored.map((row) => [row.n, rowOf(row)]))
}

async function writeOpen(step: Knex, { rows, records }: BookBatch): Promise<void> {
  const open = rows.flatMap(({ n, alarm }) => {
    const record = records.get(alarm)
    return record ? [[n, JSON.stringify(record)]] : []
  })
  const over = rows.filter(({ alarm }) => !records.has(alarm)).map(({ n }) => n)
  if (open.length > 0)
    await step.raw('INSERT OR REPLACE INTO open SELECT value ->> 0, value ->> 1 FROM json_each(?)', [
      JSON.stringify(open),
    ])
  if (over.length > 0)
    await step.raw('DELETE FROM open WHERE n IN (SELECT value FROM json_each(?))', [JSON.stringify(over)])
}

/** Which sets of rows are others than before. */
async function changesOf(
  step: Knex,
  names: Names,
  rows: readonly BookRow[],
  before: ReadonlyMap<number, BookRow>,
): Promise<Change[]> {
  const perRow = rows.map((row) => {
    const old = before.get(row.n)
    return { n: row.n, now: valuesOf(row), was: old ? valuesOf(old) : NONE }
  })
  const numbers = await names.numbers(step, both(perRow))
  const changes = new Map<number, Map<number, Change>>()
  const changeOf = (key: string, n: number): Change => {
    const name = numbers.get(key) as number
    const pages = changes.get(name) ?? new Map<number, Change>()
    changes.set(name, pages)
    const page = pageOf(n)
    const change = pages.get(page) ?? { name, page, add: [], remove: [] }
    pages.set(page, change)
    return change
  }
  for (const { n, now, was } of perRow) {
    const keys = now.map(([facet, text]) => nameKey(facet, text))
    const old = was.map(([facet, text]) => nameKey(facet, text))
    for (const key of keys) if (!old.includes(key)) changeOf(key, n).add.push(n)
    for (const key of old) if (!keys.includes(key)) changeOf(key, n).remove.push(n)
  }
  return [...changes.values()].flatMap((pages) => [...pages.values()])
}

const NONE: [Facet, string][] = []

function* both(rows: readonly { now: [Facet, string][]; was: [Facet, string][] }[]): Iterable<[Facet, string]> {
  for (const { now, was } of rows) {
    yield* now
    yield* was
  }
}

async function writeBits(step: Knex, changes: readonly Change[]): Promise<void> {
  for (let i = 0; i < changes.length; i += KEYS_A_STATEMENT) {
    const some = changes.slice(i, i + KEYS_A_STATEMENT)
    const stored = await step.raw<{ name: number; page: number; body: Buffer }[]>(
      `SELECT rows.name, rows.page, rows.body FROM json_each(?) AS wish JOIN rows
       ON rows.name = wish.value ->> 0 AND rows.page = wish.value ->> 1`,
      [JSON.stringify(some.map(({ name, page }) => [name, page]))],
    )
    const known = new Map(stored.map(({ name, page, body }) => [`${name} ${page}`, body]))
    const bodies: [number, number, string][] = []
    const gone: [number, number][] = []
    for (const { name, page, add, remove } of some) {
      const bits: Bits = noBits()
      const before = known.get(`${name} ${page}`)
      if (before) orInto(bits, before)
      for (const n of remove) clearBit(bits, n)
      for (const n of add) setBit(bits, n)
      const body = written(bits)
      if (body) bodies.push([name, page, body.toString('hex')])
      else gone.push([name, page])
    }
    if (bodies.length > 0)
      await step.raw(
        'INSERT OR REPLACE INTO rows SELECT value ->> 0, value ->> 1, unhex(value ->> 2) FROM json_each(?)',
        [JSON.stringify(bodies)],
      )
    if (gone.length > 0)
      await step.raw('DELETE FROM rows WHERE (name, page) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))', [
        JSON.stringify(gone),
      ])
  }
}
