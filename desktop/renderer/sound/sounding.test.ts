import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Alarm, AlarmState, Grade } from '#shared/world/alarm-record.ts'
import { lengthOf, patterns } from './patterns.ts'
import { Sounding } from './sounding.ts'

const alarm = (id: string, grade: Grade, state: AlarmState = 'unacknowledged') => ({ alarm: id, grade, state }) as Alarm

/** All that is heard in a time, as a screen asks: at once on a change, and when it was told to ask again. */
function listen(
  sounding: Sounding,
  alarms: readonly Alarm[],
  from: number,
  until: number,
): [at: number, grade: Grade][] {
  const heard: [number, Grade][] = []
  let now = from
  for (let asked = 0; asked < 1000; asked++) {
    const sound = sounding.next(alarms, now)
    if (sound) heard.push([now, sound.grade])
    const wait = sounding.wait(alarms, now)
    if (wait === undefined || now + wait > until) break
    now += wait
  }
  return heard
}

test('a new alarm is heard at once, and again until somebody acknowledges', () => {
  const sounding = new Sounding()
  expect(listen(sounding, [alarm('a', 1)], 0, 14_000)).toEqual([
    [0, 1],
    [5000, 1],
    [10_000, 1],
  ])
  expect(listen(sounding, [alarm('a', 1, 'acknowledged')], 15_000, 60_000)).toEqual([])
})

test('what is slight is heard once; what returned by itself is not heard', () => {
  expect(listen(new Sounding(), [alarm('a', 4)], 0, 600_000)).toEqual([[0, 4]])
  expect(listen(new Sounding(), [alarm('a', 1, 'returned')], 0, 600_000)).toEqual([])
})

test('a graver one does not wait for its turn, only for the end of the sound', () => {
  const sounding = new Sounding()
  listen(sounding, [alarm('a', 3)], 0, 0)
  const both = [alarm('a', 3), alarm('b', 1)]
  expect(listen(sounding, both, 100, 3000)).toEqual([[lengthOf(patterns[3]), 1]])
})

test('while a grave one sounds, a slighter one is not heard by itself, and is not forgotten', () => {
  const sounding = new Sounding()
  listen(sounding, [alarm('a', 1)], 0, 0)
  expect(listen(sounding, [alarm('a', 1), alarm('b', 3)], 1000, 4000)).toEqual([])
  listen(sounding, [alarm('a', 1), alarm('b', 3)], 4000, 6000)
  // The grave one is taken: the other goes on in its own time.
  expect(
    listen(sounding, [alarm('a', 1, 'acknowledged'), alarm('b', 3)], 7000, 50_000).map(([, grade]) => grade),
  ).toEqual([3])
})

test('one that comes again after it was over is new again', () => {
  const sounding = new Sounding()
  listen(sounding, [alarm('a', 4)], 0, 0)
  listen(sounding, [], 1000, 1000)
  expect(listen(sounding, [alarm('a', 4)], 2000, 2000)).toEqual([[2000, 4]])
})

test('never two sounds at once, and always that of the gravest, whatever comes', () => {
  const one = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    grade: fc.constantFrom<Grade>(1, 2, 3, 4),
    state: fc.constantFrom<AlarmState>('unacknowledged', 'acknowledged', 'returned'),
    after: fc.nat(9000),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), (changes) => {
      const sounding = new Sounding()
      const open = new Map<string, Alarm>()
      let now = 0
      let silentFrom = 0
      for (const { id, grade, state, after } of changes) {
        open.set(id, alarm(id, grade, state))
        const alarms = [...open.values()]
        for (const [at, heard] of listen(sounding, alarms, now, now + after)) {
          expect(at).toBeGreaterThanOrEqual(silentFrom)
          silentFrom = at + lengthOf(patterns[heard])
          const waiting = alarms.filter((each) => each.state === 'unacknowledged').map((each) => each.grade)
          expect(heard).toBe(Math.min(...waiting))
        }
        now += after
      }
    }),
  )
})
