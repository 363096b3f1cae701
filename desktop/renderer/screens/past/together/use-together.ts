import { useStore } from 'zustand'
import type { Replay } from '#shared/world/replays.ts'
import { useCenter, useLiveSubject } from '../../../store/hooks.ts'

/** The shared replay that this screen takes part in. */
export function useTogether(): Replay | undefined {
  const { together } = useCenter()
  const id = useStore(together.state, (s) => s.replay)
  const store = useLiveSubject('replays')
  return id === undefined ? undefined : store.get('replays', id)
}

/** All that are under way. */
export function useReplays(): Replay[] {
  return [...useLiveSubject('replays').world.replays.values()]
}
