import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetTrends, lookBack, recallTrends, trace, trends, untrace, WINDOWS } from './trends.ts'

const kept = new Map<string, string>()
beforeEach(() => {
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
  recallTrends('li')
})
afterEach(() => {
  kept.clear()
  forgetTrends()
  vi.unstubAllGlobals()
})
const state = () => trends.getState()
const shown = () => state().traced.map(({ device, metric, color }) => `${device} ${metric} ${color}`)

test('a curve keeps its colour when others go, and the next takes the first that is free', () => {
  for (const device of ['a', 'b', 'c']) expect(trace(device, 'm')).toBe(true)
  untrace('b', 'm')
  trace('a', 'n')
  expect(shown()).toEqual(['a m 0', 'c m 2', 'a n 1'])
})

test('there is room for eight; one that is there already is called up again', () => {
  for (let i = 0; i < 8; i++) expect(trace(`d${i}`, 'm')).toBe(true)
  const { calls } = state()
  expect(trace('more', 'm')).toBe(false)
  expect(state().calls).toBe(calls)
  expect(trace('d3', 'm')).toBe(true)
  expect([state().calls, state().traced.length]).toEqual([calls + 1, 8])
})

test('each account finds its own again; nothing of it stays for the next', () => {
  trace('a', 'm')
  lookBack(WINDOWS[3])
  forgetTrends()
  expect(shown()).toEqual([])
  recallTrends('wang')
  expect([shown(), state().window]).toEqual([[], WINDOWS[0]])
  recallTrends('li')
  expect([shown(), state().window]).toEqual([['a m 0'], WINDOWS[3]])
})

test('what cannot be believed is as if nothing were kept', () => {
  const one = { device: 'a', metric: 'm', color: 0 }
  for (const wrong of [
    'no json',
    '{}',
    JSON.stringify({ traced: [{ ...one, color: 8 }], window: WINDOWS[0] }),
    JSON.stringify({ traced: [one], window: 5 }),
    JSON.stringify({ traced: [one, { ...one, device: 'b' }], window: WINDOWS[0] }),
    JSON.stringify({ traced: [one, { ...one, color: 1 }], window: WINDOWS[0] }),
  ]) {
    kept.set('ankan.trends.li', wrong)
    recallTrends('li')
    expect([shown(), state().window]).toEqual([[], WINDOWS[0]])
  }
})
