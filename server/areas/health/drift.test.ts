import { expect, test } from 'vitest'
import { Drift } from './drift.ts'

const S = 1000

/** Readings ten seconds apart, off by so many seconds each. */
function course(...offs: number[]): (number | undefined)[] {
  const drift = new Drift()
  return offs.map((off, i) => drift.note('d', (i * 10 + off) * S, i * 10 * S, i * 10 * S))
}

test('a clock that is wrong is told once it is sure, by how much at least, and when it is right again', () => {
  expect(course(0, 40, 42, 41, 43, 44, 3, 3)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    40,
    undefined,
    0,
    undefined,
  ])
  expect(course(-60, -60, -61, -60)).toEqual([undefined, undefined, undefined, 60])
})

test('one odd time is no wrong clock; between right and wrong nothing changes', () => {
  expect(course(0, 100, 0, 100, 0, 100, 0).every((one) => one === undefined)).toBe(true)
  expect(course(50, 50, 50, 50, 20, 50, 20)).toEqual([
    undefined,
    undefined,
    undefined,
    50,
    undefined,
    undefined,
    undefined,
  ])
})

test('what was kept while a line was down comes late and all at once: the clock is right', () => {
  const drift = new Drift()
  for (let i = 0; i < 100; i++) expect(drift.note('d', i * S, 4000 * S, 4000 * S + i)).toBeUndefined()
  expect(drift.note('d', 4001 * S, 4001 * S, 4001 * S)).toBeUndefined()
})
