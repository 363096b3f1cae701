import { expect, test } from 'vitest'
import { continued, type Point, withGaps } from './series.ts'

test('a silence parts the line', () => {
  const points: Point[] = [
    [0, 1],
    [10, 2],
    [50, 3],
    [60, 4],
  ]
  expect(withGaps(points, 20)).toEqual([
    [0, 1],
    [10, 2],
    [11, null],
    [50, 3],
    [60, 4],
  ])
  expect(withGaps([], 20)).toEqual([])
})

test('goes on with what is new, drops what is old, and is the same list where neither is', () => {
  const points: Point[] = [
    [10, 1],
    [20, 2],
  ]
  expect(continued(points, [20, 2], 5)).toBe(points)
  expect(continued(points, undefined, 5)).toBe(points)
  expect(continued(points, [30, 3], 5)).toEqual([...points, [30, 3]])
  expect(continued(points, [30, 3], 15)).toEqual([
    [20, 2],
    [30, 3],
  ])
  // A reading that came late is not drawn backwards, and none from before the window.
  expect(continued(points, [15, 9], 5)).toBe(points)
  expect(continued([], [1, 9], 5)).toEqual([])
})
