import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Row, Table } from './table.ts'

interface Thing extends Row {
  colour: string
}

const make = () => new Table<Thing>({ colour: (row) => row.colour })

test('records are found by id and by index, and what was written is told once', () => {
  const table = make()
  table.set('a', { place: 'p', colour: 'red' })
  table.set('b', { place: 'p', colour: 'red' })
  expect([...table.where('colour', 'red')]).toEqual(['a', 'b'])
  expect(table.takeTouched()).toEqual(['a', 'b'])
  expect(table.takeTouched()).toEqual([])
  table.set('a', { place: 'p', colour: 'blue' })
  expect([...table.where('colour', 'red')]).toEqual(['b'])
  expect([...table.where('colour', 'blue')]).toEqual(['a'])
  table.change('b', (row) => ({ ...row, colour: 'green' }))
  table.change('none', () => expect.fail('there is no such record'))
  table.delete('none')
  expect(table.takeTouched()).toEqual(['a', 'b'])
  table.delete('a')
  expect([...table.where('colour', 'blue')]).toEqual([])
  expect([table.size, table.has('a'), table.get('a')]).toEqual([1, false, undefined])
  expect([...table.where('no such index', 'x')]).toEqual([])
})

test('after anything, the index holds what a search through all records finds', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const colour = fc.constantFrom('red', 'green', 'blue', '__proto__')
  const step = fc.oneof(
    fc.tuple(id, colour).map(
      ([i, c]) =>
        (table: Table<Thing>) =>
          table.set(i, { place: 'p', colour: c }),
    ),
    fc.tuple(id, colour).map(
      ([i, c]) =>
        (table: Table<Thing>) =>
          table.change(i, (row) => ({ ...row, colour: c })),
    ),
    id.map((i) => (table: Table<Thing>) => table.delete(i)),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const table = make()
      for (const run of steps) run(table)
      for (const c of ['red', 'green', 'blue', '__proto__'])
        expect([...table.where('colour', c)].sort()).toEqual(
          [...table.entries()]
            .filter(([, row]) => row.colour === c)
            .map(([i]) => i)
            .sort(),
        )
    }),
    { numRuns: 500, seed: 7 },
  )
})
