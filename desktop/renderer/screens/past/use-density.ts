import { useEffect, useState } from 'react'
import { readTimeline, type TimelineGap, type TimelineSpan } from '#shared/contract/history.ts'
import { useCenter } from '../../store/hooks.ts'
import type { Stretch } from './timeline-span.ts'

/** In columns of `every`; told of nothing but the stretch. */
export interface Told extends Stretch {
  every: number
  begin: number | undefined
  spans: readonly TimelineSpan[]
  /** How much was heard is counted by the minute at the finest. */
  heard: { every: number; spans: readonly TimelineSpan[] }
  gaps: readonly TimelineGap[]
}

const MINUTE = 60_000
const NOTHING: Told = {
  from: 0,
  to: 0,
  every: 1000,
  begin: undefined,
  spans: [],
  heard: { every: MINUTE, spans: [] },
  gaps: [],
}
/** Whoever zooms asks once, when the hand rests. */
const REST_MS = 150
const RENEW_MS = 30_000

/** What happened when, for the stretch that is shown and as much on either side. */
export function useDensity({ from, to }: Stretch, every: number): Told {
  const center = useCenter()
  const [told, setTold] = useState(NOTHING)
  useEffect(() => {
    let isOver = false
    const ask = async () => {
      const half = (to - from) / 2
      const span = { from: Math.max(0, Math.floor(from - half)), to: Math.ceil(to + half), every }
      const [fine, coarse] = await Promise.all([
        center.ask(readTimeline, span),
        every % MINUTE === 0 ? undefined : center.ask(readTimeline, { ...span, every: MINUTE }),
      ])
      const { begin, spans, gaps } = fine
      const heard = coarse ? { every: MINUTE, spans: coarse.spans } : { every, spans }
      if (!isOver) setTold({ ...span, begin, spans, heard, gaps })
    }
    // The next try may fare better; until then stands what is known.
    const tried = () => void ask().catch(() => {})
    const first = setTimeout(tried, REST_MS)
    const renew = setInterval(tried, RENEW_MS)
    return () => {
      isOver = true
      clearTimeout(first)
      clearInterval(renew)
    }
  }, [center, from, to, every])
  return told
}
