import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Connector } from '#shared/world/connectors.ts'
import { deviceKinds } from '../devices/index.ts'
import type { DeviceKind } from '../kind.ts'
import { stepsOf, valueAt } from './json-path.ts'
import { Mapping } from './mapping.ts'
import { conversionsTo } from './units.ts'

const air = deviceKinds.get('air-quality') as DeviceKind
const connector = (more: object = {}) =>
  Connector.parse({
    connector: 'c',
    name: 'c',
    topic: 'site/{device}/up',
    kind: 'air-quality',
    fields: [{ metric: 'temperature', path: 't' }],
    ...more,
  })
const read = (more: object, message: unknown, topic = 'site/a1/up') =>
  new Mapping(connector(more), air).read(topic, typeof message === 'string' ? message : JSON.stringify(message))
const fields = (...all: object[]) => ({ fields: all })

test('a device is named by its topic, or by its message; what a name cannot have becomes a dash', () => {
  expect(read({}, { t: 20 }).readings).toEqual([{ device: 'a1', values: { temperature: 20 } }])
  expect(read({ device: 'id', prefix: 'x-' }, { t: 20, id: '70:b3 d5' }).readings[0]?.device).toBe('x-70-b3-d5')
  expect(read({ device: 'id' }, { t: 20, id: 7 }).readings[0]?.device).toBe('7')
  expect(read({ device: 'id' }, { t: 20 }).problems).toEqual([{ problem: 'no-device' }])
  expect(read({ device: 'id' }, { t: 20, id: 'x'.repeat(70) }).problems).toMatchObject([{ problem: 'bad-device' }])
})

describe('topics', () => {
  const fits = (template: string, topic: string) => new Mapping(connector({ topic: template }), air).fits(topic)
  test.each([
    ['a/{device}/up', 'a/b/up', true],
    ['a/{device}/up', 'a/b/c/up', false],
    ['a/+/{device}', 'a//x', true],
    ['a/{device}/#', 'a/b/c/d', true],
    ['a.b/{device}', 'aXb/c', false],
    ['{device}', 'anything', true],
    ['{device}', 'any/thing', false],
  ])('%s and %s', (template, topic, expected) => expect(fits(template, topic)).toBe(expected))
})

test('values: numbers, numbers in words, yes and no, other units, scales, words with a meaning', () => {
  const one = (field: object, message: unknown) => read(fields({ metric: 'temperature', path: 't', ...field }), message)
  const value = (field: object, t: unknown) => one(field, { t }).readings[0]?.values.temperature
  expect(value({}, '21.5')).toBe(21.5)
  expect(value({}, true)).toBe(1)
  expect(value({ unit: '°F' }, 68)).toBeCloseTo(20, 9)
  expect(value({ scale: 0.1, offset: -40 }, 600)).toBeCloseTo(20, 9)
  expect(value({ values: [{ said: 'Warm', means: 30 }] }, ' warm ')).toBe(30)
  expect(value({ path: '' }, undefined)).toBeUndefined()
  expect(one({ path: '' }, '21').readings[0]?.values).toEqual({ temperature: 21 })
  // Some say no more than a word.
  expect(one({ path: '', values: [{ said: 'HOT', means: 60 }] }, 'HOT').readings[0]?.values).toEqual({
    temperature: 60,
  })
  for (const [t, problem] of [
    ['x', 'not-a-number'],
    [[], 'not-a-number'],
    ['', 'not-a-number'],
    ['NaN', 'not-a-number'],
    [1e9, 'out-of-range'],
  ])
    expect(one({}, { t }).problems).toEqual([
      { problem, metric: 'temperature', said: String(t) },
      { problem: 'no-value' },
    ])
  expect(one({ values: [{ said: 'a', means: 1 }] }, { t: 'b' }).problems).toMatchObject([
    { problem: 'unknown-word' },
    {},
  ])
  // What is not told is not missed, as long as something is.
  expect(one({}, { t: null }).problems).toEqual([{ problem: 'no-value' }])
})

test('times: in milliseconds, in seconds, in words; a wrong one takes its reading along', () => {
  const at = (form: string, ts: unknown) => read({ at: { path: 'ts', form } }, { t: 1, ts })
  expect(at('milliseconds', 1_700_000_000_000).readings[0]?.at).toBe(1_700_000_000_000)
  expect(at('seconds', '1700000000.5').readings[0]?.at).toBe(1_700_000_000_500)
  expect(at('text', '2023-11-14T22:13:20Z').readings[0]?.at).toBe(1_700_000_000_000)
  expect(at('text', undefined).readings[0]).toEqual({ device: 'a1', values: { temperature: 1 } })
  expect(at('text', 'noon')).toEqual({ readings: [], problems: [{ problem: 'bad-time', said: 'noon' }] })
})

test('a list has an entry for each device, and a mistake in one is no mistake of the others', () => {
  const more = { each: 'list', device: 'd' }
  const { readings, problems } = read(more, { list: [{ d: 'x', t: 1 }, 5, { d: 'y', t: 'z' }, { d: 'w', t: 2 }] })
  expect(readings.map(({ device }) => device)).toEqual(['x', 'w'])
  expect(problems.map(({ entry, problem }) => `${entry} ${problem}`)).toEqual([
    '2 no-device',
    '3 not-a-number',
    '3 no-value',
  ])
  expect(read(more, { list: 7 }).problems).toEqual([{ problem: 'no-list' }])
  expect(read({}, '{').problems).toEqual([{ problem: 'not-json' }])
  expect(read({}, { t: 1 }, 'elsewhere').problems).toEqual([{ problem: 'topic' }])
})

test('paths lead to where they say, and what is no path is none', () => {
  const message = { a: [{ 'odd name': 1 }, { b: { c: 2 } }], 'x.y': 3 }
  const at = (path: string) => valueAt(message, stepsOf(path) ?? ['?'])
  expect([at('a[0]["odd name"]'), at('$.a[1].b.c'), at('["x.y"]'), at(' a[1].b ')]).toEqual([1, 2, 3, { c: 2 }])
  expect([at('a[7].b'), at('a.length'), at('constructor'), at('__proto__.x')]).toEqual([
    undefined,
    2,
    undefined,
    undefined,
  ])
  for (const path of ['a[', 'a[x]', 'a..b', ']', 'a["']) expect([path, stepsOf(path)]).toEqual([path, null])
})

test('units become what they are called, and never themselves', () => {
  for (const kind of deviceKinds.all)
    for (const { unit } of Object.values(kind.metrics))
      for (const { from, scale } of conversionsTo(unit)) {
        expect(from).not.toBe(unit)
        expect(scale).toBeGreaterThan(0)
      }
  expect(conversionsTo('MPa').find(({ from }) => from === 'bar')).toMatchObject({ scale: 0.1, offset: 0 })
})

test('whatever is said, nothing is thrown, and every value is one that the kind can measure', () => {
  const mapping = new Mapping(connector({ each: 'l', device: 'd', at: { path: 'a', form: 'text' } }), air)
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.record({ l: fc.array(fc.jsonValue()) })), (message) => {
      const { min, max } = air.metrics.temperature as { min: number; max: number }
      for (const { values } of mapping.read('site/a/up', JSON.stringify(message)).readings)
        for (const value of Object.values(values)) expect(value >= min && value <= max).toBe(true)
    }),
  )
})
