import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Condition } from '#shared/world/conditions.ts'
import { Rule } from '#shared/world/rules.ts'
import { RulesEngine } from './engine.ts'
import type { Finding } from './running.ts'

const S = 1000
const DOOR = { device: 'd1', kind: 'door', place: 'jx/z1/b1/f1' }
/** A Monday, in the middle of the day by the clock on the wall. */
const NOON = new Date(2026, 10, 16, 12).getTime()

const text = { zh: '一', en: 'one' }
const ruleOf = (when: Condition, more: Partial<Rule> = {}) =>
  Rule.parse({ kind: 'door', rule: 'r', name: text, when, grade: 2, advice: text, ...more })
const engineOf = (rule: Rule, isOn = false) =>
  new RulesEngine({ rules: () => [rule], isOn: () => isOn, isOnAt: () => false })

const opened: Condition = { is: 'event', event: 'opened', times: 1, within: 600, over: { by: 'closed' } }
const rung: Condition = { is: 'event', event: 'rung', times: 1, within: 600, over: { after: 60 } }
const thrice: Condition = { ...rung, times: 3, within: 100 }

/** Events, each so many seconds after the start, with all that time itself brings; what is found, with its second. */
function run(rule: Rule, course: readonly (readonly [second: number, event: string])[], until: number, isOn = false) {
  const engine = engineOf(rule, isOn)
  const found: Finding[] = []
  engine.meet(DOOR, 0)
  for (let second = 0; second <= until; second++) {
    found.push(...engine.tick(second * S, NOON + second * S))
    for (const [at, event] of course)
      if (at === second) found.push(...engine.happened(DOOR, event, at * S, NOON + at * S))
  }
  // That something is not there is said once, as it is of readings.
  const before = (i: number) => found[i - 1]?.level ?? (isOn ? 'on' : 'off')
  const news = found.filter(({ level }, i) => level === 'on' || before(i) === 'on')
  return news.map(({ level, at, value }) => `${level} ${at / S}${level === 'on' ? ` x${value}` : ''}`)
}

describe('what a device tells of', () => {
  const cases: [name: string, rule: Rule, course: [number, string][], until: number, string[]][] = [
    [
      'is over by the other event',
      ruleOf(opened),
      [
        [5, 'opened'],
        [50, 'closed'],
      ],
      900,
      ['on 5 x1', 'off 50'],
    ],
    ['is not over without it', ruleOf(opened), [[5, 'opened']], 5000, ['on 5 x1']],
    [
      'is over a while after the last',
      ruleOf(rung),
      [
        [5, 'rung'],
        [40, 'rung'],
      ],
      200,
      ['on 5 x1', 'off 100'],
    ],
    [
      'comes again',
      ruleOf(rung),
      [
        [5, 'rung'],
        [90, 'rung'],
      ],
      200,
      ['on 5 x1', 'off 65', 'on 90 x1', 'off 150'],
    ],
    [
      'is not what others tell of',
      ruleOf(rung),
      [
        [5, 'opened'],
        [6, 'closed'],
      ],
      100,
      [],
    ],
    [
      'three times',
      ruleOf(thrice),
      [
        [0, 'rung'],
        [50, 'rung'],
        [99, 'rung'],
      ],
      200,
      ['on 99 x3', 'off 159'],
    ],
    [
      'not three times within the window',
      ruleOf(thrice),
      [
        [0, 'rung'],
        [50, 'rung'],
        [101, 'rung'],
      ],
      200,
      [],
    ],
    [
      'once more keeps what took three',
      ruleOf(thrice),
      [
        [0, 'rung'],
        [1, 'rung'],
        [2, 'rung'],
        [60, 'rung'],
      ],
      200,
      ['on 2 x3', 'off 120'],
    ],
    ['is not taken back in time', ruleOf(opened, { onDelay: 30 }), [[5, 'opened']], 100, ['on 35 x1']],
    [
      'is taken back in time',
      ruleOf(opened, { onDelay: 30 }),
      [
        [5, 'opened'],
        [34, 'closed'],
      ],
      100,
      [],
    ],
    [
      'stays for a while after it is over',
      ruleOf(opened, { offDelay: 20 }),
      [
        [5, 'opened'],
        [9, 'closed'],
      ],
      100,
      ['on 5 x1', 'off 29'],
    ],
    [
      'at the wrong hours is nothing, but ends what was on',
      ruleOf(opened, { hours: { days: [1], from: '12:00', to: '12:01' } }),
      [
        [5, 'opened'],
        [70, 'closed'],
        [80, 'opened'],
      ],
      200,
      ['on 5 x1', 'off 70'],
    ],
    [
      'elsewhere excepted',
      ruleOf(opened, { exceptions: [{ place: 'jx/z1', enabled: false }] }),
      [[5, 'opened']],
      100,
      [],
    ],
  ]
  for (const [name, rule, course, until, expected] of cases)
    test(name, () => {
      expect(run(rule, course, until)).toEqual(expected)
    })
})

test('after a restart an alarm that is on stands for its while, or until the other event', () => {
  expect(run(ruleOf(rung), [], 200, true)).toEqual(['off 60'])
  expect(run(ruleOf(rung), [[30, 'rung']], 200, true)).toEqual(['on 30 x1', 'off 90'])
  expect(run(ruleOf(opened), [], 5000, true)).toEqual([])
  expect(run(ruleOf(opened), [[30, 'closed']], 200, true)).toEqual(['off 30'])
})

test('readings neither raise it nor end it; what may not have been heard is said again', () => {
  const engine = engineOf(ruleOf(opened))
  expect(engine.read(DOOR, 0, 0, { opened: 1 })).toEqual([])
  expect(engine.happened(DOOR, 'opened', S, NOON)).toHaveLength(1)
  expect(engine.read(DOOR, 2 * S, 2 * S, { opened: 0 })).toEqual([])
  expect(engine.tick(3 * S, NOON)).toEqual([])
  engine.repeat()
  expect(engine.tick(4 * S, NOON)).toMatchObject([{ level: 'on' }])
  expect(engine.tick(5 * S, NOON)).toEqual([])
  engine.happened(DOOR, 'closed', 6 * S, NOON)
  engine.repeat()
  expect(engine.tick(7 * S, NOON)).toMatchObject([{ level: 'off' }])
})

test('whatever happens: on and off in turn, never on without as many as it takes, and each end has its reason', () => {
  const event = fc.record({ name: fc.constantFrom('rung', 'closed', 'other'), pause: fc.nat(80) })
  const when = fc.record({
    is: fc.constant('event' as const),
    event: fc.constant('rung'),
    times: fc.integer({ min: 1, max: 3 }),
    within: fc.integer({ min: 1, max: 100 }),
    over: fc.oneof(
      fc.constant({ by: 'closed' }),
      fc.integer({ min: 10, max: 90 }).map((after) => ({ after })),
    ),
  })
  fc.assert(
    fc.property(when, fc.array(event, { maxLength: 15 }), (condition, events) => {
      let second = 0
      const course = events.map(({ name, pause }) => {
        second += pause
        return [second, name] as const
      })
      const found = run(ruleOf(condition), course, second + 100)
      for (const [i, one] of found.entries()) {
        const at = Number(one.split(' ')[1])
        expect(one.startsWith(i % 2 === 0 ? 'on' : 'off')).toBe(true)
        const rings = course.filter(([s, name]) => name === 'rung' && s <= at)
        if (i % 2 === 0) {
          expect(rings.filter(([s]) => s > at - condition.within).length).toBeGreaterThanOrEqual(condition.times)
          expect(rings.at(-1)?.[0]).toBe(at)
        } else if ('by' in condition.over) expect(course).toContainEqual([at, 'closed'])
        else expect(rings.at(-1)?.[0]).toBe(at - condition.over.after)
      }
      if ('after' in condition.over) expect(found.length % 2).toBe(0)
    }),
    { numRuns: 300, seed: 3 },
  )
})
