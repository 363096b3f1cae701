import { useEffect, useRef, useState } from 'react'
import { useSpeech } from '../../../i18n/language.ts'
import type { HistoryPlayer } from '../../../players/history.ts'
import { SPEEDS } from '../../../players/past-state.ts'
import { fromField, toField } from '../../recorded/local-time.ts'
import { sizeText } from '../../recorded/size.ts'
import type { Stretch } from '../timeline-span.ts'
import { canWriteFiles } from './film-file.ts'
import { lengthText } from './length-text.ts'
import {
  FILM_RATES,
  FILM_SIZES,
  type FilmPlan,
  type FilmWish,
  longestOf,
  planOf,
  USUAL_RATE,
  wishedRange,
} from './plan.ts'
import { useWay } from './use-way.ts'
import type { FilmWay } from './way.ts'
import '../../handling/handling.css'
import '../../recorded/recorded.css'

interface Props {
  player: HistoryPlayer
  shown: Stretch | undefined
  run(wish: FilmWish, plan: FilmPlan, way: FilmWay): Promise<void>
  close(): void
}

const SIZES = Object.keys(FILM_SIZES) as (keyof typeof FILM_SIZES)[]

/** Which stretch becomes a film, how fast and how large. */
export function FilmDialog({ player, shown, run, close }: Props) {
  const { t } = useSpeech()
  const words = t.past.film
  const dialog = useRef<HTMLDialogElement>(null)
  const [first] = useState(() => firstWish(player, shown))
  const [begin, setBegin] = useState(() => toField(first.from))
  const [end, setEnd] = useState(() => toField(first.to))
  const [form, setForm] = useState({ speed: first.speed, size: 'hd' as FilmWish['size'], rate: USUAL_RATE as number })
  const way = useWay(FILM_SIZES[form.size])
  useEffect(() => dialog.current?.showModal(), [])

  const { source } = player
  const [from, to] = [fromField(begin), fromField(end)]
  const isRange = from !== undefined && to !== undefined && from < to && from < source.end() && to > source.begin
  const wish = isRange && { ...form, from: Math.max(from, source.begin), to: Math.min(to, Math.floor(source.end())) }
  const plan = wish ? planOf(wish, source.holes) : undefined
  const intoFile = canWriteFiles() && (way === 'checking' || way?.kind === 'codecs')
  const longest = longestOf(form, intoFile)
  const isTooLong = plan !== undefined && plan.seconds > longest
  const choice = (name: 'speed' | 'rate', label: string, values: readonly number[], text: (n: number) => string) => (
    <label>
      {label}
      <select value={form[name]} onChange={({ target }) => setForm({ ...form, [name]: Number(target.value) })}>
        {values.map((value) => (
          <option key={value} value={value}>
            {text(value)}
          </option>
        ))}
      </select>
    </label>
  )
  const field = (label: string, value: string, change: (text: string) => void) => (
    <label>
      {label}
      <input type="datetime-local" step={1} value={value} onChange={({ target }) => change(target.value)} />
    </label>
  )
  return (
    <dialog ref={dialog} className="handling recorded-export film-wish" aria-label={words.title} onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!wish || !plan || isTooLong || !way || way === 'checking') return
          close()
          void run(wish, plan, way)
        }}
      >
        <h2>{words.title}</h2>
        <p className="dim">{words.hint}</p>
        <div className="recorded-range film-range">
          {field(t.recorded.export.from, begin, setBegin)}
          {field(t.recorded.export.to, end, setEnd)}
        </div>
        <div className="recorded-range">
          {choice('speed', words.speed, SPEEDS, t.past.times)}
          <label>
            {words.size}
            <select
              value={form.size}
              onChange={({ target }) => setForm({ ...form, size: target.value as FilmWish['size'] })}
            >
              {SIZES.map((size) => (
                <option key={size} value={size}>
                  {FILM_SIZES[size].width} × {FILM_SIZES[size].height}
                </option>
              ))}
            </select>
          </label>
          {choice('rate', words.rate, FILM_RATES, String)}
        </div>
        {!isRange && <p role="alert">{words.wrong}</p>}
        {isRange && !plan && <p role="alert">{words.nothing}</p>}
        {plan && isTooLong && (
          <p role="alert">
            {words.tooLong(lengthText(plan.seconds * 1000), lengthText(longest * 1000))}
            <br />
            {!intoFile && words.held}
          </p>
        )}
        {plan && !isTooLong && (
          <p>
            {words.length(lengthText(plan.seconds * 1000), plan.pictures, sizeText((plan.bitrate / 8) * plan.seconds))}
          </p>
        )}
        {way === undefined && <p role="alert">{words.cannot}</p>}
        {way === 'checking' && <p className="dim">{words.checking}</p>}
        {way !== 'checking' && way?.kind === 'recorder' && <p className="dim">{words.recorder}</p>}
        <footer>
          <button type="button" onClick={() => dialog.current?.close()}>
            {words.close}
          </button>
          <button type="submit" className="primary" disabled={!plan || isTooLong || !way || way === 'checking'}>
            {words.start}
          </button>
        </footer>
      </form>
    </dialog>
  )
}

function firstWish(player: HistoryPlayer, shown: Stretch | undefined) {
  const { loop, speed } = player.state.getState()
  const { source, at } = player
  const around = { loop, shown, at, begin: source.begin, end: Math.floor(source.end()) }
  return wishedRange(around, Math.abs(speed), longestOf({ size: 'hd', rate: USUAL_RATE }, canWriteFiles()))
}
