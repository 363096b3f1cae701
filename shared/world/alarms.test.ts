import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alarmAcknowledged, alarmRaised, alarmRecurred, alarmReturned } from './alarm-events.ts'
import type { Draft } from './event.ts'
import { World } from './world.ts'

const position = { lon: 114, lat: 22.5, height: 0 }
const moves = {
  raised: alarmRaised('jinxiu/z1', {
    alarm: 'a',
    device: 'd',
    rule: 'r',
    grade: 1,
    position,
    metric: 'smoke',
    limit: 8,
    value: 12,
  }),
  recurred: alarmRecurred('jinxiu/z1', { alarm: 'a', value: 15 }),
  returned: alarmReturned('jinxiu/z1', { alarm: 'a', value: 1 }),
  acknowledged: alarmAcknowledged('jinxiu/z1', { alarm: 'a', note: 'seen' }),
}
type Move = keyof typeof moves
type State = 'none' | 'unacknowledged' | 'acknowledged' | 'returned'

/** ISA-18.2: none is A, unacknowledged B, acknowledged C, returned D. How each state is come to. */
const ways: Record<State, Move[]> = {
  none: [],
  unacknowledged: ['raised'],
  acknowledged: ['raised', 'acknowledged'],
  returned: ['raised', 'returned'],
}

const table: Record<State, Record<Move, State>> = {
  none: { raised: 'unacknowledged', recurred: 'none', returned: 'none', acknowledged: 'none' },
  unacknowledged: {
    raised: 'unacknowledged',
    recurred: 'unacknowledged',
    returned: 'returned',
    acknowledged: 'acknowledged',
  },
  acknowledged: {
    raised: 'unacknowledged',
    recurred: 'acknowledged',
    returned: 'none',
    acknowledged: 'acknowledged',
  },
  returned: { raised: 'unacknowledged', recurred: 'unacknowledged', returned: 'returned', acknowledged: 'none' },
}

const by = { kind: 'user' as const, id: 'operator', name: '李值班' }

function play(drafts: readonly Draft[]): World {
  const world = new World()
  for (const [i, draft] of drafts.entries()) world.apply({ ...draft, seq: i + 1, at: 1000 + i, by })
  return world
}

const stateOf = (world: World): State => (world.alarms.get('a')?.state ?? 'none') as State

describe('the alarm state machine', () => {
  for (const [state, reactions] of Object.entries(table) as [State, Record<Move, State>][])
    for (const [move, next] of Object.entries(reactions) as [Move, State][])
      test(`${state} + ${move} = ${next}`, () => {
        const way = ways[state].map((name) => moves[name])
        expect(stateOf(play(way))).toBe(state)
        expect(stateOf(play([...way, moves[move]]))).toBe(next)
      })

  test('who acknowledged, when, with which note; how often it came; when it went', () => {
    const alarm = play([moves.raised, moves.recurred, moves.acknowledged, moves.recurred]).alarms.get('a')
    expect(alarm).toMatchObject({ times: 3, raisedAt: 1000, value: 15, acknowledgedAt: 1002, acknowledgedBy: by })
    expect(alarm?.note).toBe('seen')
    expect(play([moves.raised, moves.returned]).alarms.get('a')?.returnedAt).toBe(1001)
    expect(play([moves.raised, moves.returned, moves.recurred]).alarms.get('a')).not.toHaveProperty('returnedAt')
  })

  test('any order of events ends in a legal state, and the table agrees with the diagram', () => {
    const names = fc.constantFrom(...(Object.keys(moves) as Move[]))
    fc.assert(
      fc.property(fc.array(names, { maxLength: 40 }), (order) => {
        const world = play(order.map((name) => moves[name]))
        let expected: State = 'none'
        for (const name of order) expected = table[expected][name]
        expect(stateOf(world)).toBe(expected)
        const alarm = world.alarms.get('a')
        expect([...world.alarms.where('cause', 'd~r')]).toEqual(alarm ? ['a'] : [])
        if (!alarm) return
        expect(alarm.acknowledgedAt !== undefined).toBe(alarm.state === 'acknowledged')
        expect(alarm.returnedAt !== undefined).toBe(alarm.state === 'returned')
        expect(alarm.times).toBeGreaterThan(0)
      }),
      { numRuns: 2000, seed: 18_2 },
    )
  })
})
