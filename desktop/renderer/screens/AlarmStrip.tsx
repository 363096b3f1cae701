import { useMemo } from 'react'
import type { Alarm, Grade } from '#shared/world/alarm-record.ts'
import { elapsed } from '../i18n/format.ts'
import { useSpeech } from '../i18n/language.ts'
import { leaveAdmin } from '../store/admin-link.ts'
import { describeAlarm } from '../store/describe.ts'
import { PresentContext, useCenter, useCenterState, useLiveSubject, useNow } from '../store/hooks.ts'
import { placeName } from '../store/place-name.ts'
import { selectAlarm } from '../store/selection.ts'
import { useSite } from '../store/site.ts'
import { GradeMark } from '../theme/GradeMark.tsx'
import './alarm-strip.css'

const GRADES: Grade[] = [1, 2, 3, 4]

/** No alarm is missed while somebody does other work: how many of each grade are open, and the newest, one click away. */
export function AlarmStrip() {
  return (
    <PresentContext value={true}>
      <Strip />
    </PresentContext>
  )
}

function Strip() {
  const { t, language } = useSpeech()
  const center = useCenter()
  const site = useSite()
  const now = useNow()
  const isPast = useCenterState((s) => s.past !== undefined)
  const isLost = useCenterState((s) => s.time.phase === 'lost')
  const world = useLiveSubject('alarms')
  useLiveSubject('unkept')
  const { calling } = world
  const { counts, newest } = useMemo(() => summary(calling), [calling])
  const goTo = (alarm: Alarm) => {
    center.goLive()
    selectAlarm(alarm.alarm)
    leaveAdmin()
  }
  const kind = newest && world.get('devices', newest.device)?.kind
  return (
    <section className={`alarm-strip${newest ? ` grade-${newest.grade}` : ''}`} aria-label={t.strip.title}>
      {isPast && (
        <strong className={`alarm-strip-now${isLost ? ' lost' : ''}`}>{isLost ? t.past.lost : t.past.now}</strong>
      )}
      <ul>
        {GRADES.map((grade) => (
          <li key={grade} className={counts[grade] === 0 ? 'none' : ''}>
            <GradeMark grade={grade} size={13} hollow={counts[grade] === 0} /> {counts[grade]}
          </li>
        ))}
      </ul>
      {world.unkeptEvents.length > 0 && <strong role="alert">{t.strip.unkept(world.unkeptEvents.length)}</strong>}
      <span aria-live="polite">
        {newest ? (
          <button type="button" title={t.strip.go} onClick={() => goTo(newest)}>
            <span className="dim">{t.strip.newest}</span>
            <GradeMark grade={newest.grade} size={14} hollow={newest.state === 'acknowledged'} />
            <strong>{placeName(site, newest.place, t)}</strong>
            <span>{describeAlarm(newest, kind, language).title}</span>
            <span className="dim">{t.alarmState[newest.state]}</span>
          </button>
        ) : (
          <span className="dim">{t.alarms.calm}</span>
        )}
      </span>
      {newest && <time>{elapsed(newest.raisedAt, now)}</time>}
    </section>
  )
}

/** The newest that nobody has taken notice of; if there is none, the newest at all. */
function summary(all: readonly Alarm[]): { counts: Record<Grade, number>; newest: Alarm | undefined } {
  const counts = { 1: 0, 2: 0, 3: 0, 4: 0 }
  for (const { grade } of all) counts[grade]++
  const waiting = all.filter(({ state }) => state !== 'acknowledged')
  const among = waiting.length > 0 ? waiting : all
  const newest = among.reduce<Alarm | undefined>(
    (best, one) => (best && best.raisedAt >= one.raisedAt ? best : one),
    undefined,
  )
  return { counts, newest }
}
