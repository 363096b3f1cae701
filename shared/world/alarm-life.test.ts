import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  alarmAcknowledged,
  alarmAssigned,
  alarmClosed,
  alarmCommented,
  alarmLetBack,
  alarmRaised,
  alarmRecurred,
  alarmRegraded,
  alarmReopened,
  alarmRepeated,
  alarmReset,
  alarmReturned,
  alarmSetAside,
  alarmUnacknowledged,
} from './alarm-events.ts'
import { isCalling, isLatched, isThere } from './alarm-life.ts'
import type { Alarm } from './alarm-record.ts'
import type { Draft } from './event.ts'
import { worldHash } from './hash.ts'
import { World } from './world.ts'

const PLACE = 'jinxiu/z1'
const by = { kind: 'user' as const, id: 'operator', name: '李值班' }
const about = { alarm: 'a', device: 'd', rule: 'r', grade: 2 as const, metric: 'smoke', limit: 8, value: 12 }
const position = { lon: 114, lat: 22.5, height: 0 }
const raise = (more: object = {}) => alarmRaised(PLACE, { ...about, position, ...more })

const moves = {
  come: alarmRecurred(PLACE, { alarm: 'a', value: 15 }),
  go: alarmReturned(PLACE, { alarm: 'a', value: 1 }),
  ack: alarmAcknowledged(PLACE, { alarm: 'a' }),
  unack: alarmUnacknowledged(PLACE, { alarm: 'a' }),
  graver: alarmRegraded(PLACE, { alarm: 'a', grade: 1 }),
  lesser: alarmRegraded(PLACE, { alarm: 'a', grade: 4 }),
  again: alarmRepeated(PLACE, { alarm: 'a' }),
  reset: alarmReset(PLACE, { alarm: 'a' }),
  comment: alarmCommented(PLACE, { alarm: 'a', text: '已派人' }),
  assign: alarmAssigned(PLACE, { alarm: 'a', to: { account: 'operator', name: '李值班' } }),
  shelve: alarmSetAside(PLACE, { alarm: 'a', aside: { how: 'shelved', because: 'aside-123456', until: 9e12 } }),
  suppress: alarmSetAside(PLACE, { alarm: 'a', aside: { how: 'suppressed', because: 'other' } }),
  back: alarmLetBack(PLACE, { alarm: 'a' }),
  close: alarmClosed(PLACE, { alarm: 'a', verdict: 'real', cause: '烟', disposal: '灭火' }),
}
type Move = keyof typeof moves

function play(drafts: readonly Draft[]): World {
  const world = new World()
  for (const [i, draft] of drafts.entries()) world.apply({ ...draft, seq: i + 1, at: 1000 + i, by })
  return world
}

const after = (first: Draft, way: readonly Move[]) => play([first, ...way.map((move) => moves[move])]).alarms.get('a')

/** What follows on what, said as ISA-18.2 does; `over` has left the table. */
const courses: [name: string, first: object, [way: Move[], state: Alarm['state'] | 'over'][]][] = [
  [
    'an alarm that ends by itself',
    {},
    [
      [[], 'unacknowledged'],
      [['ack'], 'acknowledged'],
      [['go'], 'returned'],
      [['go', 'come'], 'unacknowledged'],
      [['go', 'ack'], 'over'],
      [['ack', 'go'], 'over'],
      [['ack', 'come'], 'acknowledged'],
      [['ack', 'unack'], 'unacknowledged'],
      [['ack', 'graver'], 'unacknowledged'],
      [['ack', 'lesser'], 'acknowledged'],
      [['go', 'graver'], 'returned'],
      [['ack', 'again'], 'unacknowledged'],
      [['ack', 'comment', 'assign'], 'acknowledged'],
    ],
  ],
  [
    'set aside, and back: normal when it is gone, else it calls anew',
    {},
    [
      [['shelve'], 'shelved'],
      [['suppress'], 'suppressed'],
      [['shelve', 'go'], 'shelved'],
      [['shelve', 'go', 'back'], 'over'],
      [['shelve', 'back'], 'unacknowledged'],
      [['ack', 'shelve', 'back'], 'unacknowledged'],
      [['shelve', 'go', 'come', 'back'], 'unacknowledged'],
      [['shelve', 'suppress', 'back'], 'unacknowledged'],
      [['go', 'shelve', 'back'], 'over'],
    ],
  ],
  [
    'one whose case wants to be closed',
    { toClose: true },
    [
      [['ack', 'go'], 'settled'],
      [['go', 'ack'], 'settled'],
      [['ack', 'go', 'come'], 'unacknowledged'],
      [['ack', 'go', 'close'], 'over'],
      [['go', 'close'], 'over'],
      [['ack', 'go', 'unack'], 'returned'],
      [['shelve', 'go', 'back'], 'over'],
      [['ack', 'shelve', 'go', 'back'], 'settled'],
    ],
  ],
  [
    'one that latches',
    { latches: true },
    [
      [['go'], 'unacknowledged'],
      [['go', 'ack'], 'acknowledged'],
      [['go', 'ack', 'reset'], 'over'],
      [['ack', 'go'], 'acknowledged'],
      [['ack', 'go', 'reset'], 'over'],
      [['ack', 'go', 'come'], 'unacknowledged'],
      [['ack', 'go', 'come', 'go', 'ack'], 'acknowledged'],
      [['shelve', 'go', 'back'], 'unacknowledged'],
    ],
  ],
  [
    'one that was raised while its like was aside',
    { aside: { how: 'out-of-service', because: 'aside-123456' } },
    [
      [[], 'out-of-service'],
      [['go'], 'out-of-service'],
      [['go', 'back'], 'over'],
      [['back'], 'unacknowledged'],
    ],
  ],
]

describe.each(courses)('%s', (_, first, ways) => {
  test.each(ways)('%j = %s', (way, state) => {
    expect(after(raise(first), way)?.state ?? 'over').toBe(state)
  })
})

test('comments, who has it in hand and how grave it is stay through its life; the newest fifty comments are kept', () => {
  const many = Array.from({ length: 60 }, () => 'comment' as const)
  const alarm = after(raise(), ['assign', ...many, 'ack', 'graver'])
  expect(alarm).toMatchObject({ grade: 1, assignee: { account: 'operator' }, againAt: 1063 })
  expect(alarm?.comments).toHaveLength(50)
  expect(alarm).not.toHaveProperty('acknowledgedAt')
})

test('a case that is opened again is as it was before', () => {
  const record = after(raise({ toClose: true }), ['ack', 'comment', 'go']) as Alarm
  const way: Draft[] = [raise({ toClose: true }), moves.ack, moves.comment, moves.go, moves.close]
  const world = play([...way, alarmReopened(PLACE, { alarm: 'a', record })])
  expect(world.alarms.get('a')).toEqual(record)
})

test('any order of events ends in a legal state; the log folded again, or taken up half way, ends in the same', () => {
  const order = fc.array(fc.constantFrom(...(Object.keys(moves) as Move[])), { maxLength: 40 })
  const kinds = fc.record({ latches: fc.boolean(), toClose: fc.boolean() })
  fc.assert(
    fc.property(order, kinds, fc.nat(40), (way, kind, cut) => {
      const drafts = [raise(kind), ...way.map((move) => moves[move])]
      const world = play(drafts)
      const half = World.from(play(drafts.slice(0, cut)).snapshot())
      for (const [i, draft] of drafts.slice(cut).entries())
        half.apply({ ...draft, seq: cut + i + 1, at: 1000 + cut + i, by })
      expect(worldHash(half)).toBe(worldHash(world))
      const alarm = world.alarms.get('a')
      if (!alarm) return
      const { state, aside, acknowledgedAt } = alarm
      if (aside) expect(state).toBe(aside.how)
      expect(isCalling(alarm)).toBe(!aside && state !== 'settled')
      if (aside) return
      expect(state === 'acknowledged' || state === 'settled').toBe(acknowledgedAt !== undefined)
      if (state === 'returned' || state === 'settled') expect(isThere(alarm) || isLatched(alarm)).toBe(false)
      if (state === 'settled') expect(alarm.toClose).toBe(true)
    }),
    { numRuns: 2000, seed: 18_2 },
  )
})
