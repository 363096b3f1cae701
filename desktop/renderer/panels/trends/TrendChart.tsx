import type { EChartsType } from 'echarts/core'
import { type RefObject, useMemo, useRef } from 'react'
import { dateTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useAppearance } from '../../theme/appearance.ts'
import { Chart, token } from '../../theme/chart/Chart.tsx'
import { useTypeScale } from '../../theme/type-scale.ts'
import type { Axis } from './axes.ts'
import { type Curve, chartOption } from './chart-option.ts'
import type { Range } from './range.ts'
import { said } from './said.ts'
import { saidAt, tooltipOf } from './tooltip.ts'
import { useGestures } from './use-gestures.ts'

/** Pixels at a desk. */
const TYPE = 11.5

interface TrendChartProps {
  curves: readonly Curve[]
  axes: readonly Axis[]
  range: Range
  now: number
  chart: RefObject<EChartsType | undefined>
  zoom(range: Range, again?: boolean): void
  back(): void
}

/** All curves in one picture, and the hand on it. */
export function TrendChart({ curves, axes, range, now, chart, zoom, back }: TrendChartProps) {
  const { t } = useSpeech()
  const words = t.trends
  const room = useRef<HTMLDivElement>(null)
  const scale = useTypeScale()
  const appearance = useAppearance()
  // biome-ignore lint/correctness/useExhaustiveDependencies: its colours are read from the page
  const option = useMemo(
    () =>
      chartOption({
        curves,
        axes,
        range,
        size: TYPE * scale,
        token,
        tooltip: (at) => tooltipOf(saidAt(curves, at, range), at, t),
      }),
    [curves, axes, range, scale, appearance, t],
  )
  const each = curves.map(({ name, metricName, known, states, line: { min, max } }) =>
    min && max
      ? `${name} ${metricName}: ${words.reach(said(min.value, { known, states }), said(max.value, { known, states }))}`
      : `${name} ${metricName}: ${words.nothingIn}`,
  )
  const { drag, handlers } = useGestures({ chart, room, range, now, zoom })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what a hand does here the buttons above do as well
    <div ref={room} className="trends-room" onDoubleClick={back} {...handlers}>
      <Chart
        option={option}
        label={words.summary(curves.length, dateTime(range.from), dateTime(range.to), each.join('; '))}
        className="trends-chart"
        held={(held) => {
          chart.current = held
        }}
      />
      {drag && (
        <div
          className="trends-drag"
          style={{ left: Math.min(drag.from, drag.to), width: Math.abs(drag.to - drag.from) }}
        />
      )}
    </div>
  )
}
