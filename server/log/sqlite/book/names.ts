import type { Knex } from 'knex'
import { type AnyOf, type Facet, facets } from '../../alarm-book.ts'

const MOST_HELD = 200_000
/** A text that fits more names than this is no help to anybody. */
const MOST_KNOWN = 20_000

/** The values by which rows are found, each as a number. */
export class Names {
  private readonly held = new Map<string, number>()
  private next: number

  private constructor(next: number) {
    this.next = next
  }

  static async open(db: Knex): Promise<Names> {
    const [{ most = 0 } = {}] = await db.raw<{ most?: number }[]>('SELECT max(id) AS most FROM name')
    return new Names((most ?? 0) + 1)
  }

  /** What is not known yet gets a number, and is written. */
  async numbers(step: Knex, values: Iterable<[Facet, string]>): Promise<ReadonlyMap<string, number>> {
    if (this.held.size > MOST_HELD) this.held.clear()
    const numbers = new Map<string, number>()
    const missing = new Map<string, [number, string]>()
    for (const [facet, text] of values) {
      const key = nameKey(facet, text)
      const known = this.held.get(key)
      if (known === undefined) missing.set(key, [facets.indexOf(facet), text])
      else numbers.set(key, known)
    }
    if (missing.size === 0) return numbers
    const found = await step.raw<{ id: number; facet: number; text: string }[]>(
      `SELECT name.id, facet, text FROM json_each(?) AS wish JOIN name
       ON name.facet = wish.value ->> 0 AND name.text = wish.value ->> 1`,
      [JSON.stringify([...missing.values()])],
    )
    const fresh: [number, number, string][] = []
    const adopt = (key: string, id: number) => {
      this.held.set(key, id)
      numbers.set(key, id)
      missing.delete(key)
    }
    for (const { id, facet, text } of found) adopt(nameKey(facets[facet] as Facet, text), id)
    for (const [key, [facet, text]] of missing) {
      fresh.push([this.next, facet, text])
      adopt(key, this.next++)
    }
    if (fresh.length > 0)
      await step.raw('INSERT INTO name SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)', [
        JSON.stringify(fresh),
      ])
    return numbers
  }

  /** What was numbered by a transaction that failed is not known after all. */
  forget(next: number): void {
    this.held.clear()
    this.next = next
  }

  get upTo(): number {
    return this.next
  }
}

export function nameKey(facet: Facet, text: string): string {
  return `${facets.indexOf(facet)} ${text}`
}

/** The numbers of values; those that no row ever had are left out. */
export async function numbersOf(db: Knex, wish: AnyOf): Promise<Map<number, number[]>> {
  const asked = Object.entries(wish).flatMap(([facet, texts]) =>
    texts.map((text) => [facets.indexOf(facet as Facet), text]),
  )
  const rows = await db.raw<{ id: number; facet: number }[]>(
    `SELECT DISTINCT name.id, facet FROM json_each(?) AS wish JOIN name
     ON name.facet = wish.value ->> 0 AND name.text = wish.value ->> 1`,
    [JSON.stringify(asked)],
  )
  const numbers = new Map<number, number[]>()
  for (const { id, facet } of rows) numbers.set(facet, [...(numbers.get(facet) ?? []), id])
  return numbers
}

export async function namesWith(db: Knex, among: readonly Facet[], text: string): Promise<AnyOf> {
  const rows = await db.raw<{ facet: number; text: string }[]>(
    `SELECT facet, text FROM name WHERE facet IN (${among.map((facet) => facets.indexOf(facet)).join(',')})
     AND instr(lower(text), lower(?)) > 0 LIMIT ${MOST_KNOWN}`,
    [text],
  )
  const found: Partial<Record<Facet, string[]>> = {}
  for (const row of rows) {
    const facet = facets[row.facet] as Facet
    const texts = found[facet] ?? []
    texts.push(row.text)
    found[facet] = texts
  }
  return found
}
