import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { seededRandom } from '#shared/random.ts'
import { defineKind } from '../kind.ts'
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

test('what a simulated device measures its kind accepts; at the height of an event something alarms, in peace nothing', () => {
  const random = seededRandom(1)
  for (const kind of deviceKinds.all) {
    const beyond = (values: Record<string, number>) =>
      kind.rules.some(({ metric, when, limit }) => {
        const value = values[metric]
        return value !== undefined && (when === 'above' ? value > limit : value < limit)
      })
    for (let hour = 0; hour < 24; hour += 0.25)
      for (const event of [0, 0.5, 1]) {
        const values = kind.simulate({ hour, random, event })
        expect(Object.keys(values).every((metric) => metric in kind.metrics)).toBe(true)
        if (event !== 0.5) expect([kind.kind, hour, beyond(values)]).toEqual([kind.kind, hour, event === 1])
      }
  }
})

test('a rule of a metric that the kind has not throws', () => {
  const kind = deviceKinds.all[0]
  if (!kind) throw new Error('no kinds')
  const rule = { ...kind.rules[0], metric: 'no-such' } as (typeof kind.rules)[number]
  expect(() => defineKind({ ...kind, rules: [rule] })).toThrow('unknown metric no-such')
})
