import { useEffect, useState } from 'react'
import { MOST_SPANS, readTimeline, type TimelineGap } from '#shared/contract/history.ts'
import { useCenter } from '../../store/hooks.ts'
import { totalOf } from '../../store/recorded/recorded-timeline.ts'

export interface Contents {
  alarms: number
  acts: number
  others: number
  readings: number
  /** Without any record, and those of which readings are lost. */
  gaps: number
  damaged: number
}

const MINUTE = 60_000
/** Whoever types asks once, when the hand rests. */
const REST_MS = 300

function told(gaps: readonly TimelineGap[]): Pick<Contents, 'gaps' | 'damaged'> {
  const damaged = gaps.filter(({ why }) => why !== 'silent').length
  return { gaps: gaps.length - damaged, damaged }
}

/** What a file of a stretch would hold; undefined: not known yet. */
export function useContents(range: { from: number; to: number } | undefined): Contents | undefined {
  const center = useCenter()
  const [contents, setContents] = useState<Contents>()
  const { from, to } = range ?? { from: 0, to: 0 }
  useEffect(() => {
    setContents(undefined)
    if (from >= to) return
    let wanted = true
    const every = Math.max(1000, Math.ceil((to - from) / MOST_SPANS / MINUTE) * MINUTE)
    const wish = { from, to, every: to - from < MOST_SPANS * 1000 ? 1000 : every }
    const look = async () => {
      const fine = await center.ask(readTimeline, wish)
      // How much was heard is told by minutes.
      const coarse =
        every % MINUTE === 0 && wish.every === every ? fine : await center.ask(readTimeline, { ...wish, every: MINUTE })
      const { alarms, acts, course, devices, automatic, events } = totalOf(fine.spans)
      if (!wanted) return
      const others = course + devices + automatic + events
      const { readings } = totalOf(coarse.spans)
      setContents({ alarms: alarms.reduce((a, b) => a + b), acts, others, readings, ...told(fine.gaps) })
    }
    const timer = setTimeout(() => void look().catch(() => {}), REST_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [center, from, to])
  return contents
}
