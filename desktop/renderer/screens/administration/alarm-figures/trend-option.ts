import type { EChartsCoreOption } from 'echarts/core'
import type { AlarmFigures } from '#shared/contract/alarm-figures.ts'
import { dayOf } from '../../../i18n/format.ts'
import type { Texts } from '../../../i18n/zh.ts'
import { token } from '../../../theme/chart/Chart.tsx'

const GRADES = [1, 2, 3, 4] as const

/** A bar an hour or a day, of grades one over the other. */
export function trendOption({ every, spans }: AlarmFigures['trend'], t: Texts, size: number): EChartsCoreOption {
  const faint = { color: token('text-dim'), fontSize: size, fontFamily: token('font') }
  const nameOf = (at: number) =>
    every === 'day' ? dayOf(at).slice(5) : `${String(new Date(at).getHours()).padStart(2, '0')}:00`
  return {
    animation: false,
    grid: { left: 4, right: 8, top: 10, bottom: 2, containLabel: true },
    xAxis: {
      type: 'category',
      data: spans.map(({ at }) => nameOf(at)),
      axisLabel: { ...faint, hideOverlap: true },
      axisLine: { lineStyle: { color: token('line') } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 3,
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
      barMaxWidth: 40,
      itemStyle: { color: token(`grade-${grade}`) },
      data: spans.map(({ counts }) => counts[grade - 1]),
    })),
  }
}
