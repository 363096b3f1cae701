import { expect, test } from 'vitest'
import { stepsOf, valueAt } from '#models/mapping/json-path.ts'
import { Connector } from '#shared/world/connectors.ts'
import { connectorOf, fieldsOf, isWord, leavesOf, newFields, tried } from './entry.ts'

const connector = Connector.parse({
  connector: 'c',
  name: '烟感',
  topic: 'a/{device}',
  kind: 'smoke-detector',
  each: 'list',
  at: { path: 'ts', form: 'seconds' },
  fields: [
    { metric: 'smoke', path: 'v', scale: 0.1 },
    { metric: 'fault', path: 's', values: [{ said: 'a=b', means: 1 }] },
  ],
})

test('a form gives back what it was filled with; what is left empty is not said', () => {
  expect(connectorOf(fieldsOf(connector), 'c')).toEqual(connector)
  const typed = {
    ...newFields(),
    name: 'n',
    topic: ' t/{device} ',
    each: ' ',
    fields: [{ metric: 'smoke', scale: null }],
  }
  expect(connectorOf(typed, 'x')).toEqual({
    connector: 'x',
    name: 'n',
    enabled: true,
    kind: 'smoke-detector',
    topic: 't/{device}',
    prefix: '',
    fields: [{ metric: 'smoke', path: '' }],
  })
})

test('a sample is tried as soon as there is something to try, and half a connector says nothing', () => {
  const sample = { topic: 'a/d1', payload: '{"list":[{"v":50}]}' }
  expect(tried(fieldsOf(connector), sample)?.readings).toEqual([{ device: 'd1', values: { smoke: 5 } }])
  expect(tried({ ...fieldsOf(connector), name: '' }, sample)?.readings).toHaveLength(1)
  expect(tried({ ...fieldsOf(connector), fields: [] }, sample)).toBeUndefined()
  expect(tried({ ...fieldsOf(connector), each: 'a[' }, sample)).toBeUndefined()
})

test('the values of a sample are offered with paths that lead to them', () => {
  const message = { a: { 'odd.name': 1, b: [true, 'x'] }, list: [{ v: 5, w: { z: null } }, { v: 6 }] }
  const payload = JSON.stringify(message)
  const leaves = leavesOf(payload, undefined)
  expect(leaves.map(({ path }) => path)).toEqual([
    'a["odd.name"]',
    'a.b[0]',
    'a.b[1]',
    'list[0].v',
    'list[0].w.z',
    'list[1].v',
  ])
  for (const { path, said } of leaves) expect(String(valueAt(message, stepsOf(path) ?? []))).toBe(said)
  expect(leavesOf(payload, 'list')).toEqual([
    { path: 'v', said: '5' },
    { path: 'w.z', said: 'null' },
  ])
  expect(leavesOf('{', undefined)).toEqual([])
})

test('a word has a number', () => {
  expect(['ON=1', 'a=b=-2.5', 'ON', '=1', 'ON=x'].map(isWord)).toEqual([true, true, false, false, false])
})
