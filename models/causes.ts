import { toLocal } from '#shared/place/local.ts'
import { isWithin, type PlaceLevel, placeUpTo } from '#shared/place/path.ts'
import type { Position } from '#shared/place/position.ts'
import { Sign } from '#shared/world/alarm-record.ts'

/** How far what happens reaches: within a place of this level, or so many metres. */
type Reach = {
  within: 'floor' | 'building' | 'zone' | 'community'
  metres?: number
  /** It can be, but where anything else explains it, that does. */
  isSeldom?: boolean
}

const FLOOR: Reach = { within: 'floor' }
const BUILDING: Reach = { within: 'building' }
const ZONE: Reach = { within: 'zone' }
const SELDOM: Reach = { within: 'floor', isSeldom: true }

/** Which trouble brings which other, and how far away: smoke goes up stairs and shafts, and over to what stands near. */
export const effects: Readonly<Record<Sign, Partial<Record<Sign, Reach>>>> = {
  fire: {
    fire: { within: 'building', metres: 30 },
    overheat: BUILDING,
    smoke: ZONE,
    gas: SELDOM,
    power: BUILDING,
    suppression: BUILDING,
    stoppage: BUILDING,
    evacuation: BUILDING,
    distress: BUILDING,
    silence: FLOOR,
  },
  overheat: { fire: FLOOR, overheat: FLOOR, power: BUILDING },
  gas: { gas: { within: 'building', metres: 20 }, fire: SELDOM, evacuation: BUILDING, distress: BUILDING },
  power: { power: BUILDING, stoppage: BUILDING, suppression: BUILDING, silence: BUILDING },
  water: { water: BUILDING, power: SELDOM, stoppage: SELDOM, silence: SELDOM },
  suppression: { suppression: BUILDING },
  weather: { weather: { within: 'community' }, water: { within: 'community' } },
  intrusion: { intrusion: { within: 'building', metres: 60 } },
  smoke: { smoke: ZONE },
  evacuation: { evacuation: BUILDING },
  stoppage: {},
  distress: {},
  silence: {},
}

export interface Trouble {
  sign: Sign
  place: string
  position: Position
}

/** Whether one may be why the other is there. */
export function mayCause(cause: Trouble, effect: Trouble): boolean {
  const reach = effects[cause.sign][effect.sign]
  if (!reach) return false
  if (isTogether(cause.place, effect.place, reach.within)) return true
  return reach.metres !== undefined && metresBetween(cause.position, effect.position) <= reach.metres
}

/** In one place of a level; what is said of a whole building is in one place with its floors. */
function isTogether(a: string, b: string, level: PlaceLevel): boolean {
  const [one, other] = [placeUpTo(a, level), placeUpTo(b, level)]
  if (one !== undefined && other !== undefined) return one === other
  const building = placeUpTo(a, 'building')
  return building !== undefined && building === placeUpTo(b, 'building') && (isWithin(a, b) || isWithin(b, a))
}

/** Signs that could be cause or effect of each. */
export const relatedSigns: Readonly<Record<Sign, readonly Sign[]>> = (() => {
  const signs = Sign.options
  const related = {} as Record<Sign, readonly Sign[]>
  for (const sign of signs) related[sign] = signs.filter((other) => effects[sign][other] || effects[other][sign])
  return related
})()

export function metresBetween(a: Position, b: Position): number {
  const { east, north } = toLocal(a, b.lon, b.lat)
  return Math.hypot(east, north)
}
