import { placeUpTo } from '#shared/place/path.ts'
import type { Grade } from '#shared/world/alarm-record.ts'
import { isHeard } from '../../store/heard.ts'
import type { WorldStore } from '../../store/world-store.ts'

export interface PlaceOfConcern {
  place: string
  gravest: Grade | undefined
  alarms: number
  unheard: number
}

/** One device that is late is no concern of a whole building. */
const LEAST_UNHEARD = 3

/** Buildings, or the grid outside of them, by their gravest open alarm, then by how many, then by how much of them nothing is known. */
export function placesOfConcern(world: WorldStore, now: number, most: number): PlaceOfConcern[] {
  const places = new Map<string, PlaceOfConcern>()
  const at = (path: string) => {
    const place = placeUpTo(path, 'building') ?? placeUpTo(path, 'zone') ?? path
    const known = places.get(place) ?? { place, gravest: undefined, alarms: 0, unheard: 0 }
    places.set(place, known)
    return known
  }
  for (const { place, grade } of world.calling) {
    const known = at(place)
    known.alarms++
    if (known.gravest === undefined || grade < known.gravest) known.gravest = grade
  }
  for (const device of world.world.devices.values()) if (!isHeard(world, device, now)) at(device.place).unheard++
  const gravity = ({ gravest }: PlaceOfConcern) => gravest ?? 5
  return [...places.values()]
    .filter(({ alarms, unheard }) => alarms > 0 || unheard >= LEAST_UNHEARD)
    .sort(
      (a, b) => gravity(a) - gravity(b) || b.alarms - a.alarms || b.unheard - a.unheard || (a.place < b.place ? -1 : 1),
    )
    .slice(0, most)
}
