import { expect, test } from 'vitest'
import type { Alarm, AlarmState, Grade } from '#shared/world/alarm-record.ts'
import { Staging, TURN_MS } from './staging.ts'

const alarm = (id: string, grade: Grade, raisedAt = 0, state: AlarmState = 'unacknowledged') =>
  ({ alarm: id, grade, raisedAt, state }) as Alarm

/** What is shown over a time, as a wall asks once a second. */
function watch(
  staging: Staging,
  alarms: readonly Alarm[],
  from: number,
  until: number,
): [second: number, cue: string][] {
  const seen: [number, string][] = []
  for (let now = from; now <= until; now += 1000) {
    const cue = staging.next(alarms, now)
    if (cue) seen.push([now / 1000, cue === 'give back' ? cue : cue.show])
  }
  return seen
}

test('an alarm takes the stage, and gives it back a little after somebody has taken it', () => {
  const staging = new Staging()
  expect(watch(staging, [alarm('a', 2)], 0, 100_000)).toEqual([[0, 'a']])
  expect(watch(staging, [alarm('a', 2, 0, 'acknowledged')], 101_000, 200_000)).toEqual([[109, 'give back']])
  expect(watch(staging, [], 201_000, 300_000)).toEqual([])
})

test('a graver one does not wait for its turn, a slighter one waits until the other is taken', () => {
  const staging = new Staging()
  watch(staging, [alarm('a', 3)], 0, 1000)
  expect(watch(staging, [alarm('a', 3), alarm('b', 1)], 2000, 100_000)).toEqual([[4, 'b']])
  expect(watch(staging, [alarm('a', 3), alarm('b', 1, 0, 'acknowledged')], 101_000, 110_000)).toEqual([[101, 'a']])
})

test('alike ones take turns, the newest first, and none is left out', () => {
  const staging = new Staging()
  const all = [alarm('a', 2, 1), alarm('b', 2, 2), alarm('c', 2, 3)]
  expect(watch(staging, all, 0, 4 * TURN_MS).map(([, id]) => id)).toEqual(['c', 'b', 'a', 'c', 'b'])
})

test('of a flood the wall shows one after another, the gravest first', () => {
  const staging = new Staging()
  const flood = Array.from({ length: 500 }, (_, i) => alarm(`x${i}`, ((i % 4) + 1) as Grade, i))
  const shown = watch(staging, flood, 0, 10 * TURN_MS)
  expect(shown).toHaveLength(11)
  expect(shown.every(([, id]) => flood.find((one) => one.alarm === id)?.grade === 1)).toBe(true)
})

test('what ended while somebody led by hand is given back as soon as nobody does', () => {
  const staging = new Staging()
  watch(staging, [alarm('a', 2)], 0, 1000)
  expect(watch(staging, [], 61_000, 90_000)).toEqual([[69, 'give back']])
})
