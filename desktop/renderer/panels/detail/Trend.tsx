import { useMemo, useState } from 'react'
import type { DeviceKind } from '#models/kind.ts'
import { useSpeech } from '../../i18n/language.ts'
import { withUnit } from '../../store/describe.ts'
import { useCenter } from '../../store/hooks.ts'
import { withGaps } from '../../store/series.ts'
import { Chart } from '../../theme/chart/Chart.tsx'
import { trendOption } from './trend-option.ts'
import { useSeries } from './use-series.ts'

const HOUR = 3_600_000
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
  const center = useCenter()
  const [hours, setHours] = useState<number>(1)
  const { points, asking, problem, missing } = useSeries(device, id, hours * HOUR)
  const metric = kind?.metrics[id]
  const option = useMemo(() => {
    const now = center.now()
    return trendOption({
      points: withGaps(points, 3000 * (kind?.everySeconds ?? 60)),
      metric,
      rules: kind?.rules.filter((rule) => rule.metric === id) ?? [],
      from: now - hours * HOUR,
      now,
      size: 0.72 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    })
  }, [points, metric, kind, id, hours, center])
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
        <p className="trend-note">{asking ? words.asking : words.none}</p>
      ) : (
        <Chart option={option} label={words.summary(name, ...range)} className="trend-chart" />
      )}
      {missing.length > 0 && <p className="trend-note">{words.missing(missing.join('、'))}</p>}
    </section>
  )
}
