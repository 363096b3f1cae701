import { expect, test } from 'vitest'
import { none } from '#shared/world/happenings.ts'
import { pointedColumn } from './pointed-column.ts'

const EVERY = 2000
const raised = (at: number) => ({ ...none(), at, alarms: [1, 0, 0, 0] as [number, number, number, number] })
const heard = (at: number) => ({ ...none(), at, readings: 9 })

test('who points a little beside a column means it; where nothing is near, it is the column under the pointer', () => {
  const spans = [heard(0), raised(10_000), heard(12_000), raised(20_000)]
  const at = (time: number) => pointedColumn(spans, EVERY, time, 250)
  expect(at(10_000)).toBe(10_000)
  expect(at(11_999)).toBe(10_000)
  expect(at(12_100)).toBe(10_000)
  expect(at(9_900)).toBe(10_000)
  expect(at(14_500)).toBe(14_000)
  expect(at(500)).toBe(0)
})

test('of two columns that stand beside one another the one under the pointer is meant, else the nearer', () => {
  const at = (time: number) => pointedColumn([raised(10_000), raised(12_000), raised(15_000)], EVERY, time, 500)
  expect(at(11_999)).toBe(10_000)
  expect(at(12_001)).toBe(12_000)
  expect(at(14_200)).toBe(12_000)
  expect(at(14_900)).toBe(15_000)
})
