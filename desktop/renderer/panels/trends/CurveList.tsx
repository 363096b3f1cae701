import { useSpeech } from '../../i18n/language.ts'
import { useCenter, useSubject } from '../../store/hooks.ts'
import { selectDevice } from '../../store/selection.ts'
import { type Traced, untrace } from '../../store/trends.ts'
import { type Axis, isInOwnScale } from './axes.ts'
import type { Curve } from './chart-option.ts'
import { NOTHING } from './line.ts'
import { said } from './said.ts'

interface CurveListProps {
  traced: readonly Traced[]
  curves: readonly Curve[]
  axes: readonly Axis[]
  /** All devices are known. */
  isLive: boolean
  /** Nothing more will be answered for now. */
  isStuck: boolean
}

/** What each curve is, what it says now, and between what it went. */
export function CurveList({ traced, curves, axes, isLive, isStuck }: CurveListProps) {
  const { t } = useSpeech()
  const words = t.trends
  const { world } = useCenter()
  useSubject('values')
  return (
    <ul className="trends-curves" aria-label={words.curves}>
      {traced.map(({ device, metric }) => {
        const curve = curves.find((one) => one.device === device && one.metric === metric)
        const name = curve ? `${curve.name} · ${curve.metricName}` : device
        const latest = world.latest(device)?.[1][metric]
        const reach = curve?.line
        // What is measured now may be beyond all that was asked for.
        const min = reach?.min && { value: Math.min(reach.min.value, latest ?? reach.min.value) }
        const max = reach?.max && { value: Math.max(reach.max.value, latest ?? reach.max.value) }
        const isScaled = curve && isInOwnScale(curve, axes)
        return (
          <li key={`${device} ${metric}`}>
            <i aria-hidden="true" className={curve?.isDashed ? 'dashed' : undefined} style={{ color: curve?.color }} />
            <button type="button" className="trends-name" title={name} onClick={() => selectDevice(device, true)}>
              {name}
            </button>
            {latest !== undefined && <strong title={words.latest}>{curve ? said(latest, curve) : latest}</strong>}
            <small>
              {!curve
                ? isLive
                  ? words.gone
                  : words.asking
                : min && max
                  ? words.reach(said(min.value, curve), said(max.value, curve))
                  : curve.line === NOTHING
                    ? isStuck
                      ? '–'
                      : words.asking
                    : words.nothingIn}
              {isScaled && ` · ${words.ownScale}`}
            </small>
            <button
              type="button"
              className="trends-remove"
              aria-label={words.remove(name)}
              title={words.remove(name)}
              onClick={() => untrace(device, metric)}
            >
              ×
            </button>
          </li>
        )
      })}
    </ul>
  )
}
