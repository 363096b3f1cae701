import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import { useAct } from './use-act.ts'
import { useTogether } from './use-together.ts'

/** Has others look along. */
export function TogetherButton() {
  const words = useSpeech().t.past.together
  const center = useCenter()
  const act = useAct()
  const replay = useTogether()
  if (replay || !center.mayNow('history.see')) return null
  return (
    <button type="button" title={words.beginHint} onClick={() => act(center.together.begin())}>
      {words.begin}
    </button>
  )
}
