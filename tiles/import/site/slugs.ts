const LONGEST = 48

/** The last part of a building's place: its own id where that may be one, else a number; never twice the same. */
export class Slugs {
  readonly #given = new Set<string>()
  #number = 0

  of(id: string | undefined): string {
    const own = id === undefined ? undefined : legal(id)
    if (own !== undefined && !this.#given.has(own)) return this.#give(own)
    let slug: string
    do slug = `b${String(++this.#number).padStart(5, '0')}`
    while (this.#given.has(slug))
    return this.#give(slug)
  }

  #give(slug: string): string {
    this.#given.add(slug)
    return slug
  }
}

function legal(id: string): string | undefined {
  if (id.length > LONGEST || !/^[a-z0-9][a-z0-9-]*$/.test(id)) return undefined
  return /^\d/.test(id) ? `b${id}` : id
}

/** An id for people's addresses out of a file's name; undefined when nothing of it is left, as of a Chinese one. */
export function slugOf(name: string): string | undefined {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  return slug || undefined
}

/** Without the endings by which formats are known. */
export function stem(name: string): string {
  return name.replace(/\.gz$/i, '').replace(/(\.city)?\.(jsonl?|geojson(l|s|seq)?|ndjson)$/i, '') || name
}
