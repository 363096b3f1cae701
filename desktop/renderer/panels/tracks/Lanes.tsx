import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import type { Track } from '#shared/contract/tracks.ts'
import { clockTime, metresText, shortMinute, shortTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { dropTrack, focusTrack, letterOf, type TrackRange, type Tracks } from '../../store/tracks.ts'
import { lastsText, percentAt, spansOf, stoodMs, ticksOf } from './spans.ts'

interface LanesProps {
  state: Tracks
  range: TrackRange
  /** The time that is shown. */
  now: number
  /** Names that are known before an answer comes. */
  nameOf(device: string): string
  goTo(at: number): void
}

const MOST_TICKS = 6
const KEYS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowDown: -1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
}
/** Of the whole, a step by key. */
const STEP = 1 / 200

/** Each track a lane of one timeline: moving, standing, unknown; the line is the time that is shown. */
export function Lanes({ state, range, now, nameOf, goTo }: LanesProps) {
  const { t } = useSpeech()
  const words = t.tracks
  const plot = useRef<HTMLDivElement>(null)
  const { chosen, answer, focus } = state
  const playhead = Math.min(range.to, Math.max(range.from, now))
  const click = ({ clientX }: PointerEvent) => {
    const box = plot.current?.getBoundingClientRect()
    if (box && box.width > 0) goTo(range.from + ((clientX - box.left) / box.width) * (range.to - range.from))
  }
  const key = (event: KeyboardEvent) => {
    const steps = KEYS[event.key]
    const to = event.key === 'Home' ? range.from : event.key === 'End' ? range.to : undefined
    if (steps === undefined && to === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const at = to ?? playhead + (steps as number) * (range.to - range.from) * STEP
    goTo(Math.min(range.to, Math.max(range.from, at)))
  }
  return (
    <div className="tracks-lanes">
      <ul className="tracks-names">
        {chosen.map(({ device, color }) => {
          const track = answer?.tracks.find((one) => one.device === device)
          const name = track?.name ?? nameOf(device)
          return (
            <li key={device} className={device === focus ? 'in-front' : undefined}>
              <i aria-hidden="true" style={{ background: `var(--curve-${color + 1})` }}>
                {letterOf(color)}
              </i>
              <button
                type="button"
                className="tracks-name"
                title={[name, track?.plate].filter(Boolean).join(' · ')}
                aria-pressed={device === focus}
                onClick={() => focusTrack(device)}
              >
                {name} {track?.plate && <small>{track.plate}</small>}
              </button>
              <small title={track && detailOf(track)}>{track ? summaryOf(track) : words.asking}</small>
              <button
                type="button"
                className="tracks-remove"
                aria-label={words.remove(name)}
                title={words.remove(name)}
                onClick={() => dropTrack(device)}
              >
                ×
              </button>
            </li>
          )
        })}
      </ul>
      <div
        ref={plot}
        className="tracks-plot"
        role="slider"
        tabIndex={0}
        title={words.lanes}
        aria-label={words.lanes}
        aria-valuemin={range.from}
        aria-valuemax={range.to}
        aria-valuenow={Math.round(playhead)}
        aria-valuetext={words.at(clockTime(playhead))}
        onPointerUp={(event) => event.button === 0 && click(event)}
        onKeyDown={key}
      >
        {chosen.map(({ device, color }) => {
          const track = answer?.tracks.find((one) => one.device === device)
          return (
            <div key={device} className="tracks-lane" style={{ color: `var(--curve-${color + 1})` }}>
              {track &&
                spansOf(track, range).map(({ state: which, from, to, left, width }) => (
                  <span
                    key={`${from} ${which}`}
                    className={`tracks-span ${which}`}
                    title={`${wordOf(which)} ${clockTime(from)}–${clockTime(to)}`}
                    style={{ left: `${left}%`, width: `${width}%` }}
                  />
                ))}
              {track?.visits.map((visit) => (
                <span
                  key={`${visit.device} ${visit.at}`}
                  className="tracks-visit"
                  title={words.visit(visit.name, clockTime(visit.at))}
                  style={{ left: `${percentAt(range, visit.at)}%` }}
                />
              ))}
              {track?.wild.map(([at]) => (
                <span
                  key={at}
                  className="tracks-wild"
                  title={`${words.leap} ${clockTime(at)}`}
                  style={{ left: `${percentAt(range, at)}%` }}
                >
                  ×
                </span>
              ))}
              {answer?.meetings
                .filter(({ who }) => who.includes(device))
                .map(({ who, from, to }) => (
                  <span
                    key={`${who} ${from}`}
                    className="tracks-met"
                    style={{
                      left: `${percentAt(range, from)}%`,
                      width: `${percentAt(range, to) - percentAt(range, from)}%`,
                    }}
                  />
                ))}
            </div>
          )
        })}
        <div className="tracks-axis" aria-hidden="true">
          {ticksOf(range, MOST_TICKS).map((at) => (
            <span key={at} style={{ left: `${percentAt(range, at)}%` }}>
              {shortMinute(at, range.to)}
            </span>
          ))}
        </div>
        <div className="tracks-playhead" style={{ left: `${percentAt(range, playhead)}%` }}>
          <span>{shortTime(playhead, range.to)}</span>
        </div>
      </div>
    </div>
  )

  function wordOf(which: ReturnType<typeof spansOf>[number]['state']): string {
    return which === 'silent' ? words.gap : words[which]
  }
  function summaryOf(track: Track): string {
    if (track.fixes === 0) return words.nothing
    return words.summary(metresText(track.metres), lastsText(stoodMs(track)))
  }
  function detailOf({ visits, wild }: Track): string {
    return [visits.length > 0 && words.visits(visits.length), wild.length > 0 && words.wild(wild.length)]
      .filter(Boolean)
      .join(' · ')
  }
}
