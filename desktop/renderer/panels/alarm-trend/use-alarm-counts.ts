import { useEffect, useState } from 'react'
import { countAlarms } from '#shared/contract/alarms.ts'
import { useCenter, useCenterState, useJumps } from '../../store/hooks.ts'

export interface AlarmCounts {
  from: number
  counts: readonly { at: number; grade: 1 | 2 | 3 | 4; count: number }[]
}

/** An hour may begin without an alarm; one that rises is counted soon. */
const AGAIN_MS = 60_000
const SOON_MS = 2000

/** What the server counts; it stays while the server is away. */
export function useAlarmCounts(): { counts: AlarmCounts | undefined; failed: boolean } {
  const center = useCenter()
  const { ask, world } = center
  const jumps = useJumps()
  const isLive = useCenterState((s) => s.time.phase === 'live')
  const isLost = useCenterState((s) => s.time.phase === 'lost')
  const [counts, setCounts] = useState<AlarmCounts>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!isLive) {
      // Not yet, or no longer: what is known stays.
      setFailed(isLost)
      return
    }
    setFailed(false)
    let open = true
    let soon: ReturnType<typeof setTimeout> | undefined
    const load = () => {
      soon = undefined
      ask(countAlarms, { hours: 24, ...(jumps > 0 && { until: center.now() }) }).then(
        (found) => {
          if (!open) return
          setCounts(found)
          setFailed(false)
        },
        () => open && setFailed(true),
      )
    }
    load()
    const timer = setInterval(load, AGAIN_MS)
    const stop = world.subscribe('alarms', () => {
      soon ??= setTimeout(load, SOON_MS)
    })
    return () => {
      open = false
      clearTimeout(soon)
      clearInterval(timer)
      stop()
    }
  }, [center, ask, world, isLive, isLost, jumps])
  return { counts, failed }
}
