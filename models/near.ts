import { type Frame, frameAt } from '#shared/place/geodesy.ts'
import { placeUpTo } from '#shared/place/path.ts'
import { isPosition, type Position } from '#shared/place/position.ts'
import type { View } from '#shared/world/view.ts'

export interface Spot {
  position: Position
  place: string
}

/** What stands somewhere and may have its eyes on something. */
export interface Standing extends Spot {
  view?: View | undefined
}

export interface NearBy<T> {
  one: T
  /** As the crow flies, without height. */
  metres: number
  /** A camera that has it before it. */
  sees: boolean
}

/** No camera outside sees what happens within, nor one of another storey. */
function sameRoof(a: string, b: string): boolean {
  return placeUpTo(a, 'floor') === placeUpTo(b, 'floor')
}

/** Whether a camera at a place has a spot within its angle and reach. Walls between them are not asked. */
function looksAt({ heading, angle, range }: View, from: Position, spot: Position, frame: Frame): boolean {
  const there = frame.toLocal(spot)
  const here = frame.toLocal(from)
  const [east, north] = [there.east - here.east, there.north - here.north]
  if (Math.hypot(east, north) > range) return false
  const bearing = (Math.atan2(east, north) * 180) / Math.PI
  const off = Math.abs(((bearing - heading + 540) % 360) - 180)
  return off <= angle / 2
}

/** How far away each stands, and whether it sees the spot; those without a usable position, or out of reach, are left out. */
export function around<T>(
  { position: spot, place }: Spot,
  all: Iterable<T>,
  standing: (one: T) => Standing,
  reach = Number.POSITIVE_INFINITY,
): NearBy<T>[] {
  const frame = frameAt(spot)
  const found: NearBy<T>[] = []
  for (const one of all) {
    const { position, place: home, view } = standing(one)
    if (!isPosition(position)) continue
    const { east, north } = frame.toLocal(position)
    const metres = Math.hypot(east, north)
    if (metres > reach) continue
    found.push({
      one,
      metres,
      sees: view !== undefined && sameRoof(home, place) && looksAt(view, position, spot, frame),
    })
  }
  return found
}

/** How much of the way two places have in common: 0 the community alone, 4 the same room. */
export function closeness(a: string, b: string): number {
  for (const [n, level] of (['room', 'floor', 'building', 'zone'] as const).entries()) {
    const place = placeUpTo(a, level)
    if (place !== undefined && place === placeUpTo(b, level)) return 4 - n
  }
  return 0
}

/**
 * The cameras by which one sees a spot, the best first: those that have it before them, then those of its room, its floor, its
 * building, then the nearest.
 */
export function bestCameras<T extends Standing & { device: string }>(
  spot: Spot,
  cameras: Iterable<T>,
  most: number,
  reach: number,
): NearBy<T>[] {
  // A zone is no nearness: the next street may be another zone.
  const rank = ({ one, sees }: NearBy<T>) => (sees ? 10 : 0) + Math.max(1, closeness(one.place, spot.place))
  return around(spot, cameras, (one) => one, reach)
    .sort((a, b) => rank(b) - rank(a) || a.metres - b.metres || (a.one.device < b.one.device ? -1 : 1))
    .slice(0, most)
}
