import { useState } from 'react'
import { useStore } from 'zustand'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import { useAct } from './use-act.ts'
import { useReplays } from './use-together.ts'

/** Somebody looks at the past with others, and this screen could as well. */
export function Invitation() {
  const words = useSpeech().t.past.together
  const center = useCenter()
  const act = useAct()
  const [dismissed, dismiss] = useState<readonly string[]>([])
  const isIn = useStore(center.together.state, (s) => s.replay !== undefined)
  const open = useReplays().find(({ replay }) => !dismissed.includes(replay))
  if (isIn || !open || !center.mayNow('history.see')) return null
  return (
    <div className="together-invitation" role="status">
      <span>{words.invite(open.leader.name)}</span>
      <button type="button" className="primary" onClick={() => act(center.together.join(open.replay))}>
        {words.join}
      </button>
      <button type="button" onClick={() => dismiss([...dismissed, open.replay])}>
        {words.dismiss}
      </button>
    </div>
  )
}
