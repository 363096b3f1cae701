import { rm } from 'node:fs/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Grade, Verdict } from '#shared/world/alarm-record.ts'
import { tempFolder } from '../../../testing/start.ts'
import type { AlarmBook, AnyOf, BookRow } from '../../alarm-book.ts'
import { allWithin, clearBit, countOf, newestOf, noBits, orInto, setBit, written } from './bits.ts'
import { valuesOf } from './rows.ts'
import { openBook } from './sqlite-book.ts'

let folder: string
let book: AlarmBook
beforeAll(async () => {
  folder = await tempFolder()
  book = await openBook(folder, { id: 'log', seq: 1e9 })
})
afterAll(async () => {
  await book.close()
  await rm(folder, { recursive: true, force: true })
})

const PLACES = ['jx/z1/b1/f1', 'jx/z1/b1/f2/r1', 'jx/z2/b1', 'jx/z2']

function rowAt(n: number, pick: number, state: BookRow['state']): BookRow {
  return {
    n,
    alarm: `d${pick % 5}~r~${n}`,
    device: `d${pick % 5}`,
    rule: `r${pick % 3}`,
    kind: `k${pick % 2}`,
    place: PLACES[pick % PLACES.length] as string,
    grade: ((pick % 4) + 1) as Grade,
    state,
    quiet: false,
    // Several of one moment.
    raisedAt: Math.floor(n / 3) * 10,
    times: 1,
    metric: 'm',
    limit: 1,
    value: pick,
    who: pick % 7 === 0 ? ['a', 'b'] : [],
    ...(state === 'over' && { verdict: (['real', 'false'] as Verdict[])[pick % 2] as Verdict, cause: `c${pick % 4}` }),
  }
}

test('a set of rows is the same after it was written, as a list or whole', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(65_535), { maxLength: 300 }), fc.boolean(), (rows, many) => {
      const bits = many ? allWithin(0, 0, 65_535) : noBits()
      for (const n of rows) (many ? clearBit : setBit)(bits, n)
      const back = noBits()
      const body = written(bits)
      if (body) orInto(back, body)
      expect(back).toEqual(bits)
      expect(countOf(bits)).toBe(many ? 65_536 - rows.length : rows.length)
      if (!many) expect(newestOf(bits, 0, 1000)).toEqual([...rows].sort((a, b) => b - a))
    }),
    { numRuns: 60 },
  )
})

test('any filters find what looking at each row finds, page after page, while rows change', async () => {
  const rows = new Map<number, BookRow>()
  // Pages are of 65,536: the rows stand on either side of a boundary.
  let n = 65_400
  let seq = 1
  const old = Array.from({ length: n }, (_, i) => ({ ...rowAt(i + 1, 1, 'over'), rule: 'old' }))
  await book.write({ rows: old, records: new Map(), turns: [], seq })
  const ours: AnyOf = { rule: ['r0', 'r1', 'r2'] }
  const value = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 })
  const wish = fc.record(
    {
      device: value(['d0', 'd1', 'd4', 'nobody']),
      rule: value(['r0', 'r2']),
      place: value(['jx', 'jx/z1', 'jx/z1/b1/f2', 'jx/z3']),
      grade: value(['1', '2', '4']),
      state: value(['over', 'unacknowledged']),
      verdict: value(['real']),
      who: value(['b']),
      words: value(['c1', 'c2']),
    },
    { requiredKeys: [] },
  )
  const step = fc.record({
    rises: fc.array(fc.nat(1000), { maxLength: 40 }),
    changes: fc.array(fc.nat(1000), { maxLength: 10 }),
    wish,
    other: wish,
    from: fc.option(fc.integer({ min: 218_000, max: 219_500 }), { nil: undefined }),
    to: fc.option(fc.integer({ min: 218_000, max: 219_500 }), { nil: undefined }),
    limit: fc.integer({ min: 1, max: 50 }),
  })
  await fc.assert(
    fc.asyncProperty(step, async ({ rises, changes, wish, other, from, to, limit }) => {
      const fresh = rises.map((pick) => rowAt(++n, pick, 'unacknowledged'))
      for (const row of fresh) rows.set(row.n, row)
      const known = [...rows.values()]
      const changed = changes.flatMap((pick) => {
        const row = known[pick % Math.max(1, known.length)]
        return row ? [rowAt(row.n, row.value, row.state === 'over' ? 'unacknowledged' : 'over')] : []
      })
      for (const row of changed) rows.set(row.n, row)
      const batch = [...new Map([...fresh, ...changed].map((row) => [row.n, row])).values()]
      await book.write({ rows: batch, records: new Map(), turns: [], seq: ++seq })

      const all: AnyOf[] = [ours, ...eachOf(wish), other].filter((one) => Object.keys(one).length > 0)
      const expected = [...rows.values()]
        .filter((row) => fits(row, all))
        .filter(({ raisedAt }) => raisedAt >= (from ?? 0) && raisedAt <= (to ?? Number.POSITIVE_INFINITY))
        .sort((a, b) => b.n - a.n)
      const found: BookRow[] = []
      for (let before: number | undefined; ; ) {
        const page = await book.search({ all, from, to, before, limit })
        if (before === undefined && !page.total.more) expect(page.total.count).toBe(expected.length)
        found.push(...page.rows)
        if (!page.next) break
        before = page.next.before
      }
      expect(found).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

/** Each field on its own: all of them have to hold. */
function eachOf(wish: AnyOf): AnyOf[] {
  return Object.entries(wish).map(([facet, values]) => ({ [facet]: values }))
}

function fits(row: BookRow, all: readonly AnyOf[]): boolean {
  const values = new Set(valuesOf(row).map(([facet, value]) => `${facet} ${value}`))
  return all.every((any) =>
    Object.entries(any).some(([facet, texts]) => texts.some((text) => values.has(`${facet} ${text}`))),
  )
}

test('a book of another log, or of a log that is shorter, is begun anew', async () => {
  const own = await tempFolder()
  const first = await openBook(own, { id: 'one', seq: 10 })
  await first.write({ rows: [rowAt(1, 1, 'over')], records: new Map(), turns: [], seq: 9 })
  await first.close()
  const reopened = await openBook(own, { id: 'one', seq: 10 })
  expect([reopened.seq, reopened.rows]).toEqual([9, 1])
  await reopened.close()
  for (const log of [
    { id: 'other', seq: 10 },
    { id: 'other', seq: 0 },
  ]) {
    const anew = await openBook(own, log)
    expect([anew.seq, anew.rows]).toEqual([0, 0])
    await anew.write({ rows: [rowAt(1, 1, 'over')], records: new Map(), turns: [], seq: 5 })
    await anew.close()
  }
  await rm(own, { recursive: true, force: true })
})
