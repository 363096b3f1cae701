import type { LinkageTell } from '#shared/world/linkage-tells.ts'

/**
 * What a linkage does may itself raise an alarm that calls it again: a door alarm that opens a door. So none tells a device the
 * same thing again so soon, and for one cause no more than so often.
 */
export const NOT_AGAIN_MS = 10 * 60_000
export const MOST_FOR_A_CAUSE = 3
/** An alarm about a device that a linkage has told something so lately is taken for what came of it: a door that stays open is told after twenty minutes. */
export const FOLLOWS_MS = 120 * 60_000

/** `otherwise`: since then a person told the device something else. A loop is only what goes round by itself. */
export function mayTell(before: LinkageTell | undefined, cause: string, now: number, otherwise: boolean): boolean {
  if (!before || otherwise) return true
  if (now - before.at < NOT_AGAIN_MS) return false
  return (before.times.find(([one]) => one === cause)?.[1] ?? 0) < MOST_FOR_A_CAUSE
}

/** The first of all alarms that led to this one, as far as linkages led there. `tells`: of its device. */
export function causeOf(alarm: string, tells: Iterable<LinkageTell>, now: number): string {
  let newest: LinkageTell | undefined
  for (const tell of tells) if (now - tell.at < FOLLOWS_MS && tell.at >= (newest?.at ?? 0)) newest = tell
  return newest?.cause ?? alarm
}
