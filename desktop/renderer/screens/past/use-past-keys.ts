import { useEffect } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import type { HistoryPlayer } from '../../players/history.ts'
import { useCenter } from '../../store/hooks.ts'
import { beginKeeping } from './bookmarks/keeping.ts'
import { beginStretch, dropStretch, endStretch } from './chosen-stretch.ts'
import { openPast } from './PastButton.tsx'
import { changeSpeed, nextKind, stepFrom, turnBack } from './steering.ts'

const TEN_MS = 10_000

/** Keys of the past, wherever the focus is but in a field. */
export function usePastKeys(player: HistoryPlayer | undefined): void {
  const center = useCenter()
  const { t } = useSpeech()
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
        // Who holds the key down goes as fast as it comes, and no further than to where it is let go.
        ',': () => void (event.repeat && isBusy(player) ? undefined : stepFrom(player, -1, t)),
        '.': () => void (event.repeat && isBusy(player) ? undefined : stepFrom(player, 1, t)),
        '<': () => changeSpeed(player, -1),
        '>': () => changeSpeed(player, 1),
        '[': () => void player.seek(player.at - TEN_MS),
        ']': () => void player.seek(player.at + TEN_MS),
        r: () => turnBack(player),
        k: () => nextKind(player),
        i: () => beginStretch(player, t),
        o: () => endStretch(player, t),
        u: () => dropStretch(player),
        l: () => center.goLive(),
      }[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  }, [center, player, t])
}

function isBusy(player: HistoryPlayer): boolean {
  const { phase } = player.state.getState()
  return phase === 'seeking' || phase === 'waiting'
}

/** Where letters are written or chosen by; a box that is ticked is not. */
const WRITTEN = 'input:not([type=checkbox], [type=radio], [type=range], [type=button]), textarea, select'

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.matches(WRITTEN) || target.isContentEditable)
}
