import type { TimelineSpan } from '#shared/contract/history.ts'
import { hasStep } from '#shared/world/happenings.ts'

/** How far from a column a pointer still means it: on long stretches a column is a few pixels wide. */
const REACH_PX = 4

/** The column that is pointed at: the one under the pointer, or the nearest beside it in which something happened. */
export function pointedColumn(spans: readonly TimelineSpan[], every: number, at: number, msPerPx: number): number {
  const under = Math.floor(at / every) * every
  let nearest = { begins: under, away: REACH_PX * msPerPx }
  for (const span of spans) {
    if (!hasStep(span, 'any')) continue
    const away = Math.max(span.at - at, at - (span.at + every), 0)
    if (span.at === under) return under
    if (away < nearest.away) nearest = { begins: span.at, away }
  }
  return nearest.begins
}
