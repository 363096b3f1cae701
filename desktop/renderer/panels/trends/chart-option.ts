import type { EChartsCoreOption } from 'echarts/core'
import type { Metric } from '#models/kind.ts'
import type { LimitLine } from '#models/limits.ts'
import { type Axis, scaleOf } from './axes.ts'
import { drawReach } from './draw-reach.ts'
import { type Line, lonely } from './line.ts'
import type { Range } from './range.ts'
import { type States, said } from './said.ts'
import { timeLabel } from './time-label.ts'

/** Everything that is known of one curve. */
export interface Curve {
  device: string
  metric: string
  /** The device, and what it measures. */
  name: string
  metricName: string
  known: Metric | undefined
  unit: string
  /** What its values mean, where they are states. */
  states?: States | undefined
  color: string
  /** Four colours may be hard to tell from the other four; their lines are not. */
  isDashed: boolean
  line: Line
  limits: readonly LimitLine[]
}

interface ChartWish {
  curves: readonly Curve[]
  axes: readonly Axis[]
  range: Range
  /** Pixels of the page's type. */
  size: number
  token(name: string): string
  /** What stands beside the hand. */
  tooltip(at: number): HTMLElement | string
}

/** Few enough that each is worth a dot. */
const FEW = 40

export function chartOption({ curves, axes, range, size, token, tooltip }: ChartWish): EChartsCoreOption {
  const faint = { color: token('text-dim'), fontSize: size, fontFamily: token('font') }
  const shownLimits = new Set<string>()
  return {
    animation: false,
    grid: { left: 8, right: 12, top: size * 2.4, bottom: 4, containLabel: true },
    xAxis: {
      type: 'time',
      min: range.from,
      max: range.to,
      axisLabel: { ...faint, hideOverlap: true, formatter: (at: number) => timeLabel(at, range) },
      axisLine: { lineStyle: { color: token('line') } },
      axisTick: { show: true, lineStyle: { color: token('line') } },
      splitLine: { show: false },
    },
    yAxis: axes.map(({ unit, side, least, most, states }, i) => ({
      type: 'value',
      show: side !== 'none',
      position: side === 'right' ? 'right' : 'left',
      name: unit,
      nameTextStyle: { ...faint, align: side === 'right' ? 'right' : 'left' },
      scale: true,
      splitNumber: 4,
      ...(least !== undefined && { min: least }),
      ...(most !== undefined && { max: most }),
      // An end that a limit asked for is no round number.
      axisLabel: states
        ? { ...faint, formatter: (value: number) => states[value] ?? '' }
        : { ...faint, hideOverlap: true, showMinLabel: least === undefined, showMaxLabel: most === undefined },
      ...(states && { interval: 1 }),
      splitLine: { show: i === 0, lineStyle: { color: token('line') } },
    })),
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: token('raised'),
      borderColor: token('line'),
      textStyle: { color: token('text'), fontSize: size, fontFamily: token('font') },
      axisPointer: { lineStyle: { color: token('text-faint') } },
      formatter: (hits: { axisValue: number }[]) => (hits[0] ? tooltip(Number(hits[0].axisValue)) : ''),
    },
    series: curves.flatMap((curve) => {
      const axis = axes.findIndex(({ unit }) => unit === scaleOf(curve))
      return [reaches(curve, axis), line(curve, axis, faint, token, curves.length > 1, shownLimits)]
    }),
  }
}

/** From the least to the greatest of each span: what the mean would hide. */
function reaches({ line: { reaches }, color }: Curve, yAxisIndex: number) {
  return {
    type: 'custom',
    silent: true,
    yAxisIndex,
    data: reaches,
    dimensions: ['from', 'to', 'min', 'max'],
    encode: { x: ['from', 'to'], y: ['min', 'max'] },
    clip: true,
    z: 1,
    itemStyle: { color },
    renderItem: drawReach,
  }
}

function line(
  { name, metricName, known, states, color, isDashed, line: { points, every }, limits }: Curve,
  yAxisIndex: number,
  faint: object,
  token: ChartWish['token'],
  isOneOfMany: boolean,
  shown: Set<string>,
) {
  const alone = lonely(points)
  // Two sensors of a kind have the same limits: each is drawn once.
  const fresh = limits.filter(({ limit, grade }) => {
    const key = `${yAxisIndex} ${limit} ${grade}`
    return !shown.has(key) && shown.add(key)
  })
  return {
    type: 'line',
    name: `${name} · ${metricName}`,
    yAxisIndex,
    data: points,
    z: 3,
    symbol: 'circle',
    showAllSymbol: true,
    // A curve under the hand must not rise over the limits.
    emphasis: { disabled: true },
    symbolSize: ([at]: [number, number]) => (alone.has(at) || (every === 0 && points.length <= FEW) ? 4 : 0),
    // Between two states there is nothing: it is the one until it is the other.
    ...(states && every === 0 && { step: 'end' }),
    lineStyle: { width: 1.6, color, type: isDashed ? 'dashed' : 'solid' },
    itemStyle: { color },
    markLine: {
      silent: true,
      // Over whatever is drawn: it has to be read.
      z: 6,
      symbol: 'none',
      animation: false,
      data: fresh.map(({ limit, grade }) => ({
        yAxis: limit,
        lineStyle: { color: token(`grade-${grade}`), type: [6, 4], width: 1 },
        label: {
          ...faint,
          position: 'insideEndTop',
          padding: [1, 4],
          borderRadius: 3,
          backgroundColor: token('surface'),
          formatter: isOneOfMany ? `${metricName} ${said(limit, { states, known })}` : said(limit, { states, known }),
        },
      })),
    },
  }
}
