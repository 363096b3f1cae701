import { useMemo, useState } from 'react'
import type { DeviceKind } from '#models/kind.ts'
import { limitsOf } from '#models/limits.ts'
import { useSpeech } from '../../i18n/language.ts'
import { withUnit } from '../../store/describe.ts'
import { useCenter, useNow, useSubject } from '../../store/hooks.ts'
import { withGaps } from '../../store/series.ts'
import { useAppearance } from '../../theme/appearance.ts'
import { Chart } from '../../theme/chart/Chart.tsx'
import { screenScale } from '../../theme/type-scale.ts'
import { trendOption } from './trend-option.ts'
import { useSeries } from './use-series.ts'

const HOUR = 3_600_000
/** Pixels at a desk. */
const TYPE = 11.5
const WINDOWS = [1, 6, 24] as const

interface TrendProps {
  device: string
  kind: DeviceKind | undefined
  metric: string
}

/** How a reading came to be what it is. */
export function Trend({ device, kind, metric: id }: TrendProps) {
  const { t, language } = useSpeech()
  const words = t.trend
  const [hours, setHours] = useState<number>(1)
  const { points, asking, problem, missing, isAway } = useSeries(device, id, hours * HOUR)
  const metric = kind?.metrics[id]
  // Also of a device that says nothing any more the hour goes on.
  const minute = useNow(60_000)
  const appearance = useAppearance()
  const { world } = useCenter()
  const rulesVersion = useSubject('rules')
  // biome-ignore lint/correctness/useExhaustiveDependencies: its colours are read from the page
  const option = useMemo(() => {
    const now = Math.max(minute, points.at(-1)?.[0] ?? 0)
    return trendOption({
      points: withGaps(points, 3000 * (kind?.everySeconds ?? 60)),
      metric,
      rules: kind ? limitsOf(kind, world.world.rules.values(), id, world.get('devices', device)) : [],
      from: now - hours * HOUR,
      now,
      size: TYPE * screenScale(),
    })
  }, [points, metric, kind, id, hours, minute, appearance, rulesVersion])
  const values = points.flatMap(([, value]) => value ?? [])
  const name = metric?.name[language] ?? id
  const range = [Math.min(...values), Math.max(...values)].map((value) => withUnit(value, metric)) as [string, string]
  return (
    <section className="trend" aria-label={words.title(name)}>
      <header>
        <span>{name}</span>
        <fieldset aria-label={words.window}>
          {WINDOWS.map((one) => (
            <button key={one} type="button" aria-pressed={hours === one} onClick={() => setHours(one)}>
              {words.hours(one)}
            </button>
          ))}
        </fieldset>
      </header>
      {problem ? (
        <p className="trend-note">{t.errors[problem]}</p>
      ) : values.length === 0 ? (
        <p className="trend-note">{isAway ? t.errors['net.unreachable'] : asking ? words.asking : words.none}</p>
      ) : (
        <Chart option={option} label={words.summary(name, ...range)} className="trend-chart" />
      )}
      {missing.length > 0 && <p className="trend-note">{words.missing(missing.join('、'))}</p>}
    </section>
  )
}
