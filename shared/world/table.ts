/** Records are never altered in place, only replaced: so identity tells whether something changed. */
export interface Row {
  readonly place: string
}

/** The records of one area by id, with the indexes that the area declared. */
export class Table<R extends Row> {
  private readonly rows = new Map<string, R>()
  private readonly indexes = new Map<string, { key: (row: R) => string; ids: Map<string, Set<string>> }>()
  private readonly touched: string[] = []
  /** Told of every record before it is written over; by this whoever plays the past can go back. */
  replaced: ((id: string, before: R | undefined) => void) | undefined

  constructor(indexes: Record<string, (row: R) => string> = {}) {
    for (const [name, key] of Object.entries(indexes)) this.indexes.set(name, { key, ids: new Map() })
  }

  get size(): number {
    return this.rows.size
  }

  get(id: string): R | undefined {
    return this.rows.get(id)
  }

  has(id: string): boolean {
    return this.rows.has(id)
  }

  ids(): IterableIterator<string> {
    return this.rows.keys()
  }

  values(): IterableIterator<R> {
    return this.rows.values()
  }

  entries(): IterableIterator<[string, R]> {
    return this.rows.entries()
  }

  set(id: string, row: R): void {
    const before = this.rows.get(id)
    for (const index of this.indexes.values()) {
      const key = index.key(row)
      if (before) {
        const old = index.key(before)
        if (old === key) continue
        dropFromIndex(index.ids, old, id)
      }
      const ids = index.ids.get(key)
      if (ids) ids.add(id)
      else index.ids.set(key, new Set([id]))
    }
    this.replaced?.(id, before)
    this.rows.set(id, row)
    this.touched.push(id)
  }

  /** Replaces a record that is there; one that is not stays absent. */
  change(id: string, change: (row: R) => R): void {
    const row = this.rows.get(id)
    if (row) this.set(id, change(row))
  }

  delete(id: string): void {
    const row = this.rows.get(id)
    if (!row) return
    for (const index of this.indexes.values()) dropFromIndex(index.ids, index.key(row), id)
    this.replaced?.(id, row)
    this.rows.delete(id)
    this.touched.push(id)
  }

  /** The ids whose index key is `key`. */
  where(index: string, key: string): ReadonlySet<string> {
    return this.indexes.get(index)?.ids.get(key) ?? NONE
  }

  /** The ids written since the last call. */
  takeTouched(): string[] {
    return this.touched.length === 0 ? NOTHING : this.touched.splice(0)
  }
}

const NONE: ReadonlySet<string> = new Set()
const NOTHING: string[] = []

function dropFromIndex(ids: Map<string, Set<string>>, key: string, id: string): void {
  const set = ids.get(key)
  set?.delete(id)
  if (set?.size === 0) ids.delete(key)
}
