import { useStore } from 'zustand'
import { deviceKinds } from '#models/devices/index.ts'
import { limitsOf } from '#models/limits.ts'
import { useSpeech } from '../../i18n/language.ts'
import { withUnit } from '../../store/describe.ts'
import { useCenter, useSubject } from '../../store/hooks.ts'
import { lens, pick } from '../../store/lens.ts'
import type { Measure } from '../../store/maps/map.ts'
import type { Thing } from '../../store/maps/thing.ts'

const FEW = 6
/** The limit stands so far along the bar when all is below it. */
const LIMIT_AT = 0.8

/** What each device of a kind measures, worst first, with the limit as a line. */
export function MeasureChart({ measure, things }: { measure: Measure; things: readonly Thing[] }) {
  const { t, language } = useSpeech()
  const picked = useStore(lens, (s) => s.picks.device) ?? []
  const kind = deviceKinds.get(measure.kind)
  const metric = kind?.metrics[measure.metric]
  const { world } = useCenter()
  useSubject('rules')
  const [rule] = kind ? limitsOf(kind, world.world.rules.values(), measure.metric) : []
  const rows = things
    .flatMap(({ device, values }) => {
      const value = values?.[measure.metric]
      return device.kind === measure.kind && value !== undefined ? [{ device, value }] : []
    })
    .sort((a, b) => (rule?.when === 'below' ? a.value - b.value : b.value - a.value))
  if (!kind || !metric) return null
  const most = Math.max(...rows.map(({ value }) => value), rule ? rule.limit / LIMIT_AT : 0, Number.EPSILON)
  const isBeyond = (value: number) =>
    rule !== undefined && (rule.when === 'above' ? value > rule.limit : value < rule.limit)
  return (
    <section className="maps-chart">
      <h4>
        {kind.name[language]} · {metric.name[language]}
        {rule && <small className="dim"> {t.maps.limit(withUnit(rule.limit, metric))}</small>}
      </h4>
      {rows.length === 0 && <p className="dim">{t.maps.nothing}</p>}
      <ul>
        {rows.slice(0, FEW).map(({ device, value }) => (
          <li key={device.device}>
            <button
              type="button"
              aria-pressed={picked.includes(device.device)}
              onClick={() => pick('device', device.device)}
            >
              <span className="maps-key">{device.name}</span>
              <span className="maps-bar">
                <i
                  className={isBeyond(value) ? 'is-alarm' : 'is-calm'}
                  style={{ width: `${(Math.max(0, value) / most) * 100}%` }}
                />
                {rule && <b style={{ left: `${(rule.limit / most) * 100}%` }} />}
              </span>
              <span className="maps-count">{withUnit(value, metric)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
