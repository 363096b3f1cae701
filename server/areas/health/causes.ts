import { isWithin } from '#shared/place/path.ts'
import { gatewayIn } from './chains.ts'

export interface Share {
  count: number
  total: number
}

interface Ends {
  /** How many are struck of all that there are in a group. */
  share(group: string): Share
  /** The same of a gateway and those behind it, for each place that holds one of them. */
  spread(gateway: string): ReadonlyMap<string, Share>
  /** Whether so many of so many still are a group that is out. */
  isEnough(group: string, share: Share): boolean
}

/**
 * Of places and gateways that are all out, those that explain the others. A place that is dark even without the devices of a
 * gateway has another reason, and explains the gateway where it holds all of its silent ones; otherwise the gateway explains
 * the place. Of places the largest explains what lies in it.
 */
export function explaining(out: Iterable<string>, { share, spread, isEnough }: Ends): ReadonlySet<string> {
  const groups = [...out]
  const places = groups.filter((group) => gatewayIn(group) === undefined).sort((a, b) => a.length - b.length)
  const gateways = groups.flatMap((group) => {
    const id = gatewayIn(group)
    if (id === undefined) return []
    const byPlace = spread(id)
    return [{ group, byPlace, count: most(byPlace) }]
  })
  const isDarkBesides = (place: string, those: (typeof gateways)[number]) => {
    const shared = those.byPlace.get(place)
    if (!shared?.count) return true
    const { count, total } = share(place)
    const rest = { count: count - shared.count, total: total - shared.total }
    return rest.count > 0 && isEnough(place, rest)
  }
  const ofTheirOwn = places.filter((place) => gateways.every((one) => isDarkBesides(place, one)))
  const standing = gateways.filter(
    ({ byPlace, count }) => count === 0 || !ofTheirOwn.some((place) => byPlace.get(place)?.count === count),
  )
  const found = new Set<string>()
  for (const place of places) {
    const isHeld = [...found].some((larger) => isWithin(place, larger))
    if (!isHeld && standing.every((one) => isDarkBesides(place, one))) found.add(place)
  }
  for (const { group } of standing) found.add(group)
  return found
}

/** How many there are in all: the largest place holds each of them. */
export function most(byPlace: ReadonlyMap<string, Share>): number {
  let found = 0
  for (const { count } of byPlace.values()) found = Math.max(found, count)
  return found
}
