import type { DeviceKind } from '#models/kind.ts'
import { toLocal } from '#shared/place/local.ts'
import { placeUpTo } from '#shared/place/path.ts'
import type { Position } from '#shared/place/position.ts'

/** A device as what spreads sees it. */
export interface Standing {
  kind: DeviceKind
  place: string
  position: Position
}

export interface Reached<T> {
  device: T
  /** Seconds after it began. */
  after: number
  /** How much of it comes there, of 1 where it began. */
  share: number
}

/** Metres a second under a ceiling; gas creeps. */
const PACE = { fire: 0.35, gas: 0.12 } as const
/** So far it is all there; then less and less, until nothing is noticed. */
const FULL_M = 10
const FAR_M = 26
/** Smoke finds its way up: to the next floor, thinner. */
const UP_S = 40
const UP_SHARE = 0.75
const STOREY_M = 4.5

/** Whom what began at a device comes to: those that notice such a thing, near on the floor, and on the one above. */
export function spreadFrom<T extends Standing>(source: T, all: readonly T[]): Reached<T>[] {
  const hazard = source.kind.feels?.of
  const building = placeUpTo(source.place, 'building')
  if (hazard === undefined || building === undefined) return []
  return all.flatMap((device) => {
    const { feels } = device.kind
    if (device === source || feels?.of !== hazard || placeUpTo(device.place, 'building') !== building) return []
    const { east, north } = toLocal(source.position, device.position.lon, device.position.lat)
    const far = Math.hypot(east, north)
    const isSameFloor = placeUpTo(device.place, 'floor') === placeUpTo(source.place, 'floor')
    const rise = device.position.height - source.position.height
    const isAbove = !isSameFloor && hazard === 'fire' && rise > 0 && rise < STOREY_M
    if (far > FAR_M || !(isSameFloor || isAbove)) return []
    const share = Math.min(1, (FAR_M - far) / (FAR_M - FULL_M)) * (isAbove ? UP_SHARE : 1)
    return [{ device, after: far / PACE[hazard] + feels.after + (isAbove ? UP_S : 0), share }]
  })
}
