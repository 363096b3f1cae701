import { printable, type Words } from './words.ts'

/** However broken a file is, its report stays readable and in memory. */
const MOST_KEPT = 10_000

export interface Entry {
  object: string
  detail?: string
}

export interface Group extends Words {
  code: string
  count: number
  /** The first ten thousand. */
  entries: Entry[]
}

/** Objects by what is to be said of them. */
export class Groups<R extends string> {
  readonly #words: Record<R, Words>
  readonly #groups = new Map<R, Group>()

  constructor(words: Record<R, Words>) {
    this.#words = words
  }

  add(reason: R, object: string, detail?: string): void {
    const group = this.#groups.get(reason) ?? { code: reason, ...this.#words[reason], count: 0, entries: [] }
    this.#groups.set(reason, group)
    group.count++
    if (group.entries.length >= MOST_KEPT) return
    const entry: Entry = { object: printable(object, 120) }
    if (detail) entry.detail = printable(detail, 300)
    group.entries.push(entry)
  }

  get all(): Group[] {
    return [...this.#groups.values()]
  }

  get count(): number {
    return this.all.reduce((sum, { count }) => sum + count, 0)
  }
}
