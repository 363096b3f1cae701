import { useState } from 'react'
import type { Alarm } from '#shared/world/alarm-record.ts'
import type { Device } from '#shared/world/devices.ts'
import { ago, shortTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useAcknowledge } from '../../../store/acknowledge.ts'
import { stateInWords } from '../../../store/alarm-state.ts'
import { againstLimit, describeAlarm } from '../../../store/describe.ts'
import { allowed } from '../../../store/handling.ts'
import { useCenter, useCenterState, useNow } from '../../../store/hooks.ts'
import { placeName } from '../../../store/place-name.ts'
import { selectAlarm } from '../../../store/selection.ts'
import { useSite } from '../../../store/site.ts'
import { GradeMark } from '../../../theme/GradeMark.tsx'
import { Actions } from './Actions.tsx'
import { Course } from './Course.tsx'
import { Linkages } from './Linkages.tsx'
import { Told } from './Told.tsx'
import './alarm.css'

/** Where, what, who, what next. */
export function AlarmCard({ alarm, device }: { alarm: Alarm; device: Device | undefined }) {
  const { t, language } = useSpeech()
  const center = useCenter()
  const site = useSite()
  const now = useNow()
  const { acknowledge, busy } = useAcknowledge()
  const [note, setNote] = useState('')
  const described = describeAlarm(alarm, device?.kind, language)
  const { title, advice } = described
  const limit = againstLimit(alarm, described, t, language)
  const mayHandle = center.may('alarms.handle')
  const isPast = useCenterState((s) => s.past !== undefined)
  const explainedBy = alarm.aside?.how === 'suppressed' ? center.world.get('alarms', alarm.aside.because) : undefined
  return (
    <div className={`card grade-${alarm.grade}`}>
      <h2>
        <GradeMark grade={alarm.grade} hollow={alarm.acknowledgedAt !== undefined} size={26} />
        {title}
        <small>
          {t.grade[alarm.grade]} {t.gradeWord[alarm.grade]}
        </small>
      </h2>
      <dl>
        <dt>{t.detail.where}</dt>
        <dd className="large">{placeName(site, alarm.place, t)}</dd>
        <dt>{t.detail.what}</dt>
        <dd>
          {limit && (
            <>
              {limit}
              <br />
            </>
          )}
          {t.detail.raised} {shortTime(alarm.raisedAt, now)} · {ago(t, alarm.raisedAt, now)}
          {alarm.returnedAt && (
            <>
              <br />
              {t.detail.returned} {shortTime(alarm.returnedAt, now)}
            </>
          )}
        </dd>
        <dt>{t.detail.who}</dt>
        <dd>
          {stateInWords(alarm, t)}
          <br />
          {alarm.assignee ? t.handling.assigned(alarm.assignee.name) : t.handling.unassigned}
          {alarm.note && <blockquote>{alarm.note}</blockquote>}
          {explainedBy && (
            <button type="button" className="alarm-explained" onClick={() => selectAlarm(explainedBy.alarm)}>
              {t.handling.aside.explained}
              {describeAlarm(explainedBy, center.world.get('devices', explainedBy.device)?.kind, language).title} ·{' '}
              {placeName(site, explainedBy.place, t)}
            </button>
          )}
        </dd>
        {advice && (
          <>
            <dt>{t.detail.next}</dt>
            <dd>{advice}</dd>
          </>
        )}
      </dl>
      {mayHandle && allowed(alarm, 'acknowledge') && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void acknowledge(alarm.alarm, note.trim() || undefined)
          }}
        >
          <input value={note} maxLength={500} placeholder={t.detail.note} onChange={(e) => setNote(e.target.value)} />
          <button type="submit" disabled={busy.has(alarm.alarm)}>
            {t.alarms.acknowledge}
          </button>
        </form>
      )}
      {mayHandle && <Actions alarm={alarm} />}
      {!mayHandle && allowed(alarm, 'acknowledge') && (
        <p className="dim">{isPast ? t.past.over : t.alarms.noPermission}</p>
      )}
      {alarm.comments && (
        <ol className="alarm-comments">
          {alarm.comments.map(({ at, by, text }) => (
            <li key={`${at} ${text}`}>
              <small className="dim">
                {by.name ?? by.id} {shortTime(at, now)}
              </small>
              {text}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

/** What followed by itself, who was told, and all that was done. */
export function AlarmFollowed({ alarm }: { alarm: string }) {
  return (
    <div className="card">
      <Linkages alarm={alarm} />
      <Told alarm={alarm} />
      <Course alarm={alarm} />
    </div>
  )
}
