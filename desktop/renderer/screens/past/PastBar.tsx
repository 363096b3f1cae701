import { type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useSpeech } from '../../i18n/language.ts'
import type { HistoryPlayer } from '../../players/history.ts'
import { useCenter, useCenterState } from '../../store/hooks.ts'
import { AlarmStrip } from '../AlarmStrip.tsx'
import { lazily } from '../lazily.tsx'
import { AboutRecording } from '../recorded/AboutRecording.tsx'
import { OpenRecording } from '../recorded/OpenRecording.tsx'
import { BookmarkButton } from './bookmarks/BookmarkButton.tsx'
import { KeepBookmark } from './bookmarks/KeepBookmark.tsx'
import { FilmTool } from './film/FilmTool.tsx'
import { GoToTime } from './GoToTime.tsx'
import { PastPhase } from './PastPhase.tsx'
import { Timeline } from './Timeline.tsx'
import { Transport } from './Transport.tsx'
import type { Stretch } from './timeline-span.ts'
import { TogetherBar } from './together/TogetherBar.tsx'
import { TogetherButton } from './together/TogetherButton.tsx'
import { useWallFollows } from './together/use-wall.ts'
import { usePastKeys } from './use-past-keys.ts'
import './bookmarks/bookmarks.css'
import './film/film.css'
import './past.css'
import './together/together.css'

const ExportDialog = lazily(async () => (await import('../recorded/ExportDialog.tsx')).ExportDialog)

/** Below the screen while the past is shown: where one is in it, and how one moves. */
export function PastBar() {
  const player = useCenterState((s) => s.past)
  usePastKeys(player)
  useWallFollows()
  // Another one begins with a timeline of its own.
  const recording = useCenterState((s) => s.recording)
  return (
    <>
      {player && <Bar key={recording?.name} player={player} />}
      {!recording && <KeepBookmark />}
    </>
  )
}

function Bar({ player }: { player: HistoryPlayer }) {
  const { t } = useSpeech()
  const center = useCenter()
  const recording = useCenterState((s) => s.recording)
  const phase = useStore(player.state, (s) => s.phase)
  const isShown = useStore(player.state, (s) => s.shownAt !== undefined)
  // A wall only looks along.
  const steers = recording !== undefined || center.mayNow('history.see')
  const loop = useStore(player.state, (s) => s.loop)
  const [shown, setShown] = useState<Stretch>()
  const [exported, setExported] = useState<{ from: number; to: number }>()
  const bar = useRef<HTMLElement>(null)
  useHeight(bar)
  return (
    <section ref={bar} className="past-bar" aria-label={t.past.title} data-phase={phase} data-shown={isShown}>
      {/* The lists show the alarms of then: those of now break through here. */}
      {center.hasSeat && <AlarmStrip />}
      {!recording && <TogetherBar />}
      <div className="past-tools">
        <span className="past-where">
          {steers && <Transport player={player} />}
          {steers && <GoToTime player={player} />}
          <PastPhase player={player} />
          {recording && <AboutRecording recording={recording} />}
        </span>
        <span className="past-ways">
          {!recording && <TogetherButton player={player} />}
          {!recording && steers && <BookmarkButton />}
          {!recording && center.mayNow('history.export') && (
            <button type="button" onClick={() => setExported(rangeOf(loop, shown, player.at))}>
              {t.recorded.export.button}
            </button>
          )}
          {steers && <FilmTool player={player} shown={shown} />}
          {steers && <OpenRecording className="past-open" />}
          {steers && (
            <button type="button" className="past-live" onClick={() => center.goLive()}>
              {recording ? t.recorded.close : t.past.live} <kbd>L</kbd>
            </button>
          )}
        </span>
      </div>
      <Timeline player={player} steers={steers} onStretch={setShown} />
      {exported && (
        <Suspense>
          <ExportDialog {...exported} close={() => setExported(undefined)} />
        </Suspense>
      )}
    </section>
  )
}

/** What stands at the foot of the screen stands above it. */
function useHeight(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = bar
    if (!current) return
    const { style } = document.documentElement
    const watch = new ResizeObserver(() => style.setProperty('--past-bar', `${current.offsetHeight}px`))
    watch.observe(current)
    return () => {
      watch.disconnect()
      style.removeProperty('--past-bar')
    }
  }, [bar])
}

const LONGEST_MS = 24 * 3_600_000

/** What somebody chose, or what is seen of the timeline; of what is wider than a file holds, as much around the moment. */
function rangeOf(loop: readonly [number, number] | undefined, shown: Stretch | undefined, at: number) {
  if (loop) return { from: loop[0], to: loop[1] }
  const { from, to } = shown ?? { from: at - LONGEST_MS / 48, to: at + LONGEST_MS / 48 }
  if (to - from <= LONGEST_MS) return { from, to }
  return { from: at - LONGEST_MS / 2, to: at + LONGEST_MS / 2 }
}
