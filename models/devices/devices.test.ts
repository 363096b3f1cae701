import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { seededRandom } from '#shared/random.ts'
import { Rule } from '#shared/world/rules.ts'
import { statesSetBy } from '../commands.ts'
import { faultRule } from '../health.ts'
import { type DeviceKind, defineKind, type Metric, simulated, whereaboutsOf } from '../kind.ts'
import { defaultRules } from '../rules.ts'
import { deviceKinds } from './index.ts'

test('every folder is a kind that the list names, under its own name', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(deviceKinds.all.map(({ kind }) => kind).sort()).toEqual(folders.map(({ name }) => name).sort())
})

test('every kind is whole: rules of its metrics, limits that can be reached and returned from, words in both languages', () => {
  for (const kind of deviceKinds.all) {
    expect([...kind.glyph]).toHaveLength(1)
    expect(kind.everySeconds).toBeGreaterThan(0)
    expect(new Set(kind.rules.map(({ rule }) => rule)).size).toBe(kind.rules.length)
    for (const text of [
      kind.name,
      ...kind.rules.flatMap((rule) => [rule.name, rule.advice]),
      ...Object.values(kind.metrics).flatMap(({ name, states }) => [name, ...Object.values(states ?? {})]),
      ...Object.values(kind.events),
      ...Object.values(kind.commands).flatMap(({ name, effect }) => [name, effect]),
      kind.upkeep.task,
    ])
      for (const words of [text.zh, text.en]) expect(words.length).toBeGreaterThan(0)
    expect(kind.upkeep.everyDays).toBeLessThanOrEqual(365)
    expect(kind.upkeep.lifeYears).toBeGreaterThan(0)
    for (const rule of defaultRules(kind)) expect(Rule.parse(rule)).toEqual(rule)
  }
})

const beyond = (kind: DeviceKind, values: Record<string, number>) =>
  kind.rules.filter(({ when }) => {
    const value = 'metric' in when ? values[when.metric] : undefined
    if (value === undefined) return false
    if (when.is === 'equal') return when.values.includes(value)
    return when.is === 'above' ? value > when.limit : when.is === 'below' && value < when.limit
  })

test('a command leads to states that there are, also at the ends of what can be said with it', () => {
  for (const kind of deviceKinds.all)
    for (const [name, command] of Object.entries(kind.commands)) {
      const ends = (end: 'min' | 'max') =>
        Object.fromEntries(Object.entries(command.input ?? {}).map(([input, metric]) => [input, metric[end]]))
      for (const input of [ends('min'), ends('max')])
        for (const [metric, value] of Object.entries(statesSetBy(command, input))) {
          const { min, max, states } = kind.metrics[metric] as Metric
          expect([kind.kind, name, value >= min && value <= max]).toEqual([kind.kind, name, true])
          if (states) expect([kind.kind, name, states[value] !== undefined]).toEqual([kind.kind, name, true])
        }
      if (command.backAfter) expect(Object.keys(command.sets ?? {}).length).toBeGreaterThan(0)
    }
})

test('a glyph means one kind', () => {
  const glyphs = deviceKinds.all.map(({ glyph }) => glyph)
  expect(glyphs.filter((glyph, i) => glyphs.indexOf(glyph) !== i)).toEqual([])
})

test('a simulated week without an event raises nothing, and every kind is heard of within its range', () => {
  const random = seededRandom(7)
  for (const kind of deviceKinds.all) {
    const least: Record<string, number> = {}
    const most: Record<string, number> = {}
    for (let minute = 0; minute < 7 * 24 * 60; minute++) {
      const values = simulated(kind, { hour: (minute / 60) % 24, random, event: 0 })
      for (const [metric, value] of Object.entries(values)) {
        least[metric] = Math.min(least[metric] ?? value, value)
        most[metric] = Math.max(most[metric] ?? value, value)
      }
    }
    // Whereabouts are told by whoever carries it; a fault is told when there is one.
    const elsewhere: readonly string[] = [...whereaboutsOf(kind), 'fault']
    const own = Object.entries(kind.metrics).filter(([name]) => !elsewhere.includes(name))
    expect([kind.kind, Object.keys(most).sort()]).toEqual([kind.kind, own.map(([name]) => name).sort()])
    for (const [name, { min, max }] of own) {
      expect(least[name], `${kind.kind} ${name}`).toBeGreaterThanOrEqual(min)
      expect(most[name], `${kind.kind} ${name}`).toBeLessThanOrEqual(max)
    }
    // The extremes of a week stand for all of it: a rule that none of them breaks was never broken.
    expect([kind.kind, beyond(kind, least), beyond(kind, most)]).toEqual([kind.kind, [], []])
  }
})

test('at the height of an event something alarms, at any hour, with values that a sensor can measure', () => {
  const random = seededRandom(1)
  for (const kind of deviceKinds.all)
    for (let hour = 0; hour < 24; hour += 0.25) {
      const values = simulated(kind, { hour, random, event: 1 })
      for (const [name, value] of Object.entries(values)) {
        const { min, max } = kind.metrics[name] as Metric
        expect([kind.kind, name, value >= min && value <= max]).toEqual([kind.kind, name, true])
      }
      expect([kind.kind, hour, beyond(kind, values).length > 0]).toEqual([kind.kind, hour, true])
    }
})

test('days have a rhythm: nobody passes at night as at rush hour, lamps burn in the dark', () => {
  const random = seededRandom(3)
  const mean = (id: string, metric: string, hour: number) => {
    let sum = 0
    const kind = deviceKinds.get(id) as DeviceKind
    for (let i = 0; i < 200; i++) sum += simulated(kind, { hour, random, event: 0 })[metric] ?? Number.NaN
    return sum / 200
  }
  expect(mean('door-access', 'passages', 8)).toBeGreaterThan(mean('door-access', 'passages', 3) + 1)
  expect(mean('street-lamp', 'power', 22)).toBeGreaterThan(mean('street-lamp', 'power', 12) * 10)
  expect(mean('electricity-meter', 'today', 23)).toBeGreaterThan(mean('electricity-meter', 'today', 6))
})

test('a rule of a metric that the kind has not throws', () => {
  const kind = deviceKinds.all[0]
  if (!kind) throw new Error('no kinds')
  const rule = { ...faultRule('fire'), when: { is: 'equal' as const, metric: 'no-such', values: [1] } }
  expect(() => defineKind({ ...kind, rules: [rule] })).toThrow('unknown metric no-such')
})
