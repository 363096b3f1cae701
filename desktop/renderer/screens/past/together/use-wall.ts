import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useCenter, useCenterState } from '../../../store/hooks.ts'
import { useReplays } from './use-together.ts'

const AGAIN_MS = 5000

/** A wall follows what is shown on the walls, by itself, and goes back to the present by itself. */
export function useWallFollows(): void {
  const center = useCenter()
  const isWall = useCenterState((s) => s.user !== undefined) && !center.mayNow('history.see')
  const shown = useReplays().find(({ onWalls }) => onWalls)?.replay
  const follows = useStore(center.together.state, (s) => s.replay)
  useEffect(() => {
    if (!isWall) return
    if (shown !== undefined && follows === undefined) {
      // Out of reach just now: nobody stands at a wall to try again.
      const join = () => void center.together.join(shown).catch(() => {})
      join()
      const again = setInterval(join, AGAIN_MS)
      return () => clearInterval(again)
    }
    if (shown === undefined && center.state.getState().past && !center.state.getState().recording) center.goLive()
  }, [center, isWall, shown, follows])
}
