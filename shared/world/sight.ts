import { isWithin } from '../place/path.ts'
import type { Event, EventKind } from './event.ts'
import type { Row } from './table.ts'
import { type AreaName, areas } from './world.ts'

/** As much of the world as somebody may see: areas of it, at and below a place. */
export interface Sight {
  place: string
  areas: ReadonlySet<string>
}

type Told = (told: object) => object
const kinds = new Map<string, { area: string; elsewhere: Told | undefined; within: EventKind<unknown>['within'] }>()
const ways = new Map<string, Told>()
for (const { name, everywhere, kinds: ofArea } of areas) {
  const elsewhere = everywhere === true ? (told: object) => told : everywhere
  if (elsewhere) ways.set(name, elsewhere)
  for (const { type, within } of ofArea as readonly EventKind<unknown>[])
    kinds.set(type, { area: name, elsewhere, within })
}

/** An event as it is told to whoever has this sight; undefined: it is not told. Nothing else decides that. */
export function asSeen(event: Event, sight: Sight): Event | undefined {
  const kind = kinds.get(event.type)
  if (!kind || !sight.areas.has(kind.area)) return undefined
  if (!isWithin(event.place, sight.place))
    return kind.elsewhere && { ...event, data: kind.elsewhere(event.data as object) }
  if (!kind.within) return event
  const data = kind.within(event.data, sight.place)
  return data === event.data ? event : { ...event, data }
}

/** A record as it is told to whoever has this sight; undefined: it is not told. */
export function rowSeen(area: AreaName, row: Row, sight: Sight): Row | undefined {
  if (!sight.areas.has(area)) return undefined
  return isWithin(row.place, sight.place) ? row : (ways.get(area)?.(row) as Row | undefined)
}

export function allSeen(events: readonly Event[], sight: Sight): Event[] {
  const seen: Event[] = []
  for (const event of events) {
    const told = asSeen(event, sight)
    if (told) seen.push(told)
  }
  return seen
}
