import type { EChartsCoreOption } from 'echarts/core'
import type { Grade } from '#shared/world/alarm-record.ts'
import type { Texts } from '../../i18n/zh.ts'
import { token } from './Chart.tsx'

/** The gravest at the bottom, where all bars can be compared. */
const GRADES: readonly Grade[] = [1, 2, 3, 4]

export interface GradeBars {
  /** What stands below each bar. */
  names: readonly string[]
  /** How many of a grade each bar has. */
  counts(grade: Grade): readonly (number | undefined)[]
  /** How names are left out where they have no room. */
  labels: object
  /** Lines across. */
  lines: number
  size: number
}

/** Bars of alarms, of grades one over the other. */
export function gradeBars({ names, counts, labels, lines, size }: GradeBars, t: Texts): EChartsCoreOption {
  const faint = { color: token('text-dim'), fontSize: size, fontFamily: token('font') }
  return {
    animation: false,
    grid: { left: 4, right: 8, top: 10, bottom: 2, containLabel: true },
    xAxis: {
      type: 'category',
      data: names,
      axisLabel: { ...faint, ...labels },
      axisLine: { lineStyle: { color: token('line') } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: lines,
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
      itemStyle: { color: token(`column-${grade}`) },
      data: counts(grade),
    })),
  }
}
