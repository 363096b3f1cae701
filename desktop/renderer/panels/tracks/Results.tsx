import { shortTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { nameOfKind } from '../../store/describe.ts'
import { chooseTrack, dropTrack, letterOf, type Tracks } from '../../store/tracks.ts'
import { say } from '../../theme/notice.ts'
import type { Searched } from './use-search.ts'

interface ResultsProps {
  searched: Searched
  chosen: Tracks['chosen']
  now: number
  close(): void
}

/** Who was found, and when they were there: a click shows the track, another takes it away. */
export function Results({ searched: { found, more, missing, range }, chosen, now, close }: ResultsProps) {
  const { t, language } = useSpeech()
  const words = t.tracks
  return (
    <div className="tracks-results">
      <header>
        <span role="status">{found.length === 0 ? words.noneFound : words.found(found.length, more)}</span>
        <button type="button" onClick={close}>
          {words.close}
        </button>
      </header>
      {missing.length > 0 && <p role="status">{words.missing(missing.join(' '))}</p>}
      <ul>
        {found.map(({ device, kind, name, plate, masked, retired, times, moreTimes }) => {
          const color = chosen.find((one) => one.device === device)?.color
          const [first, last] = [times[0], times.at(-1)]
          return (
            <li key={device}>
              <button
                type="button"
                aria-pressed={color !== undefined}
                aria-label={words.add(name)}
                onClick={() => {
                  if (color !== undefined) dropTrack(device)
                  else if (!chooseTrack(device, range)) say('bad', words.full)
                }}
              >
                <i
                  aria-hidden="true"
                  style={color === undefined ? undefined : { background: `var(--curve-${color + 1})` }}
                >
                  {color === undefined ? '+' : letterOf(color)}
                </i>
                <strong title={masked ? words.masked : name}>{name}</strong>
                <span>{[plate, nameOfKind(kind)[language], retired && words.retired].filter(Boolean).join(' · ')}</span>
                <small>
                  {first && last && `${shortTime(first.from, now)} – ${shortTime(last.to, now)}`}
                  {times.length > 1 && ` · ${words.times(times.length, moreTimes)}`}
                </small>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
