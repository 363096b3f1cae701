import { useEffect } from 'react'
import type { Spot } from '#shared/world/replays.ts'
import { useCenter } from '../../store/hooks.ts'
import { pointers } from '../../store/pointers.ts'
import { giveBack, selectAlarm, selection } from '../../store/selection.ts'
import { showSpot } from '../../store/tracks.ts'
import { Staging } from './staging.ts'

/** Whoever touches the wall leads it himself for so long. */
const BY_HAND_MS = 60_000
/** What is gravest waits for him only so long. */
const GRAVE_MS = 10_000
const LOOK_EVERY_MS = 1000
/** Where people pointed or drew in a shared replay is looked at for so long. */
const SHOWN_MS = 30_000

/** On a wall that nobody leads alarms take the stage by themselves, and give it back; what people point at together goes before. */
export function WallLead() {
  const center = useCenter()
  useEffect(() => {
    const staging = new Staging()
    let touchedAt = Number.NEGATIVE_INFINITY
    let shown: string | undefined
    let pointedAt = Number.NEGATIVE_INFINITY
    const show = ([lon, lat, height]: Spot) => {
      const goesThere = performance.now() - pointedAt > SHOWN_MS
      pointedAt = performance.now()
      if (!goesThere) return
      if (selection.getState().alarm !== undefined) giveBack()
      showSpot({ lon, lat, height })
    }
    const look = () => {
      if (performance.now() - pointedAt < SHOWN_MS) return
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
    const stopPointing = pointers.subscribe(({ shown: hands }) => {
      for (const { replay, at } of hands.values()) if (at && replay === center.together.now?.replay) show(at)
    })
    let drawn = ''
    const stopDrawing = center.onLive('replays', () => {
      const stroke = center.together.now?.strokes.at(-1)
      if (!stroke || stroke.stroke === drawn) return
      drawn = stroke.stroke
      const middle = stroke.points[stroke.points.length >> 1]
      if (middle) show(middle)
    })
    const events = ['pointerdown', 'keydown', 'wheel'] as const
    for (const name of events) addEventListener(name, touched, { passive: true })
    look()
    return () => {
      clearInterval(timer)
      stop()
      stopPointing()
      stopDrawing()
      for (const name of events) removeEventListener(name, touched)
    }
  }, [center])
  return null
}
