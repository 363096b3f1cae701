import { Suspense, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useSpeech } from '../../../i18n/language.ts'
import type { HistoryPlayer } from '../../../players/history.ts'
import { say } from '../../../theme/notice.ts'
import { lazily } from '../../lazily.tsx'
import { sizeText } from '../../recorded/size.ts'
import { shownScene } from '../../scene/shown-scene.ts'
import type { Stretch } from '../timeline-span.ts'
import { lengthText } from './length-text.ts'
import { type FilmState, useFilm } from './use-film.ts'

const FilmDialog = lazily(async () => (await import('./FilmDialog.tsx')).FilmDialog)

/** Makes a film of the scene; while it does, how far it is stands in its place. */
export function FilmTool({ player, shown }: { player: HistoryPlayer; shown: Stretch | undefined }) {
  const words = useSpeech().t.past.film
  const together = useStore(player.state, (s) => s.together)
  const [open, setOpen] = useState(false)
  const { state, run, cancel, forget } = useFilm(player)
  if (state.phase === 'running') return <Progress state={state} cancel={cancel} />
  // The playhead is somebody else's.
  if (together === 'follows') return null
  const begin = () => {
    if (together === 'leads') return say('bad', words.leads)
    if (!shownScene.getState().stage) return say('bad', words.noScene)
    setOpen(true)
  }
  return (
    <>
      {state.phase === 'done' && (
        <span className="film-done" role="status">
          {words.done(state.name, sizeText(state.bytes))}{' '}
          <button type="button" onClick={forget}>
            {words.dismiss}
          </button>
        </span>
      )}
      <button type="button" onClick={begin}>
        {words.button}
      </button>
      {open && (
        <Suspense>
          <FilmDialog player={player} shown={shown} run={run} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

function Progress({ state, cancel }: { state: FilmState & { phase: 'running' }; cancel(): void }) {
  const words = useSpeech().t.past.film
  const hidden = useHidden()
  const { done, pictures, leftMs } = state
  const percent = Math.floor((done / pictures) * 100)
  return (
    <span className="film-progress">
      <progress max={pictures} value={done} aria-label={words.running(percent)} />
      <span>
        {done === pictures ? words.finishing : words.running(percent)}
        {done < pictures && (hidden ? ` · ${words.hidden}` : leftMs !== undefined && words.left(lengthText(leftMs)))}
      </span>
      <button type="button" onClick={cancel}>
        {words.cancel}
      </button>
    </span>
  )
}

/** A page that is out of sight draws nothing. */
function useHidden(): boolean {
  const [hidden, setHidden] = useState(document.hidden)
  useEffect(() => {
    const look = () => setHidden(document.hidden)
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return hidden
}
