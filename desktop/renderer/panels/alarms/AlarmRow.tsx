// biome-ignore-all lint/a11y/useSemanticElements: rows stand where the list is scrolled to, and a table lays out its own
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the list
import { memo } from 'react'
import type { Alarm } from '#shared/world/alarms.ts'
import { clockTime, elapsed, shortTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useAcknowledge } from '../../store/acknowledge.ts'
import { againstLimit, describeAlarm } from '../../store/describe.ts'
import { useCenter, useNow } from '../../store/hooks.ts'
import { placeName } from '../../store/place-name.ts'
import { selectAlarm } from '../../store/selection.ts'
import { useSite } from '../../store/site.ts'
import { GradeMark } from '../../theme/GradeMark.tsx'

/** Where, what, who, what next, in that order, at one glance. */
export const AlarmRow = memo(function AlarmRow({ alarm, chosen }: { alarm: Alarm; chosen: boolean }) {
  const { t, language } = useSpeech()
  const center = useCenter()
  const site = useSite()
  const { acknowledge, busy } = useAcknowledge()
  const device = center.world.get('devices', alarm.device)
  const described = describeAlarm(alarm, device?.kind, language)
  const open = alarm.state !== 'acknowledged'
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it takes the keys
    <div
      className={`alarm grade-${alarm.grade} ${alarm.state}${chosen ? ' chosen' : ''}`}
      role="row"
      aria-selected={chosen}
      id={`alarm-${alarm.alarm}`}
      data-alarm={alarm.alarm}
      onClick={() => selectAlarm(alarm.alarm)}
    >
      <div className="alarm-mark" role="gridcell">
        <GradeMark grade={alarm.grade} hollow={!open} size={22} />
        <span>{t.grade[alarm.grade]}</span>
      </div>
      <div className="alarm-text" role="gridcell">
        <div className="alarm-where">
          <strong>{placeName(site, alarm.place, t)}</strong>
          <Elapsed since={alarm.raisedAt} />
        </div>
        <div className="alarm-what">
          {described.title} <span>{againstLimit(alarm, described, t, language)}</span>
          {alarm.times > 1 && <span> · {t.alarms.times(alarm.times)}</span>}
        </div>
        <div className="alarm-who">
          {alarm.acknowledgedBy
            ? t.alarms.acknowledgedBy(
                alarm.acknowledgedBy.name ?? alarm.acknowledgedBy.id,
                clockTime(alarm.acknowledgedAt ?? alarm.raisedAt),
              )
            : t.alarmState[alarm.state]}
        </div>
      </div>
      {open && center.may('alarms.handle') && (
        <div role="gridcell">
          <button
            type="button"
            className="alarm-ack"
            disabled={busy.has(alarm.alarm)}
            onClick={(event) => {
              event.stopPropagation()
              void acknowledge(alarm.alarm)
            }}
          >
            {t.alarms.acknowledge}
          </button>
        </div>
      )}
    </div>
  )
})

/** Alone redrawn each second; the row is not. */
function Elapsed({ since }: { since: number }) {
  const now = useNow()
  return <time title={shortTime(since, now)}>{elapsed(since, now)}</time>
}
