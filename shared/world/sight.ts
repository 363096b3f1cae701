import { isWithin } from '../place/path.ts'
import type { Event, EventKind } from './event.ts'
import { areas } from './world.ts'

/** As much of the world as somebody may see: areas of it, at and below a place. */
export interface Sight {
  place: string
  areas: ReadonlySet<string>
}

const kinds = new Map<string, { area: string; within: EventKind<unknown>['within'] }>()
for (const { name, kinds: ofArea } of areas)
  for (const { type, within } of ofArea as readonly EventKind<unknown>[]) kinds.set(type, { area: name, within })

/** An event as it is told to whoever has this sight; undefined: it is not told. Nothing else decides that. */
export function asSeen(event: Event, sight: Sight): Event | undefined {
  const kind = kinds.get(event.type)
  if (!kind || !sight.areas.has(kind.area) || !isWithin(event.place, sight.place)) return undefined
  if (!kind.within) return event
  const data = kind.within(event.data, sight.place)
  return data === event.data ? event : { ...event, data }
}

export function allSeen(events: readonly Event[], sight: Sight): Event[] {
  const seen: Event[] = []
  for (const event of events) {
    const told = asSeen(event, sight)
    if (told) seen.push(told)
  }
  return seen
}
