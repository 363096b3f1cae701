import type { Alarm } from '#shared/world/alarm-record.ts'
import { clockTime, elapsed } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { describeAlarm } from '../../store/describe.ts'
import { useCenter, useSubject } from '../../store/hooks.ts'
import { placeName } from '../../store/place-name.ts'
import { useSite } from '../../store/site.ts'
import { GradeMark } from '../../theme/GradeMark.tsx'

/** Alarms that the server saw but could not write: shown apart, hatched, never mixed with the record. */
export function UnkeptList({ now }: { now: number }) {
  const { t, language } = useSpeech()
  const { world } = useCenter()
  const site = useSite()
  useSubject('unkept')
  const raised = world.unkeptEvents.filter(({ type, data }) => type === 'alarm:raised' && !(data as Alarm).aside)
  if (raised.length === 0) return null
  return (
    <div className="unkept" role="alert">
      <p>{t.alarms.unkeptHint}</p>
      {raised.map((event) => (
        <div className="unkept-row" key={`${event.by.id} ${(event.data as Alarm).rule}`}>
          <GradeMark grade={(event.data as Alarm).grade} size={20} />
          <strong>{placeName(site, event.place, t)}</strong>
          <span>{describeAlarm(event.data as Alarm, world.get('devices', event.by.id)?.kind, language).title}</span>
          <em>{t.alarms.unkept}</em>
          <time title={clockTime(event.at)}>{elapsed(event.at, now)}</time>
        </div>
      ))}
    </div>
  )
}
