import { clockTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { endedHow } from '../../store/alarm-state.ts'
import { describeAlarm } from '../../store/describe.ts'
import { useCenter } from '../../store/hooks.ts'
import { placeName } from '../../store/place-name.ts'
import { selectAlarm } from '../../store/selection.ts'
import { useSite } from '../../store/site.ts'
import { GradeMark } from '../../theme/GradeMark.tsx'

const SHOWN_MS = 10 * 60_000

/** Alarms that ended a little while ago, with who and when: nothing vanishes without a word. */
export function JustClosed({ now }: { now: number }) {
  const { t, language } = useSpeech()
  const { world } = useCenter()
  const site = useSite()
  const recent = world.justClosed.filter(({ at }) => now - at < SHOWN_MS)
  if (recent.length === 0) return null
  return (
    <section className="closed" aria-label={t.alarms.justClosed}>
      <h3>{t.alarms.justClosed}</h3>
      {recent.map(({ alarm, at, by, how }) => (
        <button
          type="button"
          className="closed-row"
          key={`${alarm.alarm} ${at}`}
          onClick={() => selectAlarm(alarm.alarm, false)}
        >
          <GradeMark grade={alarm.grade} hollow size={14} />
          <strong>{placeName(site, alarm.place, t)}</strong>
          <span>{describeAlarm(alarm, world.get('devices', alarm.device)?.kind, language).title}</span>
          <em>{endedHow({ how, by }, clockTime(at), t)}</em>
        </button>
      ))}
    </section>
  )
}
