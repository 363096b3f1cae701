import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordsOf } from './records.ts'

async function read(text: string | Buffer, cuts: number[], separator: 'line' | 'record', limit?: number) {
  const bytes = Buffer.from(text)
  const ends = [...new Set([...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b)
  async function* chunks() {
    for (const [i, end] of ends.entries()) yield Buffer.from(bytes.subarray(ends[i - 1] ?? 0, end))
  }
  const found = []
  for await (const records of recordsOf(chunks(), separator, limit)) found.push(...records)
  return found
}

const texts = fc.array(fc.oneof(fc.jsonValue(), fc.constant('楼 1')), { maxLength: 8 })
const cuts = fc.array(fc.nat(2000), { maxLength: 8 })

test('wherever lines are cut, they come out whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      texts,
      cuts,
      fc.constantFrom('\n', '\r\n', '\n\n'),
      fc.boolean(),
      async (values, at, end, last) => {
        const text = values.map((value) => JSON.stringify(value)).join(end) + (last ? end : '')
        const found = await read(text, at, 'line')
        expect(found.map((record) => JSON.parse(record.text ?? ''))).toEqual(JSON.parse(JSON.stringify(values)))
      },
    ),
    { numRuns: 200, seed: 3 },
  )
})

test('RFC 8142: texts behind separators may run over several lines', async () => {
  await fc.assert(
    fc.asyncProperty(texts, cuts, async (values, at) => {
      const text = values.map((value) => `\u001e${JSON.stringify(value, null, 2)}\n`).join('')
      const found = await read(text, at, 'record')
      expect(found.map((record) => JSON.parse(record.text ?? ''))).toEqual(JSON.parse(JSON.stringify(values)))
      expect(found.map(({ line }) => line)).toEqual(values.map((_, i) => i + 1))
    }),
    { numRuns: 100, seed: 3 },
  )
})

test('lines are counted as an editor counts them, empty ones too', async () => {
  expect(await read('1\n\n\n2', [], 'line')).toEqual([
    { line: 1, text: '1' },
    { line: 4, text: '2' },
  ])
})

test('a line that is too large is named, the next one is read', async () => {
  const found = await read(`${'x'.repeat(500)}\n{}\n`, [100, 300], 'line', 200)
  expect(found).toEqual([
    { line: 1, fault: 'object.huge' },
    { line: 2, text: '{}' },
  ])
})
