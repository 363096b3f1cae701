import type { EChartsCoreOption } from 'echarts/core'
import type { Metric } from '#models/kind.ts'
import type { LimitLine } from '#models/limits.ts'
import { clockTime, shortTime } from '../../i18n/format.ts'
import { withUnit } from '../../store/describe.ts'
import { reach } from '../../store/limit-reach.ts'
import type { Point } from '../../store/series.ts'
import { token } from '../../theme/chart/Chart.tsx'

interface TrendWish {
  points: Point[]
  metric: Metric | undefined
  /** The limits of this metric. */
  rules: readonly LimitLine[]
  from: number
  now: number
  /** Pixels of the page's type. */
  size: number
}

/** One line, its limits, and as little as possible beside. */
export function trendOption({ points, metric, rules, from, now, size }: TrendWish): EChartsCoreOption {
  const faint = { color: token('text-dim'), fontSize: size, fontFamily: token('font') }
  const values = points.flatMap(([, value]) => value ?? [])
  const { least, most } = reach(Math.min(...values), Math.max(...values), rules)
  return {
    animation: false,
    grid: { left: 4, right: 10, top: 10, bottom: 2, containLabel: true },
    xAxis: {
      type: 'time',
      min: from,
      max: now,
      axisLabel: { ...faint, hideOverlap: true, formatter: (at: number) => clockTime(at).slice(0, 5) },
      axisLine: { lineStyle: { color: token('line') } },
      axisTick: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      scale: true,
      ...(least !== undefined && { min: least }),
      ...(most !== undefined && { max: most }),
      splitNumber: 3,
      // An end that a limit asked for is no round number.
      axisLabel: { ...faint, showMinLabel: least === undefined, showMaxLabel: most === undefined },
      splitLine: { lineStyle: { color: token('line') } },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: token('raised'),
      borderColor: token('line'),
      textStyle: { color: token('text'), fontSize: size, fontFamily: token('font') },
      axisPointer: { lineStyle: { color: token('text-faint') } },
      formatter: ([hit]: { value: Point }[]) =>
        hit && hit.value[1] !== null ? `${shortTime(hit.value[0], now)}　${withUnit(hit.value[1], metric)}` : '',
    },
    series: [
      {
        type: 'line',
        data: points,
        showSymbol: points.length < 3,
        symbolSize: 5,
        sampling: 'minmax',
        lineStyle: { width: 1.5, color: token('focus') },
        itemStyle: { color: token('focus') },
        markLine: {
          silent: true,
          symbol: 'none',
          data: rules.map(({ limit, grade }) => ({
            yAxis: limit,
            lineStyle: { color: token(`grade-${grade}`), type: 'dashed', width: 1 },
            label: { ...faint, position: 'insideEndTop', formatter: withUnit(limit, metric) },
          })),
        },
      },
    ],
  }
}
