import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Condition } from '#shared/world/conditions.ts'
import { type Exception, Rule } from '#shared/world/rules.ts'
import { RulesEngine, type Subject } from './engine.ts'
import type { Finding } from './running.ts'

const device = (id: string, place = 'jx/z1/b1/f1'): Subject => ({ device: id, kind: 'smoke', place })
const ONE = device('d1')
const S = 1000

let rules: Rule[]
let open: Set<string>
let engine: RulesEngine

function rule(when: Condition, more: Partial<Rule> = {}): Rule {
  const text = { zh: '一', en: 'one' }
  return Rule.parse({ kind: 'smoke', rule: 'r', name: text, when, grade: 2, advice: text, ...more })
}

beforeEach(() => {
  rules = []
  open = new Set()
  engine = new RulesEngine({
    rules: () => rules,
    isOn: (id, name) => open.has(`${id}~${name}`),
    isOnAt: (place, { rule: name }) => open.has(`${place}~${name}`),
  })
})

const tick = (now: number) => engine.tick(now, now)

/** Readings of one metric, each so many seconds after the start; what is found, with its second. */
function run(course: [second: number, value: number][], until = 0): string[] {
  const found: Finding[] = []
  for (const [second, value] of course) {
    found.push(...tick(second * S))
    found.push(...engine.read(ONE, second * S, second * S, { m: value }))
  }
  found.push(...tick(Math.max(until, course.at(-1)?.[0] ?? 0) * S))
  return told(found)
}

/** What is said again and again counts once. */
function told(found: Finding[]): string[] {
  const levels = new Map<string, string>()
  return found.flatMap(({ device: id, group, level, at }) => {
    const about = group ?? id
    if ((levels.get(about) ?? 'off') === level) return []
    levels.set(about, level)
    return [`${level} ${at / S}`]
  })
}

const above: Condition = { is: 'above', metric: 'm', limit: 10, deadBand: 2 }

describe('one condition after another', () => {
  const cases: [
    name: string,
    when: Condition,
    more: Partial<Rule>,
    course: [number, number][],
    until: number,
    string[],
  ][] = [
    [
      'above its limit, and back by the dead band',
      above,
      {},
      [
        [0, 10],
        [1, 11],
        [2, 9],
        [3, 8],
      ],
      9,
      ['on 1', 'off 3'],
    ],
    [
      'below its limit',
      { is: 'below', metric: 'm', limit: 10, deadBand: 2 },
      {},
      [
        [0, 10],
        [1, 9],
        [2, 11],
        [3, 12],
      ],
      9,
      ['on 1', 'off 3'],
    ],
    ['held for ten seconds, told without another reading', above, { onDelay: 10 }, [[0, 11]], 20, ['on 10']],
    [
      'not held: in the dead band it does not hold',
      above,
      { onDelay: 10 },
      [
        [0, 11],
        [5, 9],
        [6, 11],
      ],
      12,
      [],
    ],
    [
      'gone for a minute before it is over',
      above,
      { offDelay: 60 },
      [
        [0, 11],
        [10, 1],
        [20, 11],
        [30, 1],
      ],
      100,
      ['on 0', 'off 90'],
    ],
    [
      'rising by more than five in ten seconds',
      { is: 'rising', metric: 'm', by: 5, within: 10 },
      {},
      [
        [0, 1],
        [20, 6],
        [25, 8],
        [30, 12],
        [45, 12],
      ],
      50,
      ['on 30', 'off 45'],
    ],
    [
      'falling',
      { is: 'falling', metric: 'm', by: 5, within: 10 },
      {},
      [
        [0, 9],
        [5, 3],
        [6, 3],
      ],
      9,
      ['on 5'],
    ],
    [
      'a state of several',
      { is: 'equal', metric: 'm', values: [2, 3] },
      {},
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 0],
      ],
      9,
      ['on 1', 'off 3'],
    ],
    [
      'three times in a minute, each onset once',
      { is: 'often', of: above, times: 3, within: 60 },
      {},
      [
        [0, 11],
        [1, 12],
        [2, 1],
        [10, 11],
        [11, 1],
        [50, 11],
        [70, 11],
      ],
      80,
      ['on 50', 'off 70'],
    ],
    [
      'silent for half a minute, until it speaks',
      { is: 'silent', for: 30 },
      {},
      [
        [0, 1],
        [29, 1],
        [80, 1],
      ],
      80,
      ['on 59', 'off 80'],
    ],
    ['with another metric alone nothing is said', { ...above, metric: 'other' }, {}, [[0, 99]], 9, []],
    ['switched off', above, { enabled: false }, [[0, 99]], 9, []],
  ]
  test.each(cases)('%s', (_, when, more, course, until, expected) => {
    rules = [rule(when, more)]
    expect(run(course, until)).toEqual(expected)
  })
})

test('in its hours alone, over midnight too', () => {
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime() // the 23rd is a Monday
  rules = [rule(above, { hours: { days: [1], from: '22:00', to: '06:00' } })]
  const holds = (when: number) => {
    engine.repeat()
    return engine.read(ONE, when, when, { m: 99 })[0]?.level === 'on'
  }
  expect(holds(at(23, 21))).toBe(false)
  expect(holds(at(23, 23))).toBe(true)
  expect(holds(at(24, 5))).toBe(true)
  expect(holds(at(24, 7))).toBe(false)
  expect(holds(at(24, 23))).toBe(false)
})

describe('several devices of one place', () => {
  const together: Condition = {
    is: 'together',
    of: [
      { kind: 'smoke', when: above },
      { kind: 'heat', when: { ...above, metric: 't' } },
    ],
    devices: 2,
    at: 'floor',
    within: 60,
  }
  const heat: Subject = { device: 'h1', kind: 'heat', place: 'jx/z1/b1/f1/r2' }
  const say = (one: Subject, second: number, value: number) =>
    engine.read(one, second * S, second * S, one.kind === 'heat' ? { t: value } : { m: value })
  beforeEach(() => {
    rules = [rule(together)]
  })

  test('two detectors of one floor within a minute, whatever their kinds', () => {
    expect(told([...say(ONE, 0, 11), ...say(ONE, 10, 1), ...say(heat, 65, 60)])).toEqual(['on 65'])
    engine.repeat()
    expect(say(heat, 66, 61)[0]).toMatchObject({ group: 'jx/z1/b1/f1', kind: 'smoke', value: 2, limit: 2 })
    // The first is over for more than a minute, the second alone is not enough.
    expect(say(heat, 71, 61)[0]).toMatchObject({ level: 'off', value: 1 })
  })

  test('one that was there more than a minute ago counts no more', () => {
    expect(told([...say(ONE, 0, 11), ...say(ONE, 10, 1), ...say(heat, 71, 60), ...say(heat, 72, 1)])).toEqual([])
    expect(told(say(ONE, 131, 11))).toEqual(['on 131'])
  })

  test('one that is gone from there counts no more', () => {
    say(ONE, 0, 11)
    engine.forget('d1')
    expect(told(say(heat, 1, 60))).toEqual([])
  })

  test('of another floor, and of none, they are apart', () => {
    const elsewhere = device('d2', 'jx/z1/b1/f2')
    const outside = device('d3', 'jx/z1')
    expect(told([...say(ONE, 0, 11), ...say(elsewhere, 1, 11), ...say(outside, 2, 11)])).toEqual([])
  })
})

describe('exceptions', () => {
  const limits = (exceptions: Exception[], at: Subject) => {
    rules = [rule(above, { exceptions })]
    engine.changed()
    return [11, 16, 21, 31].filter((m) => {
      engine.repeat()
      return engine.read(at, m, m, { m })[0]?.level === 'on'
    })
  }
  const kitchen = device('d9', 'jx/z1/b1/f1/kitchen')
  const floor: Exception = { place: 'jx/z1/b1/f1', limit: 20 }
  const room: Exception = { place: 'jx/z1/b1/f1/kitchen', limit: 30 }

  test('the nearest counts: the device, then the smallest place', () => {
    expect(limits([floor, room], kitchen)).toEqual([31])
    expect(limits([room, floor], ONE)).toEqual([21, 31])
    expect(limits([floor, room, { device: 'd9', limit: 15 }], kitchen)).toEqual([16, 21, 31])
    expect(limits([floor, { device: 'd1', enabled: false }], ONE)).toEqual([])
    expect(limits([{ place: 'jx/z1/b10', limit: 99 }], ONE)).toEqual([11, 16, 21, 31])
  })
})

test('after a restart what was on is on, and waits before it is over', () => {
  rules = [rule(above, { offDelay: 60 })]
  open.add('d1~r')
  expect(run([[0, 1]], 59)).toEqual([])
  engine.changed()
  const found = [...engine.read(ONE, 0, 0, { m: 1 }), ...tick(60 * S)]
  expect(found.map(({ level, at }) => `${level} ${at / S}`)).toEqual(['off 60'])
})

test('what looks back over a while cannot say after a restart that it is over, until it has seen so much', () => {
  rules = [rule({ is: 'rising', metric: 'm', by: 5, within: 60 })]
  open.add('d1~r')
  const levels = [0, 30, 61].map((s) => engine.read(ONE, s * S, s * S, { m: 20 })[0]?.level)
  expect(levels).toEqual([undefined, undefined, 'off'])
})

test('a clock of a device that is set back raises nothing', () => {
  rules = [rule({ is: 'rising', metric: 'm', by: 5, within: 60 })]
  engine.read(ONE, 100 * S, 0, { m: 1 })
  expect(engine.read(ONE, 40 * S, 1000, { m: 20 })[0]?.level).not.toBe('on')
  expect(engine.read(ONE, 41 * S, 2000, { m: 21 })[0]?.level).not.toBe('on')
})

const course = fc.array(fc.tuple(fc.integer({ min: 1, max: 120 }), fc.double({ min: 0, max: 20, noNaN: true })), {
  maxLength: 60,
})
const conditions = fc.constantFrom<Condition>(
  above,
  { is: 'rising', metric: 'm', by: 5, within: 30 },
  { is: 'often', of: above, times: 2, within: 90 },
)

test('a rule never fires without its condition', () => {
  fc.assert(
    fc.property(course, conditions, fc.integer({ min: 0, max: 60 }), (steps, when, onDelay) => {
      rules = [rule(when, { onDelay })]
      engine.changed()
      const seen: [number, number][] = []
      let second = 0
      for (const [pause, value] of steps) {
        second += pause
        const check = (found: Finding[]) => {
          for (const { level, at } of found) if (level === 'on') expect(isThere(when, seen, at / S, onDelay)).toBe(true)
        }
        // What time alone says is said before the reading of the same moment is known.
        check(tick(second * S))
        seen.push([second, value])
        check(engine.read(ONE, second * S, second * S, { m: value }))
      }
    }),
  )
})

/** Said in the plainest way: looked at from the readings alone. */
function isThere(when: Condition, seen: [number, number][], second: number, onDelay: number): boolean {
  const before = seen.filter(([at]) => at <= second)
  if (when.is === 'above') {
    // Somewhere it went beyond, so long ago, and has not been clearly back since.
    const from = before.findLastIndex(([, value]) => value <= when.limit - when.deadBand) + 1
    const beyond = before.slice(from).filter(([, value]) => value > when.limit)
    return (beyond[0]?.[0] ?? Number.POSITIVE_INFINITY) <= second - onDelay
  }
  if (when.is === 'rising')
    return before.some(([at, value]) =>
      before.some(([earlier, low]) => earlier < at && earlier >= at - when.within && value - low > when.by),
    )
  if (when.is === 'often') return before.filter(([, value]) => value > 10).length >= when.times
  return false
}

test('the order of readings of one moment does not matter', () => {
  const moment = fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(
      fc.array(moment, { maxLength: 20 }),
      conditions,
      fc.infiniteStream(fc.nat()),
      (moments, when, shuffle) => {
        const levelAfter = (inOrder: (values: number[]) => number[]) => {
          rules = [rule(when)]
          engine.changed()
          let level = 'off'
          moments.forEach((values, second) => {
            for (const m of inOrder(values))
              level = engine.read(ONE, second * 10 * S, second * 10 * S, { m })[0]?.level ?? level
          })
          return level
        }
        const mixed = (values: number[]) =>
          values
            .map((value) => ({ value, key: shuffle.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ value }) => value)
        expect(levelAfter(mixed)).toBe(levelAfter((values) => values))
      },
    ),
  )
})

test('values of one moment are one onset at most, whatever comes first', () => {
  rules = [rule({ is: 'often', of: above, times: 2, within: 90 })]
  for (const moment of [
    [11, 0],
    [0, 11],
  ]) {
    engine.changed()
    engine.read(ONE, 0, 0, { m: 11 })
    const levels = moment.map((m) => engine.read(ONE, 10 * S, 10 * S, { m })[0]?.level)
    expect(levels).not.toContain('on')
  }
})

test('what holds is said once, and again when it may not have been heard', () => {
  rules = [rule(above), rule({ is: 'silent', for: 30 }, { rule: 'quiet' })]
  const say = (second: number, m: number) => engine.read(ONE, second * S, second * S, { m }).map(({ level }) => level)
  expect(say(0, 11)).toEqual(['on', 'off'])
  expect(say(1, 12)).toEqual([])
  engine.repeat('d1')
  expect(say(2, 13)).toEqual(['on', 'off'])
  expect(tick(40 * S)).toMatchObject([{ rule: 'quiet', level: 'on' }])
  expect(tick(50 * S)).toEqual([])
  engine.repeat()
  expect(tick(60 * S)).toMatchObject([{ rule: 'quiet', level: 'on', at: 32 * S }])
})

test('a rule that is changed for one kind leaves what the others remember', () => {
  rules = [rule(above, { onDelay: 10 }), rule(above, { kind: 'gas', onDelay: 10 })]
  const gas = { ...device('g1'), kind: 'gas' }
  for (const one of [ONE, gas]) engine.read(one, 0, 0, { m: 11 })
  engine.changed('smoke')
  expect(tick(10 * S).map((found) => found.device)).toEqual(['g1'])
})

test('a silence counts from its hours and after its delay, and says since when', () => {
  const at = (hour: number) => new Date(2026, 10, 23, hour).getTime() // a Monday
  rules = [rule({ is: 'silent', for: 30 }, { onDelay: 20, hours: { days: [1], from: '08:00', to: '09:00' } })]
  engine.read(ONE, 0, 0, { m: 1 })
  expect(engine.tick(100 * S, at(7))).toEqual([])
  expect(engine.tick(100 * S, at(8))).toMatchObject([{ level: 'on', at: 50 * S }])
})

test('a steady rise stays on, however long its window', () => {
  rules = [rule({ is: 'rising', metric: 'm', by: 3000, within: 4000 })]
  const course = Array.from({ length: 9000 }, (_, i): [number, number] => [i, i])
  expect(run(course)).toEqual(['on 3001'])
})

test('once clear of its limit it is over after its delay, though it hovers in the dead band', () => {
  rules = [rule({ ...above, deadBand: 5 }, { offDelay: 10 })]
  expect(
    run(
      [
        [0, 12],
        [5, 4],
        [6, 7],
        [12, 8],
        [20, 7],
      ],
      30,
    ),
  ).toEqual(['on 0', 'off 15'])
})

test('two within a minute is about the minute; who falls silent in a fire does not end it', () => {
  const heatAt = { ...device('h1', 'jx/z1/b1/f1/r2'), kind: 'heat' }
  const of = [
    { kind: 'smoke', when: above },
    { kind: 'heat', when: above },
  ]
  rules = [rule({ is: 'together', of, devices: 2, at: 'floor', within: 60 })]
  const say = (one: Subject, second: number, m: number) => told(engine.read(one, second * S, second * S, { m }))
  expect(say(ONE, 0, 11)).toEqual([])
  expect(say(heatAt, 86_400, 11)).toEqual([])
  expect(say(ONE, 86_430, 11)).toEqual(['on 86430'])
  expect(say(heatAt, 90_000, 11)).toEqual([])
  expect(engine.read(heatAt, 90_100 * S, 90_100 * S, { m: 1 }).map(({ level }) => level)).toEqual([])
  expect(engine.read(heatAt, 90_200 * S, 90_200 * S, { m: 1 }).map(({ level }) => level)).toEqual(['off'])
})
