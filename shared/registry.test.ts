import { expect, test } from 'vitest'
import { registry } from './registry.ts'

test('things are found by id, and a duplicate throws', () => {
  const entries = [{ id: 'a' }, { id: 'b' }]
  const found = registry('thing', (entry) => entry.id, entries)
  expect([found.get('a'), found.has('b'), found.has('c'), found.get('toString')]).toEqual([
    entries[0],
    true,
    false,
    undefined,
  ])
  expect(found.all).toEqual(entries)
  expect(() => registry('thing', (entry) => entry.id, [...entries, { id: 'a' }])).toThrow('thing a is registered twice')
})
