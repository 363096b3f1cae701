import { indexOfInitials } from '#shared/initials.ts'

export type FoundKind = 'alarm' | 'building' | 'room' | 'device' | 'grid' | 'command' | 'people' | 'person'

/** Something that can be found: what it is called, and whatever else it is known by. */
export interface Entry {
  kind: FoundKind
  id: string
  name: string
  /** Where it is, or what it is: said beside the name, and searched as well. */
  beside: string
  /** Codes and addresses: searched, not shown unless they are what was meant. */
  known: readonly string[]
}

export interface Found {
  entries: Entry[]
  /** There are more than are shown. */
  more: boolean
}

/** What is urgent before what is large before what is small, where names fit alike. */
const WEIGHT: Record<FoundKind, number> = {
  alarm: 0.5,
  building: 0.4,
  grid: 0.35,
  command: 0.3,
  device: 0.2,
  room: 0.1,
  person: 0,
  people: 0,
}
const [STARTS, WITHIN, INITIALS_START, INITIALS, BESIDE, KNOWN] = [6, 4, 3.5, 2.5, 2, 1.5] as const

/** An entry made ready to be searched. */
export interface Indexed {
  entry: Entry
  name: string
  characters: readonly string[]
  beside: string
  besideCharacters: readonly string[]
  known: readonly string[]
}

export function indexed(entry: Entry): Indexed {
  return {
    entry,
    name: entry.name.toLowerCase(),
    characters: [...entry.name],
    beside: entry.beside.toLowerCase(),
    besideCharacters: [...entry.beside],
    known: entry.known.map((word) => word.toLowerCase()),
  }
}

/** Every word must fit somewhere; best first. Words are parted by spaces; letters may be the initials of pinyin. */
export function find(index: readonly Indexed[], query: string, most: number): Found {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return { entries: [], more: false }
  const hits: { entry: Entry; score: number }[] = []
  for (const one of index) {
    let score: number = WEIGHT[one.entry.kind]
    for (const word of words) {
      const fits = scoreOf(one, word)
      if (fits === 0) {
        score = 0
        break
      }
      score += fits
    }
    if (score > 0) hits.push({ entry: one.entry, score })
  }
  hits.sort((a, b) => b.score - a.score || a.entry.name.length - b.entry.name.length || compare(a.entry, b.entry))
  return { entries: hits.slice(0, most).map(({ entry }) => entry), more: hits.length > most }
}

function scoreOf({ name, characters, beside, besideCharacters, known }: Indexed, word: string): number {
  const at = name.indexOf(word)
  if (at === 0) return STARTS
  if (at > 0) return WITHIN
  const isTyped = /^[a-z0-9]+$/.test(word) && /[a-z]/.test(word)
  const begins = isTyped ? indexOfInitials(characters, word) : -1
  if (begins === 0) return INITIALS_START
  if (begins > 0) return INITIALS
  if (beside.includes(word)) return BESIDE
  if (known.some((text) => text.includes(word))) return KNOWN
  return isTyped && indexOfInitials(besideCharacters, word) >= 0 ? KNOWN : 0
}

const numeric = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true })

function compare(a: Entry, b: Entry): number {
  return numeric.compare(a.name, b.name)
}
