import { useEffect, useState } from 'react'
import { readTimeline, type TimelineGap, type TimelineSpan } from '#shared/contract/history.ts'
import { useCenter } from '../../store/hooks.ts'
import type { Stretch } from './timeline-span.ts'

export interface Told {
  every: number
  begin: number | undefined
  spans: readonly TimelineSpan[]
  gaps: readonly TimelineGap[]
}

const NOTHING: Told = { every: 1000, begin: undefined, spans: [], gaps: [] }
/** Whoever zooms asks once, when the hand rests. */
const REST_MS = 150
const RENEW_MS = 30_000

/** What happened when, for the stretch that is shown and as much on either side. */
export function useDensity({ from, to }: Stretch, every: number): Told {
  const center = useCenter()
  const [told, setTold] = useState(NOTHING)
  useEffect(() => {
    let isOver = false
    const ask = () => {
      const length = to - from
      const span = { from: Math.max(0, Math.floor(from - length / 2)), to: Math.ceil(to + length / 2), every }
      center.ask(readTimeline, span).then(
        ({ begin, spans, gaps }) => !isOver && setTold({ every, begin, spans, gaps }),
        // The next try may fare better; until then stands what is known.
        () => {},
      )
    }
    const first = setTimeout(ask, REST_MS)
    const renew = setInterval(ask, RENEW_MS)
    return () => {
      isOver = true
      clearTimeout(first)
      clearInterval(renew)
    }
  }, [center, from, to, every])
  return told
}
