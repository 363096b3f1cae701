import { dateTime } from '../../../i18n/format.ts'
import type { Texts } from '../../../i18n/zh.ts'
import type { HistoryPlayer } from '../../../players/history.ts'
import type { Stage } from '../../../scene/stage.ts'
import type { StageFilm } from '../../../scene/stage-film.ts'
import type { Center } from '../../../store/center.ts'
import { captionNow } from '../../scene/caption-now.ts'
import { captioned, stripOf } from '../../scene/captioned.ts'
import type { FilmTarget, FilmWriter } from './film-writer.ts'
import { FILM_SIZES, type FilmPlan, type FilmWish } from './plan.ts'
import type { FilmWay } from './way.ts'

export interface FilmDeps {
  center: Center
  player: HistoryPlayer
  stage: Stage
  t: Texts
  community: string
}

export interface FilmWork {
  wish: FilmWish
  plan: FilmPlan
  way: FilmWay
  target: FilmTarget
  stop: AbortSignal
  told(done: number): void
}

/** What is still on its way for so long is left out of a picture; for the first one it is waited longer. */
const PATIENCE_MS = 2000
const FIRST_PATIENCE_MS = 15_000

/** Somebody looks along, or a film is made already: the playhead is not to be had. */
export class NotLent extends Error {}

/** Shows one moment after the other and takes a picture of each. Undefined: the film is in the file. All is as before when it ends, however it ends. */
export async function makeFilm(deps: FilmDeps, work: FilmWork): Promise<Blob | undefined> {
  const { center, player, stage, t, community } = deps
  const { wish, plan, stop, told } = work
  const loan = player.lend()
  if (!loan) throw new NotLent()
  const { width, height } = FILM_SIZES[wish.size]
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const taken = dateTime(Date.now())
  let writer: FilmWriter | undefined
  let set: StageFilm | undefined
  try {
    set = stage.film({ width, height: height - stripOf(width) })
    writer = await writerOf(work, canvas)
    for (let picture = 0; picture < plan.pictures; picture++) {
      await unlessStopped(stop, loan.show(plan.momentOf(picture)))
      set.goOn(picture === 0 ? 0 : 1000 / wish.rate)
      const seen = await unlessStopped(stop, set.shot(picture === 0 ? FIRST_PATIENCE_MS : PATIENCE_MS))
      captioned(seen, captionNow(center, t, { community, taken }), canvas)
      await unlessStopped(stop, writer.add())
      told(picture + 1)
    }
    return await writer.finish()
  } catch (error) {
    if (writer) await writer.cancel().catch(() => {})
    else await work.target?.abort().catch(() => {})
    throw error
  } finally {
    set?.end()
    loan.giveBack()
  }
}

async function writerOf({ way, wish, plan, target }: FilmWork, canvas: HTMLCanvasElement): Promise<FilmWriter> {
  const form = { canvas, rate: wish.rate, bitrate: plan.bitrate, target }
  if (way.kind === 'recorder') return (await import('./recorder-writer.ts')).recorderWriter(way.type, form)
  // What writes the film is fetched when one is made.
  return (await import('./codec-writer.ts')).codecWriter(way.codec, form)
}

/** A page that nobody looks at draws nothing, and must be stopped all the same. */
function unlessStopped<T>(stop: AbortSignal, doing: Promise<T>): Promise<T> {
  stop.throwIfAborted()
  return new Promise((done, failed) => {
    const halt = () => failed(stop.reason)
    stop.addEventListener('abort', halt, { once: true })
    doing.then(done, failed).finally(() => stop.removeEventListener('abort', halt))
  })
}
