import { type FormEvent, useState } from 'react'
import { LONGEST_TRACK_MS } from '#shared/contract/tracks.ts'
import { clockTime, dayOf } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter } from '../../store/hooks.ts'
import { lastHours, lookAtTracks, type TrackRange } from '../../store/tracks.ts'

const HOURS = [0.5, 2, 8, 24] as const
const HOUR = 3_600_000

/** From when to when: some hours back from the time that is shown, or as somebody says. */
export function TimeBar({ range }: { range: TrackRange }) {
  const { t } = useSpeech()
  const words = t.tracks
  const center = useCenter()
  const [isOpen, setOpen] = useState(false)
  const hours = (range.to - range.from) / HOUR
  return (
    <>
      <fieldset className="tracks-time" aria-label={words.range}>
        {HOURS.map((one, i) => (
          <button
            key={one}
            type="button"
            aria-pressed={hours === one && !isOpen}
            onClick={() => {
              setOpen(false)
              lookAtTracks(lastHours(center.now(), one))
            }}
          >
            {words.windows[i]}
          </button>
        ))}
        <button type="button" aria-pressed={isOpen} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.custom}
        </button>
        <button
          type="button"
          title={words.refresh}
          aria-label={words.refresh}
          onClick={() => lookAtTracks(lastHours(center.now(), hours))}
        >
          ↻
        </button>
      </fieldset>
      {isOpen && <Custom range={range} />}
    </>
  )
}

function Custom({ range }: { range: TrackRange }) {
  const { tracks: words } = useSpeech().t
  const [from, setFrom] = useState(fieldOf(range.from))
  const [to, setTo] = useState(fieldOf(range.to))
  const [isWrong, setWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = { from: Date.parse(from), to: Date.parse(to) }
    const isRight = wanted.from >= 0 && wanted.to > wanted.from && wanted.to - wanted.from <= LONGEST_TRACK_MS
    setWrong(!isRight)
    if (isRight) lookAtTracks(wanted)
  }
  return (
    <form className="tracks-custom" onSubmit={submit}>
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
