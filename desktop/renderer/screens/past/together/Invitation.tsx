import { useState } from 'react'
import { useStore } from 'zustand'
import { endReplay } from '#shared/contract/replays.ts'
import type { Replay } from '#shared/world/replays.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter, useCenterState } from '../../../store/hooks.ts'
import { HandOver } from './HandOver.tsx'
import { useAct } from './use-act.ts'
import { useReplays } from './use-together.ts'
import './together.css'

/** Somebody looks at the past with others, and this screen could as well; or it led them and has gone. */
export function Invitation() {
  const center = useCenter()
  const [dismissed, dismiss] = useState<readonly string[]>([])
  const isIn = useStore(center.together.state, (s) => s.replay !== undefined)
  const open = useReplays().find(({ replay }) => !dismissed.includes(replay))
  const isRecorded = useCenterState((s) => s.recording !== undefined)
  if (isIn || isRecorded || !open || !center.mayNow('history.see')) return null
  return <Line replay={open} dismiss={() => dismiss([...dismissed, open.replay])} />
}

function Line({ replay, dismiss }: { replay: Replay; dismiss(): void }) {
  const words = useSpeech().t.past.together
  const center = useCenter()
  const act = useAct()
  const account = useCenterState((s) => s.user?.account)
  const { leader, screens } = replay
  const isOwn = leader.account === account
  return (
    <div className="foot-note past together-invitation" role="status">
      <span>{isOwn ? words.waiting(Object.keys(screens).length) : words.invite(leader.name)}</span>
      <button type="button" className="primary" onClick={() => act(center.together.join(replay.replay))}>
        {isOwn ? words.comeBack : words.join}
      </button>
      {isOwn && <HandOver replay={replay} />}
      {isOwn && (
        <button type="button" onClick={() => act(center.ask(endReplay, { replay: replay.replay }))}>
          {words.endForAll}
        </button>
      )}
      <button type="button" onClick={dismiss}>
        {words.dismiss}
      </button>
    </div>
  )
}
