import { useEffect, useState } from 'react'
import type { StepTo } from '#shared/world/happenings.ts'
import type { Happening } from '../../players/past-source.ts'
import { type AskCode, AskError } from '../../store/ask.ts'
import { useCenter, useCenterState, useNow } from '../../store/hooks.ts'

export interface Happened {
  /** The newest first; undefined: not known yet. */
  events: readonly Happening[] | undefined
  problem: AskCode | undefined
}

/** What happened up to the time that is shown: asked for anew whenever something has happened, once a second at most. */
export function useHappened(to: StepTo, limit: number): Happened {
  const center = useCenter()
  const past = useCenterState((s) => s.past)
  const isKnown = useCenterState((s) => s.past !== undefined || s.time.phase === 'live')
  useNow()
  const { seq } = center.world.world
  const [told, setTold] = useState<Happened>({ events: undefined, problem: undefined })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of the last event stands for what has happened
  useEffect(() => {
    if (!isKnown) return
    let wanted = true
    center.happened(Math.floor(center.now()) + 1, -1, to, limit).then(
      (events) => wanted && setTold({ events, problem: undefined }),
      (error) => wanted && setTold({ events: [], problem: error instanceof AskError ? error.code : 'internal' }),
    )
    return () => {
      wanted = false
    }
  }, [center, past, isKnown, seq, to, limit])
  const isLost = useCenterState((s) => s.past === undefined && s.time.phase === 'lost')
  return isLost ? { ...told, problem: 'net.unreachable' } : told
}
