import { useCallback, useEffect, useRef, useState } from 'react'
import type { AskCode } from '../../store/ask.ts'
import { useCenter, useCenterState } from '../../store/hooks.ts'
import { codeOf, type Known } from './use-answer.ts'

export interface Found<R> {
  rows: R[]
  /** Where to go on, and how many have not been looked at, if that is known; null: that was all. */
  next: { before: number; rest?: number } | null
}

export type Fetch<R> = (before: number | undefined) => Promise<Found<R>>

export interface Pages<R> extends Known {
  rows: R[]
  next: Found<R>['next']
  older(): void
  stop(): void
}

interface State<R> extends Found<R> {
  at: number | undefined
  problem: AskCode | undefined
}

/** A list that is told newest first: `fetch` anew begins anew; a rare find is searched for until a page of it is there. */
export function usePages<R>(fetch: Fetch<R>, page: number): Pages<R> {
  const center = useCenter()
  const connected = useCenterState((s) => s.time.phase !== 'lost')
  const [state, setState] = useState<State<R>>({ rows: [], next: null, at: undefined, problem: undefined })
  const [asking, setAsking] = useState(true)
  const run = useRef(0)

  const walk = useCallback(
    async (from: number | undefined) => {
      const mine = ++run.current
      let before = from
      let fresh = 0
      setAsking(true)
      try {
        do {
          const found = await fetch(before)
          if (mine !== run.current) return
          const first = before === undefined
          fresh += found.rows.length
          setState((known) => ({
            rows: first ? found.rows : [...known.rows, ...found.rows],
            next: found.next,
            at: first ? center.now() : known.at,
            problem: undefined,
          }))
          before = found.next?.before
        } while (before !== undefined && fresh < page)
      } catch (error) {
        if (mine === run.current) setState((known) => ({ ...known, problem: codeOf(error) }))
      }
      if (mine === run.current) setAsking(false)
    },
    [center, fetch, page],
  )
  const stop = useCallback(() => {
    run.current++
    setAsking(false)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the connection that comes back asks anew
  useEffect(() => {
    void walk(undefined)
    return stop
  }, [walk, stop, connected])

  return {
    ...state,
    asking,
    stop,
    again: () => void walk(undefined),
    older: () => void walk(state.next?.before),
  }
}
