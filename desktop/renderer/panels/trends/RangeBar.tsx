import { type FormEvent, useState } from 'react'
import { clockTime, dayOf } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { WINDOWS } from '../../store/trends.ts'
import { isFollowing, type Range, scaled, shifted, type View } from './range.ts'

interface RangeBarProps {
  view: View
  range: Range
  now: number
  look(base: number | Range): void
  zoom(range: Range): void
  back(): void
}

/** How far back, from when to when, closer and back. */
export function RangeBar({ view, range, now, look, zoom, back }: RangeBarProps) {
  const words = useSpeech().t.trends
  const [isOpen, setOpen] = useState(false)
  const middle = (range.from + range.to) / 2
  const follows = isFollowing(view)
  return (
    <>
      <fieldset className="trends-windows" aria-label={words.range}>
        {WINDOWS.map((window, i) => (
          <button
            key={window}
            type="button"
            aria-pressed={view.base === window && follows}
            onClick={() => look(window)}
          >
            {words.windows[i]}
          </button>
        ))}
        <button
          type="button"
          aria-pressed={typeof view.base !== 'number'}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {words.custom}
        </button>
      </fieldset>
      <fieldset className="trends-steps" aria-label={`${words.closer} / ${words.wider}`}>
        <Step name={words.earlier} sign="‹" does={() => zoom(shifted(range, -0.5, now))} />
        <Step name={words.closer} sign="+" does={() => zoom(scaled(range, 0.5, middle, now))} />
        <Step name={words.wider} sign="−" does={() => zoom(scaled(range, 2, middle, now))} />
        <Step name={words.later} sign="›" does={() => zoom(shifted(range, 0.5, now))} disabled={range.to >= now} />
        <Step name={words.back} sign="↶" does={back} disabled={view.zooms.length === 0} />
      </fieldset>
      {isOpen && <Custom key={`${range.from} ${range.to}`} range={range} look={look} />}
    </>
  )
}

interface StepProps {
  name: string
  sign: string
  does(): void
  disabled?: boolean
}

function Step({ name, sign, does, disabled = false }: StepProps) {
  return (
    <button type="button" aria-label={name} title={name} onClick={does} disabled={disabled}>
      {sign}
    </button>
  )
}

function Custom({ range, look }: Pick<RangeBarProps, 'range' | 'look'>) {
  const { trends: words } = useSpeech().t
  const [from, setFrom] = useState(fieldOf(range.from))
  const [to, setTo] = useState(fieldOf(range.to))
  const [isWrong, setWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = { from: Date.parse(from), to: Date.parse(to) }
    const isRight = wanted.from >= 0 && wanted.to > wanted.from
    setWrong(!isRight)
    if (isRight) look(wanted)
  }
  return (
    <form className="trends-custom" onSubmit={submit}>
      <label>
        {words.from}
        <input type="datetime-local" step={1} value={from} onChange={({ target }) => setFrom(target.value)} required />
      </label>
      <label>
        {words.to}
        <input type="datetime-local" step={1} value={to} onChange={({ target }) => setTo(target.value)} required />
      </label>
      <button type="submit">{words.show}</button>
      {isWrong && <span role="alert">{words.wrongRange}</span>}
    </form>
  )
}

function fieldOf(at: number): string {
  return `${dayOf(at)}T${clockTime(at)}`
}
