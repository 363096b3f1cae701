import { expect, test } from 'vitest'
import type { TrendSpan } from '#shared/contract/trends.ts'
import { indexAt, lineOf, lonely } from './line.ts'

const span = (at: number, min: number, max: number): TrendSpan => ({
  at,
  count: 9,
  mean: (min + max) / 2,
  min,
  minAt: at + 3,
  max,
  maxAt: at + 7,
})

test('readings are a line that a silence parts, with the first of its extremes', () => {
  const line = lineOf(
    {
      every: 0,
      points: [
        [0, 2],
        [10, 9],
        [20, 9],
        [90, 1],
      ],
      spans: [],
    },
    30,
  )
  expect(line.points).toEqual([
    [0, 2],
    [10, 9],
    [20, 9],
    [21, null],
    [90, 1],
  ])
  expect([line.min, line.max]).toEqual([
    { value: 1, at: 90 },
    { value: 9, at: 10 },
  ])
  expect(line.reaches).toEqual([])
})

test('spans are their middles and their reach; a span without a reading is a gap', () => {
  const line = lineOf({ every: 100, points: [], spans: [span(0, 1, 5), span(100, 2, 99), span(300, 0, 4)] }, 20)
  expect(line.points).toEqual([
    [50, 3],
    [150, 50.5],
    [151, null],
    [350, 2],
  ])
  expect(line.reaches).toEqual([
    [0, 100, 1, 5],
    [100, 200, 2, 99],
    [300, 400, 0, 4],
  ])
  expect([line.min, line.max]).toEqual([
    { value: 0, at: 303 },
    { value: 99, at: 107 },
  ])
})

test('a sensor that speaks seldom is not torn where its spans are shorter than its silence', () => {
  const spans = [span(0, 1, 1), span(200, 1, 1), span(900, 1, 1)]
  expect(lineOf({ every: 100, points: [], spans }, 300).points.map(([, value]) => value)).toEqual([1, 1, null, 1])
})

test('nothing has no extremes, and a point between two silences is seen alone', () => {
  expect(lineOf({ every: 0, points: [], spans: [] }, 9)).toEqual({
    points: [],
    reaches: [],
    every: 0,
    min: undefined,
    max: undefined,
  })
  expect([
    ...lonely([
      [0, 1],
      [1, null],
      [50, 2],
      [51, null],
      [90, 1],
      [91, 1],
    ]),
  ]).toEqual([0, 50])
})

test('what is said at a time is the nearest point, and nothing in a silence', () => {
  const { points } = lineOf(
    {
      every: 0,
      points: [
        [0, 1],
        [10, 2],
        [90, 3],
      ],
      spans: [],
    },
    30,
  )
  expect([4, 6, 11, 14, 50, 84].map((at) => indexAt(points, at, 10))).toEqual([0, 1, 1, 1, undefined, 3])
  expect(indexAt([], 5, 10)).toBeUndefined()
})
