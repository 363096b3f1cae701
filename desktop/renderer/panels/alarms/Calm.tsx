import { useSpeech } from '../../i18n/language.ts'
import { countUnheard } from '../../store/heard.ts'
import { useCenter, useCenterState, useSlowNow } from '../../store/hooks.ts'

/** An empty list, and what it is worth: without word from the devices it is no good news. */
export function Calm() {
  const { t } = useSpeech()
  const { world } = useCenter()
  const phase = useCenterState((s) => s.time.phase)
  const now = useSlowNow()
  if (!world.position()) return <div className="alarms-calm">{t.alarms.waiting}</div>
  const all = world.world.devices.size
  const unheard = countUnheard(world, now)
  const sure = phase === 'live' && unheard === 0 && all > 0
  return (
    <div className={`alarms-calm${sure ? ' sure' : ''}`}>
      <strong>{t.alarms.calm}</strong>
      <span>
        {all === 0 ? t.alarms.noDevices : unheard > 0 ? t.alarms.someUnheard(unheard, all) : t.alarms.allHeard(all)}
      </span>
    </div>
  )
}
