/** Things of one sort by their id; a duplicate throws when the program starts. */
export interface Registry<T> {
  get(id: string): T | undefined
  has(id: string): boolean
  readonly all: readonly T[]
}

export function registry<T>(sort: string, idOf: (entry: T) => string, entries: readonly T[]): Registry<T> {
  const byId = new Map<string, T>()
  for (const entry of entries) {
    const id = idOf(entry)
    if (byId.has(id)) throw new Error(`${sort} ${id} is registered twice`)
    byId.set(id, entry)
  }
  return { get: (id) => byId.get(id), has: (id) => byId.has(id), all: entries }
}
