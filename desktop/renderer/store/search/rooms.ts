import type { FoundPlace } from '#shared/contract/place.ts'
import { floorPath } from '#tiles/cim/floors.ts'
import type { Texts } from '../../i18n/zh.ts'
import { placeName } from '../place-name.ts'
import type { KnownSite } from '../site.ts'
import type { Entry } from './find.ts'

/** `锦绣西里3栋 301室`: a house, and the number of a home in it. */
const HOME = /^(.*\D)(\d{1,2})(\d{2})[室房户]?$/
/** Houses that somebody may mean by what stands before the number. */
const MOST_HOUSES = 3
/** One letter is in every name. */
const SHORTEST = 2

/** The house that is named before the number of a home; undefined: no home is meant. */
export function houseIn(typed: string): string | undefined {
  return HOME.exec(typed)?.[1]?.trim()
}

/** What to ask the server, who knows the inside of every house: rooms called so, and the home with this number. */
export function roomQuestions(typed: string, houses: readonly Entry[]): string[] {
  if (typed.length < SHORTEST) return []
  const found = HOME.exec(typed)
  if (!found) return [typed]
  const [, , floor, door] = found as unknown as [string, string, string, string]
  const homes = houses.filter(({ kind }) => kind === 'building').slice(0, MOST_HOUSES)
  return [typed, ...homes.map(({ id }) => `${floorPath(id, Number(floor))}/${Number(floor)}${door}`)]
}

/** As one says where they are, and each once: a home may be an answer to two questions. */
export function roomEntries(found: readonly FoundPlace[], site: KnownSite, t: Texts): Entry[] {
  const rooms = new Map(found.map((one) => [one.place, one]))
  return [...rooms.values()].map(({ place, code }) => ({
    kind: 'room',
    id: place,
    name: placeName(site, place, t),
    beside: code,
    known: [],
  }))
}
