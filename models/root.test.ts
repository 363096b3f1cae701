import { expect, test } from 'vitest'
import { rootOf, type Suspect } from './root.ts'

const suspect = (alarm: string, second: number, east: number, more: Partial<Suspect> = {}): Suspect => ({
  alarm,
  rule: 'smoke-high',
  sign: 'fire',
  place: 'jx/z1/b1/f03/r1',
  position: { lon: 114 + east / 102_850, lat: 22.5, height: 9 },
  raisedAt: second * 1000,
  ...more,
})

test('nobody, one alone, and of few the first', () => {
  expect(rootOf([])).toBeUndefined()
  expect(rootOf([suspect('a', 0, 0)])).toEqual({ alarm: 'a', explains: 0, of: 0, isInferred: false })
  expect(rootOf([suspect('b', 9, 5), suspect('a', 0, 0)])).toEqual({
    alarm: 'a',
    explains: 1,
    of: 1,
    isInferred: false,
  })
})

test('an effect that is told first is not taken for the cause', () => {
  const lift = suspect('lift', 0, 0, { sign: 'stoppage', rule: 'trapped' })
  const power = suspect('power', 8, 0, { sign: 'power', rule: 'overload' })
  const pump = suspect('pump', 20, 0, { sign: 'suppression', rule: 'pressure-low' })
  expect(rootOf([lift, power, pump])).toEqual({ alarm: 'power', explains: 2, of: 2, isInferred: true })
})

test('a slow detector where it began is found by what came when around it', () => {
  // Smoke at a metre a second from east 0; the detector there reports eight seconds late, its neighbours at once.
  const around = [-20, -15, -10, -5, 5, 10, 15, 20].map((east) => suspect(`e${east}`, Math.abs(east), east))
  expect(rootOf([...around, suspect('there', 8, 0)])).toMatchObject({ alarm: 'there', isInferred: true, explains: 8 })
})

test('the floor where it was first, though the one above tells more of it', () => {
  const above = Array.from({ length: 9 }, (_, i) =>
    suspect(`up${i}`, 25 + Math.abs(i - 4) * 5, i * 5, { place: 'jx/z1/b1/f04/r1' }),
  )
  const below = [0, 5, 10, 15, 20].map((east) => suspect(`low${east}`, 2 + east, east))
  expect(rootOf([...above, ...below])?.alarm).toBe('low0')
})
