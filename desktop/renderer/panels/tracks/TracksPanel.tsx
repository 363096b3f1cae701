import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { shortTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter, useNow } from '../../store/hooks.ts'
import { goToMeeting, goToMoment } from '../../store/track-times.ts'
import { clearTracks, lastHours, lookAtTracks, tracks } from '../../store/tracks.ts'
import { say } from '../../theme/notice.ts'
import { Lanes } from './Lanes.tsx'
import { Meetings } from './Meetings.tsx'
import { Results } from './Results.tsx'
import { SearchBar } from './SearchBar.tsx'
import { TimeBar } from './TimeBar.tsx'
import { TrackExport } from './TrackExport.tsx'
import { useSearch } from './use-search.ts'
import { type MeetWish, useTracks } from './use-tracks.ts'
import './tracks.css'

/** How long one looks back who has not said. */
const FIRST_HOURS = 2

/** Who was where: looked for, drawn in the scene, several on one timeline, and when they met. */
export function TracksPanel() {
  const { t } = useSpeech()
  const words = t.tracks
  const center = useCenter()
  const state = useStore(tracks)
  const now = useNow(500)
  const [whole, setWhole] = useState(false)
  const [wish, setWish] = useState<MeetWish>({ within: 15, atLeast: 30 })
  const { searched, searching, problem: notFound, search, close } = useSearch()
  const { asking, problem, isLive } = useTracks(state, wish, whole)
  const { chosen, answer } = state
  const [first] = useState(() => lastHours(center.now(), FIRST_HOURS))
  const range = state.range ?? first
  useEffect(() => {
    if (!tracks.getState().range) lookAtTracks(first)
  }, [first])
  const nameOf = (device: string) =>
    answer?.tracks.find((one) => one.device === device)?.name ??
    searched?.found.find((one) => one.device === device)?.name ??
    device
  const goTo = (at: number) => {
    if (goToMoment(center, at)) return
    say('word', center.may('history.see') ? words.future : words.noPast)
  }
  const clear = () => {
    clearTracks()
    close()
  }
  const failed = notFound ?? problem
  const note = failed ? t.errors[failed] : isLive || chosen.length === 0 ? undefined : t.errors['net.unreachable']
  return (
    <section className="tracks" aria-label={t.panels.tracks}>
      <div className="tracks-body">
        <header className="tracks-bar">
          <SearchBar
            searching={searching}
            whole={whole}
            setWhole={setWhole}
            search={(asked) => void search(asked, range)}
          />
          <TimeBar range={range} />
          {chosen.length > 0 && (
            <span className="tracks-tools">
              <TrackExport chosen={chosen} range={range} whole={whole} />
              <button type="button" onClick={clear}>
                {words.clear}
              </button>
            </span>
          )}
        </header>
        {note && <p role="alert">{note}</p>}
        {answer && answer.missing.length > 0 && <p role="status">{words.missing(answer.missing.join(' '))}</p>}
        <div className="tracks-main">
          {searched && <Results searched={searched} chosen={chosen} now={center.liveNow()} close={close} />}
          {!searched && chosen.length === 0 && (
            <div className="tracks-none">
              <strong>{words.none}</strong>
              <p>{words.noneHint}</p>
            </div>
          )}
          {chosen.length > 0 && (
            <div className="tracks-shown" aria-busy={asking}>
              <Lanes state={state} range={range} now={now} nameOf={nameOf} goTo={goTo} />
              <Meetings
                state={state}
                wish={wish}
                change={setWish}
                nameOf={nameOf}
                go={(index) => goToMeeting(center, index)}
              />
            </div>
          )}
        </div>
        <footer className="tracks-foot">
          {`${shortTime(range.from, center.liveNow())} – ${shortTime(range.to, center.liveNow())} · ${words.onRecord}`}
        </footer>
      </div>
    </section>
  )
}
