import { beidouRange } from '#shared/place/beidou.ts'
import type { Position } from '#shared/place/position.ts'
import { centroid } from '#shared/place/ring.ts'
import type { DeviceEntry } from '#shared/world/devices.ts'
import type { Building } from './buildings.ts'
import { CODE_LEVELS, gridCode, spatialCode } from './code.ts'
import { floorLevel, floorPath, roomId } from './floors.ts'
import type { LonLat } from './geometry.ts'
import type { Interior } from './interior.ts'
import { planFrame } from './plan-frame.ts'
import type { Site } from './site.ts'
import { middleOf } from './walk/room-ways.ts'

export const objectKinds = [
  'community',
  'grid',
  'building',
  'floor',
  'room',
  'door',
  'riser',
  'facility',
  'gate',
  'tree',
  'road',
  'device',
] as const
export type ObjectKind = (typeof objectKinds)[number]

/** Anything that has a place, with the codes of the Beidou grid cell it lies in. */
export interface LocatedObject {
  id: string
  kind: ObjectKind
  name: string
  place: string
  position: Position
  /** In the plane: what one searches by. */
  code: string
  /** With its height. */
  spatial: string
}

type Located = Omit<LocatedObject, 'code' | 'spatial'>

const levels: Partial<Record<ObjectKind, number>> = {
  community: CODE_LEVELS.area,
  grid: CODE_LEVELS.area,
  building: CODE_LEVELS.building,
  floor: CODE_LEVELS.building,
}

/** Everything located of a site, from the large to the small. */
export function* objectsOf(
  site: Site,
  interiors: ReadonlyMap<string, Interior> = new Map(),
  devices: readonly DeviceEntry[] = [],
): Generator<LocatedObject> {
  const { datum } = site.community
  for (const one of located(site, interiors, devices)) {
    const level = levels[one.kind] ?? CODE_LEVELS.object
    yield { ...one, code: gridCode(one.position, level), spatial: spatialCode(one.position, datum, level) }
  }
}

/** What lies in the cells that begin with a code; it may be a part of one, as while somebody types. */
export function findByCode(objects: Iterable<LocatedObject>, prefix: string): LocatedObject[] {
  const { from, to } = beidouRange(prefix)
  return [...objects].filter(({ code }) => from <= code && code < to)
}

function* located(
  site: Site,
  interiors: ReadonlyMap<string, Interior>,
  devices: readonly DeviceEntry[],
): Generator<Located> {
  const { community, grids, buildings, facilities, gates, trees, roads } = site
  const root = community.id
  yield { id: root, kind: 'community', name: community.name, place: root, position: community.center }
  for (const { place, name, ring } of grids)
    yield { id: place, kind: 'grid', name, place, position: onGround(centroid(ring) as LonLat) }
  for (const building of buildings) yield* ofBuilding(building, interiors.get(building.place))
  for (const { id, kind, name, place, position } of facilities)
    yield { id, kind: 'facility', name: name ?? kind, place, position }
  for (const { id, name, at } of gates) yield { id, kind: 'gate', name, place: root, position: onGround(at) }
  for (const [i, { species, at }] of trees.entries())
    yield { id: `tree-${i + 1}`, kind: 'tree', name: species, place: root, position: onGround(at) }
  const ends = new Map(roads.nodes.map(({ id, at }) => [id, at]))
  for (const { id, name, from, to, via } of roads.edges) {
    const line = [ends.get(from), ...(via ?? []), ends.get(to)].filter((at) => at !== undefined)
    if (line.length > 1) yield { id, kind: 'road', name: name ?? id, place: root, position: onGround(halfway(line)) }
  }
  for (const { device, name, place, position } of devices) yield { id: device, kind: 'device', name, place, position }
}

function* ofBuilding(building: Building, interior: Interior | undefined): Generator<Located> {
  const { place, name, position } = building
  const at = position ?? onGround(centroid(building.footprint) as LonLat)
  yield { id: place, kind: 'building', name, place, position: at }
  if (!interior) return
  const frame = planFrame(interior)
  const middles = new Map<string, LonLat>()
  for (const { floor, plan } of interior.floors) {
    const path = floorPath(place, floor)
    const level = floor < 0 ? `${name}地下${-floor}层` : `${name}${floor}层`
    const height = floorLevel(building, floor)
    yield { id: path, kind: 'floor', name: level, place: path, position: { ...at, height } }
    for (const room of interior.plans[plan]?.rooms ?? []) {
      const known = `${plan}/${room.id}`
      const middle = middles.get(known) ?? frame.lonLat(middleOf(room.outline))
      middles.set(known, middle)
      const own = `${path}/${roomId(floor, room)}`
      yield {
        id: own,
        kind: 'room',
        name: `${level}${room.name}`,
        place: own,
        position: { ...onGround(middle), height },
      }
    }
    for (const door of interior.plans[plan]?.doors ?? [])
      yield {
        id: `${path}#${door.id}`,
        kind: 'door',
        name: `${level}门`,
        place: path,
        position: { ...onGround(frame.lonLat(door.at)), height },
      }
  }
  for (const riser of interior.risers) {
    const lowest = interior.floors.find(({ floor }) => floor === riser.fromFloor)
    const room = interior.plans[lowest?.plan ?? '']?.rooms.find(({ id }) => id === riser.id)
    if (!lowest || !room) continue
    const height = floorLevel(building, lowest.floor)
    const middle = frame.lonLat(middleOf(room.outline))
    const id = `${place}#${riser.id}`
    yield { id, kind: 'riser', name: `${name}${room.name}`, place, position: { ...onGround(middle), height } }
  }
}

function onGround([lon, lat]: LonLat): Position {
  return { lon, lat, height: 0 }
}

/** The middle of a line, by its length in degrees: a metre more or less is nothing here. */
function halfway(line: readonly LonLat[]): LonLat {
  const far = (a: LonLat, b: LonLat) => Math.hypot(a[0] - b[0], a[1] - b[1])
  const pieces = line.slice(1).map((to, i) => ({ from: line[i] as LonLat, to }))
  let left = pieces.reduce((sum, { from, to }) => sum + far(from, to), 0) / 2
  for (const { from, to } of pieces) {
    const whole = far(from, to)
    if (left <= whole) {
      const share = left / (whole || 1)
      return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
    }
    left -= whole
  }
  return line[0] as LonLat
}
