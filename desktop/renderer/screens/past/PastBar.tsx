import { useStore } from 'zustand'
import { useSpeech } from '../../i18n/language.ts'
import type { HistoryPlayer } from '../../players/history.ts'
import { useCenter, useCenterState } from '../../store/hooks.ts'
import { AlarmStrip } from '../AlarmStrip.tsx'
import { BookmarkButton } from './bookmarks/BookmarkButton.tsx'
import { KeepBookmark } from './bookmarks/KeepBookmark.tsx'
import { GoToTime } from './GoToTime.tsx'
import { Timeline } from './Timeline.tsx'
import { Transport } from './Transport.tsx'
import { usePastKeys } from './use-past-keys.ts'
import './bookmarks/bookmarks.css'
import './past.css'

/** Below the screen while the past is shown: where one is in it, and how one moves. */
export function PastBar() {
  const player = useCenterState((s) => s.past)
  usePastKeys(player)
  return (
    <>
      {player && <Bar player={player} />}
      <KeepBookmark />
    </>
  )
}

function Bar({ player }: { player: HistoryPlayer }) {
  const { t } = useSpeech()
  const center = useCenter()
  const phase = useStore(player.state, (s) => s.phase)
  const problem = useStore(player.state, (s) => s.problem)
  return (
    <section className="past-bar" aria-label={t.past.title} data-phase={phase}>
      {/* The lists show the alarms of then: those of now break through here. */}
      <AlarmStrip />
      <div className="past-tools">
        <Transport player={player} />
        <GoToTime player={player} />
        <span className="past-phase" role="status">
          {phase === 'seeking' && t.past.seeking}
          {phase === 'waiting' && t.past.waiting}
          {phase === 'failed' && (
            <>
              {t.past.failed}: {t.errors[problem as keyof typeof t.errors] ?? problem}{' '}
              <button type="button" onClick={() => void player.seek(player.at)}>
                {t.past.again}
              </button>
            </>
          )}
        </span>
        <BookmarkButton />
        <button type="button" className="past-live" onClick={() => center.goLive()}>
          {t.past.live} <kbd>L</kbd>
        </button>
      </div>
      <Timeline player={player} />
    </section>
  )
}
