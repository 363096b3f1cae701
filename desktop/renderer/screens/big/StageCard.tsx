import { elapsed } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { againstLimit, describeAlarm } from '../../store/describe.ts'
import { useCenter, useNow, useSelection, useSubject } from '../../store/hooks.ts'
import { placeName } from '../../store/place-name.ts'
import { useSite } from '../../store/site.ts'
import { GradeMark } from '../../theme/GradeMark.tsx'

/** The alarm that has the stage: where, what, who, what next, to be read from ten metres. */
export function StageCard() {
  const { t, language } = useSpeech()
  const { world } = useCenter()
  const site = useSite()
  const now = useNow()
  useSubject('alarms')
  const id = useSelection((s) => s.alarm)
  const alarm = id === undefined ? undefined : world.get('alarms', id)
  if (!alarm) return null
  const device = world.get('devices', alarm.device)
  const described = describeAlarm(alarm, device?.kind, language)
  const by = alarm.acknowledgedBy
  return (
    <section className={`stage-card grade-${alarm.grade}`} aria-live="polite">
      <GradeMark grade={alarm.grade} hollow={alarm.state === 'acknowledged'} size={44} />
      <div>
        <h2>{placeName(site, alarm.place, t)}</h2>
        <p>
          <strong>{described.title}</strong> <span>{againstLimit(alarm, described, t, language)}</span>
        </p>
        <p className="dim">
          {t.grade[alarm.grade]} {t.gradeWord[alarm.grade]} ·{' '}
          {by ? `${by.name ?? by.id} ${t.alarmState.acknowledged}` : t.alarmState[alarm.state]}
          {described.advice && ` · ${described.advice}`}
        </p>
      </div>
      <time>{elapsed(alarm.raisedAt, now)}</time>
    </section>
  )
}
