import type { TimelineGap } from '#shared/contract/history.ts'
import type { Happening } from '../../players/past-source.ts'

/** What stands between two events: why nobody knows what happened there. */
export interface Gap {
  from: number
  to: number
  /** Where readings alone are lost, all events are known. */
  why: Extract<TimelineGap['why'], 'silent'> | 'altered'
}

export type Row = { event: Happening } | { gap: Gap }

/** From here on it is worth asking whether there was a gap between two events: shorter silences are none. */
const WIDE_MS = 5 * 60_000

/** The newest first; a gap stands where nothing is known, before the event that ended it, or on top while one is in it. */
export function withGaps(events: readonly Happening[], gaps: readonly Gap[], now: number): Row[] {
  const rows: Row[] = []
  let newer = now
  for (const event of events) {
    for (const gap of gaps) {
      const isOver = gap.to <= newer || (newer === now && gap.from < now)
      if (gap.from >= event.at && isOver) rows.push({ gap })
    }
    rows.push({ event })
    newer = event.at
  }
  return rows
}

/** In which a gap may hide: as wide as that is what lies between two events. Undefined: none is. */
export function wideOf(events: readonly Happening[], now: number): { from: number; to: number } | undefined {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  let newer = now
  for (const { at } of events) {
    if (newer - at >= WIDE_MS) {
      to = Math.max(to, newer)
      from = at
    }
    newer = at
  }
  return from < to ? { from, to } : undefined
}
