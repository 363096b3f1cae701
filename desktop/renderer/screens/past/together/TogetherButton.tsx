import { useStore } from 'zustand'
import { useSpeech } from '../../../i18n/language.ts'
import type { HistoryPlayer } from '../../../players/history.ts'
import { useCenter } from '../../../store/hooks.ts'
import { useAct } from './use-act.ts'
import { useTogether } from './use-together.ts'

/** Has others look along. */
export function TogetherButton({ player }: { player: HistoryPlayer }) {
  const words = useSpeech().t.past.together
  const center = useCenter()
  const act = useAct()
  const replay = useTogether()
  // The playhead cannot be shared while a film is made.
  const isLent = useStore(player.state, (s) => s.lent)
  if (replay || isLent || !center.mayNow('history.see')) return null
  return (
    <button type="button" title={words.beginHint} onClick={() => act(center.together.begin())}>
      {words.begin}
    </button>
  )
}
