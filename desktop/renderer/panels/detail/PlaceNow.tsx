import { useMemo } from 'react'
import { isWithin } from '#shared/place/path.ts'
import { elapsed } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { inOrder } from '../../store/alarm-order.ts'
import { describeAlarm } from '../../store/describe.ts'
import { isHeard } from '../../store/heard.ts'
import { useCenter, useSlowNow, useSubject } from '../../store/hooks.ts'
import { selectAlarm } from '../../store/selection.ts'
import { GradeMark } from '../../theme/GradeMark.tsx'

const MOST = 6

/** How a place is: its open alarms, and how many of its devices are heard of. */
export function PlaceNow({ place }: { place: string }) {
  const { t, language } = useSpeech()
  const { world } = useCenter()
  const now = useSlowNow()
  const version = useSubject('alarms')
  const devices = useSubject('devices')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the table
  const alarms = useMemo(
    () => inOrder(world.calling.filter((alarm) => isWithin(alarm.place, place))),
    [world, place, version],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the table
  const { all, unheard } = useMemo(() => {
    const here = [...world.world.devices.values()].filter((device) => isWithin(device.place, place))
    return { all: here.length, unheard: here.filter((device) => !isHeard(world, device, now)).length }
  }, [world, place, now, devices])
  return (
    <section className="place-now">
      <p className="dim">
        {all === 0 ? t.detail.noDevices : unheard > 0 ? t.alarms.someUnheard(unheard, all) : t.alarms.allHeard(all)}
      </p>
      <ul>
        {alarms.slice(0, MOST).map((alarm) => (
          <li key={alarm.alarm}>
            <button type="button" onClick={() => selectAlarm(alarm.alarm)}>
              <GradeMark grade={alarm.grade} size={16} hollow={alarm.state === 'acknowledged'} />
              <span>{describeAlarm(alarm, world.get('devices', alarm.device)?.kind, language).title}</span>
              <time>{elapsed(alarm.raisedAt, now)}</time>
            </button>
          </li>
        ))}
      </ul>
      {alarms.length > MOST && <p className="dim">{t.board.more(alarms.length - MOST)}</p>}
    </section>
  )
}
