import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useCenter, useCenterState } from '../../../store/hooks.ts'
import { useReplays } from './use-together.ts'

/** A wall follows what is shown on the walls, by itself, and goes back to the present by itself. */
export function useWallFollows(): void {
  const center = useCenter()
  const isWall = useCenterState((s) => s.user !== undefined) && !center.mayNow('history.see')
  const shown = useReplays().find(({ onWalls }) => onWalls)?.replay
  const follows = useStore(center.together.state, (s) => s.replay)
  useEffect(() => {
    if (!isWall) return
    // Refused or out of reach: the next change of the replay tries again.
    if (shown !== undefined && follows === undefined) center.together.join(shown).catch(() => {})
    if (shown === undefined && center.state.getState().past && !center.state.getState().recording) center.goLive()
  }, [center, isWall, shown, follows])
}
