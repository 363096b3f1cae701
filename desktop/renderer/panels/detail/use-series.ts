import { useEffect, useState } from 'react'
import { readSeries } from '#shared/contract/devices.ts'
import { type AskCode, AskError } from '../../store/ask.ts'
import { useCenter, useCenterState, useJumps, useSubject } from '../../store/hooks.ts'
import { continued, type Point } from '../../store/series.ts'

const MOST = 10_000

export interface Series {
  points: Point[]
  /** Without the server nobody knows what was measured. */
  isAway: boolean
  asking: boolean
  problem: AskCode | undefined
  /** Days of which nothing is known any more. */
  missing: readonly string[]
}

const NOTHING: Omit<Series, 'isAway'> = { points: [], asking: true, problem: undefined, missing: [] }

/** What a device measured until now, and goes on to measure. */
export function useSeries(device: string, metric: string, windowMs: number): Series {
  const center = useCenter()
  const isLive = useCenterState((s) => s.time.phase === 'live')
  const jumps = useJumps()
  const [series, setSeries] = useState(NOTHING)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another moment of the past has other values behind it
  useEffect(() => {
    if (!isLive) return
    let open = true
    setSeries((before) => ({ ...before, asking: true, problem: undefined }))
    // What a clock that runs ahead brings belongs to it; in the past nobody knew of it.
    const to = center.now() + (jumps === 0 ? 60_000 : 0)
    const wish = { device, metric, from: Math.floor(center.now() - windowMs), to: Math.floor(to), limit: MOST }
    center.ask(readSeries, wish).then(
      ({ points, missing }) => open && setSeries({ points, missing, asking: false, problem: undefined }),
      (error) =>
        open && setSeries({ ...NOTHING, asking: false, problem: error instanceof AskError ? error.code : 'internal' }),
    )
    return () => {
      open = false
    }
  }, [center, device, metric, windowMs, isLive, jumps])
  const version = useSubject('values')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the newest values
  useEffect(() => {
    const latest = center.world.latest(device)
    const value = latest?.[1][metric]
    const newest: Point | undefined = latest && value !== undefined ? [latest[0], value] : undefined
    setSeries((before) => {
      if (before.asking) return before
      const points = continued(before.points, newest, center.now() - windowMs)
      return points === before.points ? before : { ...before, points }
    })
  }, [center, device, metric, windowMs, version])
  return { ...series, isAway: !isLive }
}
