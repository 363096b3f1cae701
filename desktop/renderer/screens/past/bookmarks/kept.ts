import { useMemo } from 'react'
import type { Bookmark } from '#shared/world/bookmarks.ts'
import type { Center } from '../../../store/center.ts'
import { useLiveSubject } from '../../../store/hooks.ts'
import { shownScene } from '../../scene/shown-scene.ts'

/** All bookmarks by their moment, also those that were made after it. */
export function useBookmarks(): { kept: readonly Bookmark[]; removed: readonly Bookmark[] } {
  const store = useLiveSubject('bookmarks')
  const version = store.version('bookmarks')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version tells that the table is another
  return useMemo(() => {
    const all = [...store.world.bookmarks.values()].sort((a, b) => a.moment - b.moment)
    return {
      kept: all.filter(({ removedAt }) => removedAt === undefined),
      removed: all.filter(({ removedAt }) => removedAt !== undefined),
    }
  }, [store, version])
}

/** To its moment, and to where its maker looked from. */
export function goToBookmark(center: Center, { moment, until, view }: Bookmark): void {
  const player = center.goTo(moment)
  player.loop(until === undefined ? undefined : [moment, until])
  if (view) void shownScene.getState().stage?.goTo(view)
}

export function mayChange(center: Center, { by }: Bookmark): boolean {
  return by.id === center.state.getState().user?.account || center.mayNow('history.lead')
}
