import { useState } from 'react'
import { STEPS, type StepTo } from '#shared/world/happenings.ts'
import { clockTime, shortTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter, useCenterState, useNow } from '../../store/hooks.ts'
import { EventRow } from './EventRow.tsx'
import { useGaps } from './use-gaps.ts'
import { useHappened } from './use-happened.ts'
import { withGaps } from './with-gaps.ts'
import './events.css'

const PAGE = 50
const MOST = 200

/** What happened up to the time that is shown, and who did what: live or in the past, newest first. */
export function EventsPanel() {
  const { t } = useSpeech()
  const words = t.events
  const center = useCenter()
  const past = useCenterState((s) => s.past)
  const now = useNow()
  const [to, setTo] = useState<StepTo>('any')
  const [limit, setLimit] = useState(PAGE)
  const { events, problem } = useHappened(to, limit)
  const gaps = useGaps(events ?? [], now)
  const choose = (next: StepTo) => {
    setTo(next)
    setLimit(PAGE)
  }
  return (
    <section className="events" aria-label={t.panels.events}>
      <header>
        <select value={to} aria-label={words.kind} onChange={({ target }) => choose(target.value as StepTo)}>
          {STEPS.map((one) => (
            <option key={one} value={one}>
              {t.past.steps[one]}
            </option>
          ))}
        </select>
        <span className="dim">{past ? words.upToThen : words.upToNow}</span>
      </header>
      {problem && <p role="alert">{t.errors[problem]}</p>}
      {!problem && events === undefined && <p>{words.asking}</p>}
      {!problem && events?.length === 0 && <p>{words.none}</p>}
      <ol>
        {withGaps(events ?? [], gaps, now).map((row) =>
          'gap' in row ? (
            <li key={`gap ${row.gap.from}`} className="event-gap">
              {`${shortTime(row.gap.from, now)} – ${clockTime(row.gap.to)} `}
              {t.past.inGap[row.gap.why]}
            </li>
          ) : (
            <EventRow
              key={row.event.seq}
              event={row.event}
              now={now}
              goThere={
                center.may('history.see')
                  ? () => (past ? void past.seek(row.event.at) : center.goTo(row.event.at))
                  : undefined
              }
            />
          ),
        )}
      </ol>
      {events !== undefined && events.length >= limit && (
        <footer>
          {limit < MOST ? (
            <button type="button" onClick={() => setLimit(Math.min(MOST, limit + PAGE))}>
              {words.more}
            </button>
          ) : (
            <span className="dim">{words.goBack}</span>
          )}
        </footer>
      )}
    </section>
  )
}
