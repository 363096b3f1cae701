import { contains, type Ring } from '#shared/place/ring.ts'
import { type State, stateOf } from '../device-state.ts'
import { type DimensionId, dimensions, isDimension } from './dimensions.ts'
import type { Picks } from './map.ts'
import type { Thing } from './thing.ts'

export type Counts = Record<State, number>

export interface Tally {
  /** What is picked out, all in all. */
  within: Thing[]
  /** By the keys of each dimension. What is picked in a dimension does not narrow its own counts: the others stay to be picked. */
  counts: ReadonlyMap<DimensionId, ReadonlyMap<string, Counts>>
}

/** How many things there are by every wanted dimension, as far as the area and the picks of the others let them through. */
export function tally(
  things: readonly Thing[],
  wanted: readonly DimensionId[],
  picks: Picks,
  area: Ring | undefined,
): Tally {
  const picked = pickedDimensions(picks)
  const counts = new Map<DimensionId, Map<string, Counts>>(wanted.map((id) => [id, new Map()]))
  const within: Thing[] = []
  for (const thing of things) {
    if (area && !contains(area, thing.at)) continue
    const misses = picked.filter((id) => !isPicked(thing, id, picks))
    if (misses.length === 0) within.push(thing)
    if (misses.length > 1) continue
    const [only] = misses
    for (const [id, byKey] of counts) {
      if (only !== undefined && only !== id) continue
      const key = dimensions[id].keyOf(thing.device, thing.condition)
      if (key === undefined) continue
      const count = byKey.get(key) ?? { alarm: 0, away: 0, unknown: 0, calm: 0 }
      count[stateOf(thing.condition)]++
      byKey.set(key, count)
    }
  }
  return { within, counts }
}

/** Those of which something is picked. */
export function pickedDimensions(picks: Picks): DimensionId[] {
  return Object.keys(picks).filter((id): id is DimensionId => isDimension(id) && (picks[id]?.length ?? 0) > 0)
}

export function isPicked(
  { device, condition }: Pick<Thing, 'device' | 'condition'>,
  id: DimensionId,
  picks: Picks,
): boolean {
  const key = dimensions[id].keyOf(device, condition)
  return key !== undefined && picks[id]?.includes(key) === true
}

export function total({ alarm, away, unknown, calm }: Counts): number {
  return alarm + away + unknown + calm
}
