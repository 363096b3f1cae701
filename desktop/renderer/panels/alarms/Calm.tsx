import { useSpeech } from '../../i18n/language.ts'
import { useCenter, useCenterState, useSubject } from '../../store/hooks.ts'

/** An empty list, and what it is worth: without word from the devices it is no good news. */
export function Calm() {
  const { t } = useSpeech()
  const { world } = useCenter()
  const phase = useCenterState((s) => s.time.phase)
  useSubject('devices')
  if (!world.position()) return <div className="alarms-calm">{t.alarms.waiting}</div>
  const all = [...world.world.devices.values()]
  const away = all.filter((device) => device.link !== 'online').length
  const sure = phase === 'live' && away === 0 && all.length > 0
  return (
    <div className={`alarms-calm${sure ? ' sure' : ''}`}>
      <strong>{t.alarms.calm}</strong>
      <span>
        {all.length === 0
          ? t.alarms.noDevices
          : away > 0
            ? t.alarms.someAway(away, all.length)
            : t.alarms.allOnline(all.length)}
      </span>
    </div>
  )
}
