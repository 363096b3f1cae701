import { expect, test } from 'vitest'
import type { LimitLine } from '#models/limits.ts'
import { axesOf } from './axes.ts'
import { type Curve, chartOption } from './chart-option.ts'
import { drawReach } from './draw-reach.ts'
import { lineOf } from './line.ts'
import { saidAt } from './tooltip.ts'

const RANGE = { from: 0, to: 10_000 }
const known = { name: { zh: '温度', en: 'Temperature' }, unit: '°C', min: 0, max: 99, decimals: 1 }
const LIMIT: LimitLine = { when: 'above', limit: 70, grade: 2 }
const raw = lineOf(
  {
    every: 0,
    points: [
      [0, 1],
      [1000, 2],
      [9000, 60],
    ],
    spans: [],
  },
  2000,
)
const span = { at: 1000, count: 9, mean: 5, min: 1, minAt: 1100, max: 30, maxAt: 1900 }
const curve = (more: Partial<Curve> = {}): Curve => ({
  device: 'd',
  metric: 'm',
  name: '一号',
  metricName: '温度',
  known,
  unit: '°C',
  color: '#111111',
  isDashed: false,
  line: raw,
  limits: [LIMIT],
  ...more,
})

interface Shown {
  yAxis: { show: boolean; position: string; name: string; max?: number }[]
  series: { type: string; yAxisIndex: number; data: unknown[]; markLine?: { data: { yAxis: number }[] } }[]
}
function shown(...curves: Curve[]): Shown {
  const wish = {
    curves,
    axes: axesOf(curves),
    range: RANGE,
    size: 12,
    token: (name: string) => name,
    tooltip: () => '',
  }
  return chartOption(wish) as unknown as Shown
}

test('readings are a line with its gap, and the limit that is in reach is drawn', () => {
  const { yAxis, series } = shown(curve())
  expect(yAxis).toMatchObject([{ show: true, position: 'left', name: '°C', max: 70 * 1.08 }])
  expect(series.map(({ type }) => type)).toEqual(['custom', 'line'])
  expect(series[0]?.data).toEqual([])
  expect(series[1]?.data).toEqual([
    [0, 1],
    [1000, 2],
    [1001, null],
    [9000, 60],
  ])
  expect(series[1]?.markLine?.data.map(({ yAxis: at }) => at)).toEqual([70])
})

test('two sensors of a kind share one axis and one line of each limit; another unit has the other side', () => {
  const spans = lineOf({ every: 1000, points: [], spans: [span] }, 2000)
  const { yAxis, series } = shown(curve(), curve({ device: 'e' }), curve({ unit: '%', line: spans }))
  expect(yAxis.map(({ position, name }) => [position, name])).toEqual([
    ['left', '°C'],
    ['right', '%'],
  ])
  expect(series.map(({ yAxisIndex }) => yAxisIndex)).toEqual([0, 0, 0, 0, 1, 1])
  expect(series.flatMap(({ markLine }) => markLine?.data.length ?? [])).toEqual([1, 0, 1])
  expect(series[4]?.data).toEqual([[1000, 2000, 1, 30]])
})

test('a span is drawn as wide as its time, within the plot, and one of a single value is still to be seen', () => {
  const api = (values: number[]) => ({
    value: (i: number) => values[i] as number,
    coord: ([x, y]: [number, number]): [number, number] => [x, 100 - y],
    visual: () => '#123456',
  })
  const coordSys = { x: 10, y: 0, width: 80, height: 100 }
  const boxOf = (values: number[]) => drawReach({ coordSys }, api(values))?.children[0]?.shape
  expect(boxOf([20.4, 30.4, 10, 40])).toEqual({ x: 20, y: 60, width: 10, height: 30 })
  expect(boxOf([0, 15, 10, 40])).toEqual({ x: 10, y: 60, width: 5, height: 30 })
  expect(boxOf([50, 50.2, 10, 90])).toEqual({ x: 50, y: 10, width: 2, height: 80 })
  expect(boxOf([50, 50.2, 10, 10])).toEqual({ x: 50, y: 89, width: 1, height: 1 })
  expect(boxOf([95, 99, 10, 40])).toBeUndefined()
})

test('beside the hand stands what each curve said there, with its reach; in a silence nothing', () => {
  const spans = lineOf({ every: 1000, points: [], spans: [span] }, 2000)
  const curves = [curve(), curve({ name: '二号', line: spans })]
  expect(saidAt(curves, 1020, RANGE)).toEqual([
    { color: '#111111', name: '一号 · 温度', at: 1000, value: '2.0 °C', reach: undefined },
    { color: '#111111', name: '二号 · 温度', at: 1500, value: '5.0 °C', reach: '1.0 °C – 30.0 °C' },
  ])
  expect(saidAt(curves, 5000, RANGE)).toEqual([])
})
