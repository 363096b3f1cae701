import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { seededRandom } from '#shared/random.ts'
import { type DeviceKind, defineKind, type Metric, WHEREABOUTS } from '../kind.ts'
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
      ...Object.values(kind.metrics).map(({ name }) => name),
    ])
      for (const words of [text.zh, text.en]) expect(words.length).toBeGreaterThan(0)
    for (const { metric, when, limit, deadBand } of kind.rules) {
      const { min, max } = kind.metrics[metric] as { min: number; max: number }
      expect(deadBand).toBeGreaterThanOrEqual(0)
      const [reach, back] =
        when === 'above' ? [max > limit, limit - deadBand >= min] : [min < limit, limit + deadBand <= max]
      expect([kind.kind, metric, reach, back]).toEqual([kind.kind, metric, true, true])
    }
  }
})

const beyond = (kind: DeviceKind, values: Record<string, number>) =>
  kind.rules.filter(({ metric, when, limit }) => {
    const value = values[metric]
    return value !== undefined && (when === 'above' ? value > limit : value < limit)
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
      const values = kind.simulate({ hour: (minute / 60) % 24, random, event: 0 })
      for (const [metric, value] of Object.entries(values)) {
        least[metric] = Math.min(least[metric] ?? value, value)
        most[metric] = Math.max(most[metric] ?? value, value)
      }
    }
    const elsewhere: readonly string[] = kind.moves ? WHEREABOUTS : []
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
      const values = kind.simulate({ hour, random, event: 1 })
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
    for (let i = 0; i < 200; i++) sum += deviceKinds.get(id)?.simulate({ hour, random, event: 0 })[metric] ?? Number.NaN
    return sum / 200
  }
  expect(mean('door-access', 'passages', 8)).toBeGreaterThan(mean('door-access', 'passages', 3) + 1)
  expect(mean('street-lamp', 'power', 22)).toBeGreaterThan(mean('street-lamp', 'power', 12) * 10)
  expect(mean('electricity-meter', 'today', 23)).toBeGreaterThan(mean('electricity-meter', 'today', 6))
})

test('a rule of a metric that the kind has not throws', () => {
  const kind = deviceKinds.all[0]
  if (!kind) throw new Error('no kinds')
  const rule = { ...kind.rules[0], metric: 'no-such' } as (typeof kind.rules)[number]
  expect(() => defineKind({ ...kind, rules: [rule] })).toThrow('unknown metric no-such')
})
