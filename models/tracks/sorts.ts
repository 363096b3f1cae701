import type { DeviceKind } from '../kind.ts'
import type { Limits } from './fixes.ts'

/** Whom one looks for. Somebody may be of several: a patrol cart is a vehicle as well. */
export const SORTS = ['person', 'vehicle', 'patrol', 'drone'] as const
export type Sort = (typeof SORTS)[number]

export function sortsOf({ moves }: Pick<DeviceKind, 'moves'>): Sort[] {
  if (!moves) return []
  if (moves.flies) return ['drone', ...(moves.patrols ? (['patrol'] as const) : [])]
  return [moves.as, ...(moves.patrols ? (['patrol'] as const) : [])]
}

/** Metres a second that nobody of a sort goes beyond. */
const TOP = { person: 12, vehicle: 60 } as const
/** Of who speaks every second or two, a minute of silence is a gap. */
const LEAST_SILENCE_MS = 60_000
const BEATS = 12

export function limitsOf({ moves, everySeconds }: Pick<DeviceKind, 'moves' | 'everySeconds'>): Limits {
  return { top: TOP[moves?.as ?? 'vehicle'], silence: Math.max(LEAST_SILENCE_MS, BEATS * everySeconds * 1000) }
}
