import { useEffect, useState } from 'react'
import { readTrend, type TrendSeries } from '#shared/contract/trends.ts'
import { type AskCode, AskError } from '../../store/ask.ts'
import { useCenter, useCenterState } from '../../store/hooks.ts'
import type { Traced } from '../../store/trends.ts'
import type { Range } from './range.ts'

/** While a hand turns the wheel nothing is asked. */
const SETTLE_MS = 120

export interface Answered {
  series: readonly TrendSeries[]
  missing: readonly string[]
}

export interface TrendState extends Answered {
  asking: boolean
  problem: AskCode | undefined
  /** Without the server nobody knows what was measured; what was known stays. */
  isAway: boolean
  isLive: boolean
}

const NOTHING: Answered = { series: [], missing: [] }

/** What the server says of the curves in a range. An answer that comes when something else is asked by then is dropped. */
export function useTrend(traced: readonly Traced[], { from, to }: Range, most: number): TrendState {
  const { ask } = useCenter()
  const isLive = useCenterState((s) => s.time.phase === 'live')
  const isAway = useCenterState((s) => s.time.phase === 'lost')
  const [answered, setAnswered] = useState(NOTHING)
  const [asking, setAsking] = useState(true)
  const [problem, setProblem] = useState<AskCode>()
  const wanted = JSON.stringify(traced.map(({ device, metric }) => ({ device, metric })))
  useEffect(() => {
    const series = JSON.parse(wanted) as { device: string; metric: string }[]
    if (!isLive || series.length === 0) return
    let open = true
    setAsking(true)
    const timer = setTimeout(() => {
      ask(readTrend, { series, from: Math.floor(from), to: Math.ceil(to), most }).then(
        (found) => {
          if (!open) return
          setAnswered({ series: found.series ?? [], missing: found.missing ?? [] })
          setAsking(false)
          setProblem(undefined)
        },
        (error) => {
          if (!open) return
          setAsking(false)
          setProblem(error instanceof AskError ? error.code : 'internal')
        },
      )
    }, SETTLE_MS)
    return () => {
      open = false
      clearTimeout(timer)
    }
  }, [ask, isLive, wanted, from, to, most])
  return { ...answered, asking, problem, isAway, isLive }
}
