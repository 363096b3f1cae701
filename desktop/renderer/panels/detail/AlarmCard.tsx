import { useState } from 'react'
import type { Alarm } from '#shared/world/alarms.ts'
import type { Device } from '#shared/world/devices.ts'
import { ago, clockTime, shortTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useAcknowledge } from '../../store/acknowledge.ts'
import { againstLimit, describeAlarm } from '../../store/describe.ts'
import { useCenter, useNow } from '../../store/hooks.ts'
import { placeName } from '../../store/place-name.ts'
import { useSite } from '../../store/site.ts'
import { GradeMark } from '../../theme/GradeMark.tsx'

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
  return (
    <div className={`card grade-${alarm.grade}`}>
      <h2>
        <GradeMark grade={alarm.grade} hollow={alarm.state === 'acknowledged'} size={26} />
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
          {alarm.acknowledgedBy
            ? t.alarms.acknowledgedBy(
                alarm.acknowledgedBy.name ?? alarm.acknowledgedBy.id,
                clockTime(alarm.acknowledgedAt ?? alarm.raisedAt),
              )
            : t.detail.nobody}
          {alarm.note && <blockquote>{alarm.note}</blockquote>}
        </dd>
        {advice && (
          <>
            <dt>{t.detail.next}</dt>
            <dd>{advice}</dd>
          </>
        )}
      </dl>
      {alarm.state !== 'acknowledged' &&
        (center.may('alarms.handle') ? (
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
        ) : (
          <p className="dim">{t.alarms.noPermission}</p>
        ))}
    </div>
  )
}
