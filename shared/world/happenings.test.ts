import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alarmRaised, alarmReturned } from './alarm-events.ts'
import { deviceConnected } from './devices.ts'
import { type Actor, type Event, SYSTEM } from './event.ts'
import { add, densityOf, hasStep, isStep, LANES, none, STEPS, standsAt } from './happenings.ts'
import { layoutRemoved } from './layouts.ts'
import { replayEnded } from './replays.ts'
import { ruleUnset } from './rules.ts'

const PERSON: Actor = { kind: 'user', id: 'li' }
const raised = (grade: 1 | 2 | 3 | 4) =>
  alarmRaised('jinxiu', {
    alarm: 'd~r',
    device: 'd',
    rule: 'r',
    grade,
    metric: 'm',
    limit: 1,
    value: 2,
    position: { lon: 114, lat: 22.5, height: 0 },
  })
const DRAFTS = [
  ...([1, 2, 3, 4] as const).map(raised),
  alarmReturned('jinxiu', { alarm: 'd~r', value: 1 }),
  deviceConnected('jinxiu', { device: 'd' }),
  replayEnded('jinxiu', { replay: 'replay-000001', deserted: true }),
  layoutRemoved('jinxiu', { layout: 'x' } as never),
  ruleUnset('jinxiu', { kind: 'smoke', rule: 'r' } as never),
  { type: 'next-year:happened', place: 'jinxiu', data: {} },
]
const happening = fc
  .tuple(fc.constantFrom(...DRAFTS), fc.constantFrom(SYSTEM, PERSON), fc.nat({ max: 100_000 }))
  .map(([draft, by, at]) => ({ ...draft, by, at, seq: 1 }) as Event)

test('each event stands in one place: an alarm by its grade, what people did, else by what it is about', () => {
  const where = (draft: (typeof DRAFTS)[number], by: Actor) => standsAt({ ...draft, by } as Event)
  expect(DRAFTS.map((draft) => where(draft, SYSTEM))).toEqual([
    1,
    2,
    3,
    4,
    'course',
    'devices',
    undefined,
    undefined,
    'events',
    undefined,
  ])
  expect(DRAFTS.map((draft) => where(draft, PERSON))).toEqual([
    1,
    2,
    3,
    4,
    'acts',
    'acts',
    undefined,
    undefined,
    'acts',
    undefined,
  ])
})

test('whatever happened: what is counted is what one steps to, and all of it is in the sum of any columns', () => {
  fc.assert(
    fc.property(fc.array(happening), fc.constantFrom(10, 1000, 60_000), (events, every) => {
      const sum = none()
      for (const span of densityOf(events, every)) {
        add(sum, span)
        const within = events.filter(({ at }) => Math.floor(at / every) * every === span.at)
        for (const to of STEPS) expect(hasStep(span, to)).toBe(within.some((event) => isStep(event, to)))
      }
      const counted = [...sum.alarms, ...LANES.map((lane) => sum[lane])].reduce((a, b) => a + b)
      expect(counted).toBe(events.filter((event) => standsAt(event) !== undefined).length)
    }),
  )
})
