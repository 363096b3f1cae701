import { deviceKinds } from '#models/devices/index.ts'
import { standsAt } from '#shared/world/happenings.ts'
import { clockTime, shortTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import type { Happening } from '../../players/past-source.ts'
import { nameOfActor } from '../../store/actor-name.ts'
import { happeningText } from '../../store/happening-text.ts'
import { useCenter } from '../../store/hooks.ts'
import { placeName } from '../../store/place-name.ts'
import { selectAlarm, selectDevice, selectPlace } from '../../store/selection.ts'
import { useSite } from '../../store/site.ts'
import { GradeMark } from '../../theme/GradeMark.tsx'
import { laneColors } from '../../theme/lane-colors.ts'

interface EventRowProps {
  event: Happening
  now: number
  /** To the moment at which it happened; undefined: one may not. */
  goThere: (() => void) | undefined
}

/** When, what, to what, by whom; a click shows what it is about. */
export function EventRow({ event, now, goThere }: EventRowProps) {
  const { t, language } = useSpeech()
  const { world } = useCenter()
  const site = useSite()
  const { alarm, device } = aboutOf(event)
  const known = device === undefined ? undefined : world.get('devices', device)
  const where = standsAt(event)
  const show = () => {
    if (alarm !== undefined && world.get('alarms', alarm)) selectAlarm(alarm)
    else if (device !== undefined && known) selectDevice(device, true)
    else selectPlace(event.place, 'visit')
  }
  return (
    <li>
      <button type="button" className="event-row" onClick={show}>
        <time title={shortTime(event.at, now)}>{clockTime(event.at)}</time>
        {typeof where === 'number' ? (
          <GradeMark grade={where} size={14} />
        ) : (
          <i aria-hidden style={{ background: `var(--${laneColors[where ?? 'events']})` }} />
        )}
        <span className="event-what">
          {happeningText(
            event,
            deviceKinds.get(known?.kind ?? ''),
            nameOfActor(event.by, world, language),
            t,
            language,
          )}
        </span>
        <span className="event-where dim">{known?.name ?? placeName(site, event.place, t)}</span>
      </button>
      {goThere && (
        <button
          type="button"
          className="event-go"
          title={t.events.goThere}
          aria-label={t.events.goThere}
          onClick={goThere}
        >
          <svg viewBox="0 0 16 16" aria-hidden>
            <circle cx="8" cy="8" r="6.5" />
            <path d="M8 4.5V8l2.5 1.5" />
          </svg>
        </button>
      )}
    </li>
  )
}

/** An alarm is named by its device, its rule and its time. */
function aboutOf({ data }: Happening): { alarm: string | undefined; device: string | undefined } {
  const { alarms } = data as { alarms?: unknown[] }
  const one = data.alarm ?? alarms?.[0]
  const alarm = typeof one === 'string' ? one : undefined
  const device = typeof data.device === 'string' ? data.device : alarm?.split('~')[0]
  return { alarm, device }
}
