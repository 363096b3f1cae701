import { placePart, placeUpTo } from '#shared/place/path.ts'
import type { Building } from '#tiles/cim/buildings.ts'
import { floorOf } from '#tiles/cim/floors.ts'
import type { Texts } from '../i18n/zh.ts'
import { roomName } from './room-name.ts'
import type { KnownSite } from './site.ts'

type Buildings = KnownSite['buildings']
/** A site is read often and never changed: its buildings by place are laid out once for each. */
const laidOut = new WeakMap<Buildings, ReadonlyMap<string, Building>>()

/** The building that a place is, or lies in; undefined: it lies outside, or nobody knows it. */
export function buildingAt({ buildings }: Pick<KnownSite, 'buildings'>, path: string): Building | undefined {
  const place = placeUpTo(path, 'building')
  return place === undefined ? undefined : byPlace(buildings).get(place)
}

function byPlace(buildings: Buildings): ReadonlyMap<string, Building> {
  const known = laidOut.get(buildings) ?? new Map(buildings.map((one) => [one.place, one]))
  laidOut.set(buildings, known)
  return known
}

/** A place as a person says it: `19栋 5 层 北走道`. Parts that nobody named are said by their code. */
export function placeName(
  site: Pick<KnownSite, 'buildings' | 'rooms' | 'grids'> | undefined,
  path: string,
  t: Texts,
): string {
  const [, zone, building, floor, room] = path.split('/')
  if (!zone) return t.detail.wholeCommunity
  if (!building) return site?.grids.find((grid) => grid.place === path)?.name ?? zone
  const known = site && buildingAt(site, path)
  const parts = [known?.name ?? building]
  if (floor) parts.push(storeyName(path, t))
  if (room) {
    const named = known && site.rooms[known.place]?.[room]
    parts.push(named ? roomName({ id: room, ...named }, t) : room)
  }
  return parts.join(' ')
}

/** The storey that a place is, or lies in. */
export function storeyName(path: string, t: Texts): string {
  const floor = placePart(path, 'floor') ?? ''
  const level = floorOf(floor)
  if (level === undefined) return floor
  return level > 0 ? t.detail.floor(level) : t.detail.basement(-level)
}
