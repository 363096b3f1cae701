import { z } from 'zod'
import type { TimelineSpan } from '#shared/contract/history.ts'

const Span = z.object({
  at: z.number(),
  alarms: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  acts: z.number(),
  events: z.number(),
  readings: z.number(),
})
const Held = z.object({
  fine: z.object({ every: z.number().min(1), spans: z.array(Span) }),
  minutes: z.object({ spans: z.array(Span) }),
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
  const found = new Map<number, TimelineSpan>()
  for (const span of among) {
    if (span.at < from - every || span.at > to) continue
    const at = Math.floor(span.at / every) * every
    const sum = found.get(at) ?? { at, alarms: [0, 0, 0, 0], acts: 0, events: 0, readings: 0 }
    found.set(at, added(sum, span))
  }
  return [...found.values()].sort((a, b) => a.at - b.at)
}

function added(sum: TimelineSpan, more: TimelineSpan): TimelineSpan {
  return {
    at: sum.at,
    alarms: sum.alarms.map((many, i) => many + (more.alarms[i] ?? 0)) as TimelineSpan['alarms'],
    acts: sum.acts + more.acts,
    events: sum.events + more.events,
    readings: sum.readings + more.readings,
  }
}

/** All of it. */
export function totalOf(spans: readonly TimelineSpan[]): TimelineSpan {
  return spans.reduce(added, { at: 0, alarms: [0, 0, 0, 0], acts: 0, events: 0, readings: 0 })
}
