import type { EChartsCoreOption } from 'echarts/core'
import type { Grade } from '#shared/world/alarm-record.ts'
import type { Texts } from '../../i18n/zh.ts'
import { gradeBars } from '../../theme/chart/grade-bars.ts'
import type { AlarmCounts } from './use-alarm-counts.ts'

const HOUR = 3_600_000
const HOURS = 24

/** A bar an hour, of grades one over the other. */
export function countsOption({ from, counts }: AlarmCounts, t: Texts, size: number): EChartsCoreOption {
  const hours = Array.from({ length: HOURS }, (_, i) => from + i * HOUR)
  const of = (grade: Grade, at: number) => counts.find((one) => one.grade === grade && one.at === at)?.count ?? 0
  const names = hours.map((at) => `${String(new Date(at).getHours()).padStart(2, '0')}:00`)
  const bars = (grade: Grade) => hours.map((at) => of(grade, at))
  return gradeBars({ names, counts: bars, labels: { interval: 5 }, lines: 2, size }, t)
}
