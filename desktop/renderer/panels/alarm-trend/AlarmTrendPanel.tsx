import { useMemo } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { useAppearance } from '../../theme/appearance.ts'
import { Chart } from '../../theme/chart/Chart.tsx'
import { screenScale } from '../../theme/type-scale.ts'
import { countsOption } from './counts-option.ts'
import { useAlarmCounts } from './use-alarm-counts.ts'
import './alarm-trend.css'

const TYPE = 12

/** How many alarms rose in each of the last 24 hours, by grade. */
export function AlarmTrendPanel() {
  const { t } = useSpeech()
  const words = t.alarmTrend
  const { counts, failed } = useAlarmCounts()
  const size = TYPE * screenScale()
  const appearance = useAppearance()
  // biome-ignore lint/correctness/useExhaustiveDependencies: its colours are read from the page
  const option = useMemo(() => counts && countsOption(counts, t, size), [counts, t, size, appearance])
  const sum = counts?.counts.reduce((whole, { count }) => whole + count, 0) ?? 0
  return (
    <section className="alarm-trend" aria-label={words.title}>
      <p>{failed ? words.failed : !counts ? words.asking : sum === 0 ? words.none : words.summary(sum)}</p>
      {option && <Chart option={option} label={words.summary(sum)} className="alarm-trend-chart" />}
    </section>
  )
}
