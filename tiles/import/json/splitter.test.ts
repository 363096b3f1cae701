import fc from 'fast-check'
import { expect, test } from 'vitest'
import { JsonSplitter, type Piece, type Want } from './splitter.ts'

const wants: Record<string, Want> = { list: 'entries', map: 'entries', whole: 'whole', other: 'pass' }
const want = (member: string): Want => wants[member] ?? 'pass'

/** Cut at the given bytes, each piece in memory of its own. */
function split(bytes: Buffer, cuts: number[], splitter = new JsonSplitter(want)) {
  const ends = [...new Set([...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b)
  const pieces: Piece[] = []
  let from = 0
  for (const end of ends) {
    pieces.push(...splitter.push(Buffer.from(bytes.subarray(from, end))))
    from = end
  }
  return { pieces, open: splitter.open, trailing: splitter.trailing }
}

const values = fc.jsonValue({ maxDepth: 4 })
const documents = fc.record(
  {
    list: fc.array(values, { maxLength: 6 }),
    map: fc.dictionary(fc.string(), values, { maxKeys: 6 }),
    whole: values,
    other: values,
  },
  { requiredKeys: [] },
)

test('wherever a document is cut, its members and entries come out as JSON.parse has them', () => {
  fc.assert(
    fc.property(
      documents,
      fc.array(fc.nat(5000), { maxLength: 12 }),
      fc.constantFrom(undefined, 1, '\t'),
      (document, cuts, indent) => {
        const { pieces, open, trailing } = split(Buffer.from(JSON.stringify(document, null, indent)), cuts)
        const parsed = (member: string) =>
          pieces.filter((piece) => piece.member === member).map(({ text = '' }) => JSON.parse(text))
        expect([open, trailing]).toEqual([false, false])
        expect(parsed('list')).toEqual(JSON.parse(JSON.stringify(document.list ?? [])))
        expect(parsed('other')).toEqual([])
        const map = pieces.filter(({ member }) => member === 'map').map(({ key, text = '' }) => [key, JSON.parse(text)])
        expect(map).toEqual(Object.entries(JSON.parse(JSON.stringify(document.map ?? {}))))
        expect(parsed('whole')).toEqual('whole' in document ? [JSON.parse(JSON.stringify(document.whole))] : [])
      },
    ),
    { numRuns: 400, seed: 7 },
  )
})

test('every cut of brackets, quotes and backslashes within strings', () => {
  const list = ['{"}', ']\\', '\\"', 'a\\\\', '","', '楼', '😀', '\u0000']
  const bytes = Buffer.from(`\n{ "list" : ${JSON.stringify(list)} , "whole":{"a":"]}"}}  `)
  for (let first = 0; first <= bytes.length; first++)
    for (const second of [first + 1, first + 2]) {
      const { pieces } = split(bytes, [first, second])
      expect(pieces.map(({ text = '' }) => JSON.parse(text))).toEqual([...list, { a: ']}' }])
    }
})

test('an outermost list has entries as well', () => {
  const { pieces } = split(Buffer.from('[1,{"a":[2]},[3]]'), [3, 9], new JsonSplitter(() => 'entries'))
  expect(pieces.map(({ text }) => text)).toEqual(['1', '{"a":[2]}', '[3]'])
})

test('a broken entry does not spoil the others', () => {
  const { pieces } = split(Buffer.from('{"list":[{"a":1},,{"a":nope},{"a":2}]}'), [20])
  expect(pieces.map(({ text }) => text)).toEqual(['{"a":1}', '', '{"a":nope}', '{"a":2}'])
})

test('an entry that is too large is named and dropped, the next one is not', () => {
  const text = `{"list":["${'x'.repeat(5000)}",7]}`
  for (const cuts of [[], [20, 3000], [10, 4000, 5005]]) {
    const { pieces } = split(Buffer.from(text), cuts, new JsonSplitter(want, 1000))
    expect(pieces).toEqual([
      { member: 'list', fault: 'object.huge' },
      { member: 'list', text: '7' },
    ])
  }
})

test('what is not UTF-8 is named', () => {
  const bytes = Buffer.concat([
    Buffer.from('{"list":["'),
    Buffer.from([0xc2, 0xa5, 0xce, 0xf7]),
    Buffer.from('","b"]}'),
  ])
  expect(split(bytes, [11]).pieces).toEqual([
    { member: 'list', fault: 'text.encoding' },
    { member: 'list', text: '"b"' },
  ])
})

test('the end that is missing, and what follows the end', () => {
  expect(split(Buffer.from('{"list":[1,2'), []).open).toBe(true)
  expect(split(Buffer.from('{"list":[1]} \n'), []).trailing).toBe(false)
  expect(split(Buffer.from('{"list":[1]}\n{"list":[2]}'), []).trailing).toBe(true)
})
