import { z } from 'zod'
import { TimelineSpan } from '#shared/contract/history.ts'
import { add, type Counts, inOrder, none } from '#shared/world/happenings.ts'

const Held = z.object({
  fine: z.object({ every: z.number().min(1), spans: z.array(TimelineSpan) }),
  minutes: z.object({ spans: z.array(TimelineSpan) }),
})
const MINUTE = 60_000

export type RecordedTimeline = z.infer<typeof Held>

/** How much happened when, as the file tells it; nothing, when it does not. */
export function ofTimeline(held: unknown): RecordedTimeline {
  const { data } = Held.safeParse(held)
  return data ?? { fine: { every: MINUTE, spans: [] }, minutes: { spans: [] } }
}

/** In spans of the length that is wished: from minutes where these are short enough, for they tell readings as well. */
export function spansOf({ fine, minutes }: RecordedTimeline, from: number, to: number, every: number): TimelineSpan[] {
  const among = every % MINUTE === 0 ? minutes.spans : fine.spans
  const found = new Map<number, Counts>()
  for (const span of among) {
    if (span.at < from - every || span.at > to) continue
    const at = Math.floor(span.at / every) * every
    const sum = found.get(at) ?? none()
    found.set(at, sum)
    add(sum, span)
  }
  return inOrder(found)
}

/** All of it. */
export function totalOf(spans: readonly TimelineSpan[]): Counts {
  const sum = none()
  for (const span of spans) add(sum, span)
  return sum
}
