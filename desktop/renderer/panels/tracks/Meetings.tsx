import { clockTime, metresText } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { letterOf, type Tracks } from '../../store/tracks.ts'
import { lastsText, namesOf } from './spans.ts'
import type { MeetWish } from './use-tracks.ts'

interface MeetingsProps {
  state: Tracks
  wish: MeetWish
  change(wish: MeetWish): void
  nameOf(device: string): string
  go(index: number): void
}

const WITHIN = [5, 10, 15, 30, 50, 100]
const AT_LEAST = [10, 30, 60, 300, 900]

/** When those who are chosen met; a click flies there and shows the moment. */
export function Meetings({ state: { chosen, answer }, wish, change, nameOf, go }: MeetingsProps) {
  const { t } = useSpeech()
  const words = t.tracks
  const letters = (device: string) => {
    const color = chosen.find((one) => one.device === device)?.color
    return color === undefined ? device : letterOf(color)
  }
  // Named in the order of their lanes.
  const order = (a: string, b: string) => letters(a).localeCompare(letters(b))
  const meetings = (answer?.meetings ?? []).map((one) => ({ ...one, who: [...one.who].sort(order) }))
  return (
    <section className="tracks-meetings" aria-label={words.meetings}>
      <h4>
        {words.meetings}
        <select
          aria-label={words.within}
          title={words.within}
          value={wish.within}
          onChange={({ target }) => change({ ...wish, within: Number(target.value) })}
        >
          {WITHIN.map((metres) => (
            <option key={metres} value={metres}>
              ≤ {metres} m
            </option>
          ))}
        </select>
        <select
          aria-label={words.atLeast}
          title={words.atLeast}
          value={wish.atLeast}
          onChange={({ target }) => change({ ...wish, atLeast: Number(target.value) })}
        >
          {AT_LEAST.map((seconds) => (
            <option key={seconds} value={seconds}>
              ≥ {words.seconds(seconds)}
            </option>
          ))}
        </select>
      </h4>
      {chosen.length < 2 ? <p>{words.oneOnly}</p> : answer && meetings.length === 0 && <p>{words.noMeetings}</p>}
      <ol>
        {meetings.map((meeting, index) => {
          const names = namesOf(meeting, nameOf)
          return (
            <li key={`${meeting.who} ${meeting.from}`}>
              <button
                type="button"
                title={words.meetingGo(names, clockTime(meeting.nearest.at))}
                onClick={() => go(index)}
              >
                <strong>{namesOf(meeting, letters)}</strong>
                <span>{`${clockTime(meeting.from)}–${clockTime(meeting.to)}`}</span>
                <small>{`${lastsText(meeting.to - meeting.from)} · ${words.meeting(names, metresText(meeting.nearest.metres))}`}</small>
              </button>
            </li>
          )
        })}
      </ol>
      {answer?.moreMeetings && <p>{words.moreMeetings}</p>}
    </section>
  )
}
