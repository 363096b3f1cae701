import { expect, test } from 'vitest'
import type { Obstacle } from '../focus/obstacles.ts'
import { areaOf, between, lengthOf, middleOf, sightBetween } from './measures.ts'

const at = (east: number, north: number, up = 0) => ({ east, north, up })

test('lengths go along the line, areas are seen from above', () => {
  expect(lengthOf([at(0, 0), at(3, 4), at(3, 4, 12)])).toBe(17)
  expect(lengthOf([at(1, 1)])).toBe(0)
  const square = [at(0, 0, 3), at(10, 0), at(10, 10), at(0, 10)]
  expect(areaOf(square)).toBe(100)
  expect(areaOf(square.toReversed())).toBe(100)
})

test('a house ends the view where it begins', () => {
  const ring = [[5, -5] as const, [6, -5] as const, [6, 5] as const, [5, 5] as const]
  const house: Obstacle = { place: 'h', ring, top: 9, box: [5, -5, 6, 5] }
  const blocked = sightBetween(at(0, 0, 2), at(10, 0, 2), [house])
  expect(blocked).toMatchObject({ free: false, by: { place: 'h' } })
  expect(blocked.until.east).toBeCloseTo(5, 6)
  expect(sightBetween(at(0, 0, 20), at(10, 0, 20), [house]).free).toBe(true)
})

test('figures stand in the middle of what was measured', () => {
  expect(between(at(0, 0), at(10, 20, 4), 0.5)).toEqual(at(5, 10, 2))
  expect(middleOf([at(0, 0, 2), at(10, 0), at(10, 10, 2), at(0, 10)])).toEqual(at(5, 5, 1))
})
