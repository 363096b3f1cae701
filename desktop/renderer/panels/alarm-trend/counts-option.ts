import type { EChartsCoreOption } from 'echarts/core'
import type { Grade } from '#shared/world/alarm-record.ts'
import type { Texts } from '../../i18n/zh.ts'
import { token } from '../../theme/chart/Chart.tsx'
import type { AlarmCounts } from './use-alarm-counts.ts'

const HOUR = 3_600_000
const HOURS = 24
/** The gravest at the bottom, where all bars can be compared. */
const GRADES: readonly Grade[] = [1, 2, 3, 4]

/** A bar an hour, of grades one over the other. */
export function countsOption({ from, counts }: AlarmCounts, t: Texts, size: number): EChartsCoreOption {
  const faint = { color: token('text-dim'), fontSize: size, fontFamily: token('font') }
  const hours = Array.from({ length: HOURS }, (_, i) => from + i * HOUR)
  const of = (grade: Grade, at: number) => counts.find((one) => one.grade === grade && one.at === at)?.count ?? 0
  const hourOf = (at: number) => `${String(new Date(at).getHours()).padStart(2, '0')}:00`
  return {
    animation: false,
    grid: { left: 4, right: 8, top: 10, bottom: 2, containLabel: true },
    xAxis: {
      type: 'category',
      data: hours.map(hourOf),
      axisLabel: { ...faint, interval: 5 },
      axisLine: { lineStyle: { color: token('line') } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 2,
      axisLabel: faint,
      splitLine: { lineStyle: { color: token('line') } },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: token('raised'),
      borderColor: token('line'),
      textStyle: { color: token('text'), fontSize: size, fontFamily: token('font') },
      axisPointer: { type: 'shadow', shadowStyle: { color: token('text'), opacity: 0.06 } },
      valueFormatter: (value: number) => (value > 0 ? String(value) : '–'),
    },
    series: GRADES.map((grade) => ({
      type: 'bar',
      name: `${t.grade[grade]} ${t.gradeWord[grade]}`,
      stack: 'alarms',
      barCategoryGap: '25%',
      itemStyle: { color: token(`grade-${grade}`) },
      data: hours.map((at) => of(grade, at)),
    })),
  }
}
