import { useEffect } from 'react'
import { useCenter } from '../../store/hooks.ts'
import { giveBack, selectAlarm, selection } from '../../store/selection.ts'
import { Staging } from './staging.ts'

/** Whoever touches the wall leads it himself for so long. */
const BY_HAND_MS = 60_000
/** What is gravest waits for him only so long. */
const GRAVE_MS = 10_000
const LOOK_EVERY_MS = 1000

/** On a wall that nobody leads alarms take the stage by themselves, and give it back. */
export function WallLead() {
  const center = useCenter()
  useEffect(() => {
    const staging = new Staging()
    let touchedAt = Number.NEGATIVE_INFINITY
    let shown: string | undefined
    const look = () => {
      const alone = performance.now() - touchedAt
      const isGrave = center.world.calling.some((a) => a.grade === 1 && a.state === 'unacknowledged')
      if (alone < (isGrave ? GRAVE_MS : BY_HAND_MS) || center.state.getState().time.phase !== 'live') return
      const cue = staging.next(center.world.calling, performance.now())
      if (cue === 'give back') {
        // What somebody has chosen by hand meanwhile is his.
        if (selection.getState().alarm === shown) giveBack()
      } else if (cue) {
        shown = cue.show
        selectAlarm(shown)
      }
    }
    const touched = () => {
      touchedAt = performance.now()
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    const stop = center.world.subscribe('alarms', look)
    const events = ['pointerdown', 'keydown', 'wheel'] as const
    for (const name of events) addEventListener(name, touched, { passive: true })
    look()
    return () => {
      clearInterval(timer)
      stop()
      for (const name of events) removeEventListener(name, touched)
    }
  }, [center])
  return null
}
