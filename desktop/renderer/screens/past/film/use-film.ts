import { useCallback, useEffect, useRef, useState } from 'react'
import { dateTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import type { HistoryPlayer } from '../../../players/history.ts'
import { LentError, LoanOver } from '../../../players/past-state.ts'
import { download, fileName } from '../../../store/files/download.ts'
import { useCenter } from '../../../store/hooks.ts'
import { useSite } from '../../../store/site.ts'
import { say } from '../../../theme/notice.ts'
import { shownScene } from '../../scene/shown-scene.ts'
import { openTarget } from './film-file.ts'
import { makeFilm, NotLent } from './make-film.ts'
import type { FilmPlan, FilmWish } from './plan.ts'
import type { FilmWay } from './way.ts'

export type FilmState =
  | { phase: 'idle' }
  | { phase: 'running'; done: number; pictures: number; leftMs: number | undefined }
  | { phase: 'done'; name: string; bytes: number }

/** One film at a time, as long as the past is shown. */
export function useFilm(player: HistoryPlayer) {
  const { t } = useSpeech()
  const words = t.past.film
  const center = useCenter()
  const community = useSite()?.community.name ?? ''
  const [state, setState] = useState<FilmState>({ phase: 'idle' })
  const running = useRef<AbortController>(undefined)
  const cancel = useCallback(() => running.current?.abort(), [])
  useEffect(() => cancel, [cancel])

  const run = async (wish: FilmWish, plan: FilmPlan, way: FilmWay) => {
    const name = fileName(`${community}-${dateTime(wish.from).replaceAll(':', '')}`, dateTime(wish.to), 'webm')
    // What is recorded as it passes is put in its time at the end, and cannot be in a file before.
    const file = way.kind === 'recorder' ? undefined : await openTarget(name).catch(() => 'failed' as const)
    if (file === 'failed') return say('bad', `${words.failed}: ${words.problems.write}`)
    // Asked where to, somebody thought better of it.
    if (file === 'declined') return
    const { stage } = shownScene.getState()
    if (!stage) return say('bad', words.noScene)
    const stop = new AbortController()
    running.current = stop
    const began = performance.now()
    const told = (done: number) => {
      const leftMs = done < 5 ? undefined : ((performance.now() - began) / done) * (plan.pictures - done)
      if (!stop.signal.aborted) setState({ phase: 'running', done, pictures: plan.pictures, leftMs })
    }
    told(0)
    try {
      const deps = { center, player, stage, t, community }
      const film = await makeFilm(deps, { wish, plan, way, target: file?.target, stop: stop.signal, told })
      if (film) download(film, name)
      setState({ phase: 'done', name: file?.name ?? name, bytes: film?.size ?? (await file?.size()) ?? 0 })
    } catch (error) {
      await file?.discard()
      setState({ phase: 'idle' })
      if (stop.signal.aborted) say('word', words.cancelled)
      else say('bad', `${words.failed}: ${why(error)}`)
    }
  }
  const why = (error: unknown) => {
    if (error instanceof LoanOver) return words.problems.over
    if (error instanceof NotLent) return words.problems.taken
    if (error instanceof LentError) return t.errors[error.code as keyof typeof t.errors] ?? error.code
    return shownScene.getState().stage ? words.problems.write : words.problems.scene
  }
  return { state, run, cancel, forget: () => setState({ phase: 'idle' }) }
}
