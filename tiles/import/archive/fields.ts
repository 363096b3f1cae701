/** The attributes of an object, found however they are spelled: `building:levels`, `Building_Levels`, `buildingLevels`. */
export class Fields {
  readonly #values = new Map<string, unknown>()

  constructor(attributes: unknown) {
    if (typeof attributes !== 'object' || attributes === null) return
    for (const key in attributes) {
      const value = (attributes as Record<string, unknown>)[key]
      if (value !== null && value !== '') this.#values.set(plainKey(key), value)
    }
  }

  one(key: string): unknown {
    return this.#values.get(key)
  }

  /** The first that is there; the keys are given plain. Lists made once: this is asked a million times. */
  get(keys: readonly string[]): unknown {
    for (const key of keys) {
      const value = this.#values.get(key)
      if (value !== undefined) return value
    }
    return undefined
  }

  has(keys: readonly string[]): boolean {
    return keys.some((key) => this.#values.has(key))
  }

  text(most: number, keys: readonly string[]): string | undefined {
    for (const key of keys) {
      const text = asText(this.#values.get(key))?.slice(0, most)
      if (text) return text
    }
    return undefined
  }
}

const plain = new Map<string, string>()

/** A file has the same few keys a hundred thousand times. */
function plainKey(key: string): string {
  let found = plain.get(key)
  if (found === undefined) {
    found = key.toLowerCase().replace(/[\s_:.()（）-]/g, '')
    if (plain.size < 10_000) plain.set(key, found)
  }
  return found
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
const STRANGE = /[\0-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\uf8ff\ufeff\ufff0-\uffff]/

/** One line of text; control characters of broken files stay out of our own. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined
  if (typeof value !== 'string') return undefined
  // Nearly no text holds any, and to look for a few of them is far cheaper than to replace all.
  const plain = STRANGE.test(value) ? value.replace(/\p{C}/gu, ' ') : value
  return plain.trim() || undefined
}

/** Metres or a count, as people write them: 12, "12.5", "12,5 m", 40'; `NaN` for what is meant as a number and is none. */
export function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  if (/^[-+]?(nan|inf(inity)?)$/i.test(text)) return Number.NaN
  const feet = /^(\d+(?:\.\d+)?)\s*(?:'|ft|feet)(?:\s*(\d+)")?$/.exec(text)
  if (feet) return Number(feet[1]) * 0.3048 + Number(feet[2] ?? 0) * 0.0254
  const metres = /^([-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?)\s*(?:m|米|meters?|metres?|层|f)?$/i.exec(text)
  return metres?.[1] === undefined ? undefined : Number(metres[1].replace(',', '.'))
}
