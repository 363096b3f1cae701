import { useEffect } from 'react'
import type { HistoryPlayer } from '../../players/history.ts'
import { useCenter } from '../../store/hooks.ts'
import { beginKeeping } from './bookmarks/keeping.ts'
import { openPast } from './PastButton.tsx'

const TEN_MS = 10_000

/** Keys of the past, wherever the focus is but in a field. */
export function usePastKeys(player: HistoryPlayer | undefined): void {
  const center = useCenter()
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key.toLowerCase() === 'b' && center.mayNow('history.see')) {
        event.preventDefault()
        return beginKeeping(center)
      }
      if (!player) {
        if (event.key.toLowerCase() === 'h' && center.mayNow('history.see')) openPast(center)
        return
      }
      const act = {
        p: () => (player.state.getState().playing ? player.pause() : player.play()),
        ',': () => void player.step(-1),
        '.': () => void player.step(1),
        '[': () => void player.seek(player.at - TEN_MS),
        ']': () => void player.seek(player.at + TEN_MS),
        l: () => center.goLive(),
      }[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  }, [center, player])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable)
}
