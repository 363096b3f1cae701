import { useEffect, useState } from 'react'
import { readTimeline } from '#shared/contract/history.ts'
import type { Happening } from '../../players/past-source.ts'
import { useCenter, useCenterState } from '../../store/hooks.ts'
import { type Gap, wideOf } from './with-gaps.ts'

const MINUTE = 60_000
/** Of no interest here: as few columns as there may be. */
const COLUMNS = 10

/** Where nothing was heard between these events, and what of a file cannot be shown. */
export function useGaps(events: readonly Happening[], now: number): readonly Gap[] {
  const center = useCenter()
  const past = useCenterState((s) => s.past)
  const [told, setTold] = useState<readonly Gap[]>([])
  // By the minute: the present goes on, and nobody falls silent by the second.
  const wide = wideOf(events, Math.floor(now / MINUTE) * MINUTE)
  const [from, to] = [wide?.from ?? 0, wide?.to ?? 0]
  useEffect(() => {
    if (from >= to) return setTold([])
    let wanted = true
    const every = Math.max(MINUTE, Math.ceil((to - from) / COLUMNS))
    // The next try may fare better; until then stands what is known.
    center.ask(readTimeline, { from: Math.floor(from), to: Math.ceil(to), every }).then(
      ({ gaps }) => wanted && setTold(gaps.flatMap(({ why, ...gap }) => (why === 'silent' ? [{ ...gap, why }] : []))),
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [center, from, to])
  const holes = past?.source.holes ?? []
  return [...told, ...holes.map((hole) => ({ ...hole, why: 'altered' as const }))]
}
