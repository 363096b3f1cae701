import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listEntries } from './list.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ankan-list-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function read(text: string): Promise<{ values: unknown[]; slices: string[] }> {
  const file = join(folder, 'list.json')
  await writeFile(file, text)
  const bytes = Buffer.from(text)
  const values: unknown[] = []
  const slices: string[] = []
  for await (const { text: entry, offset, length } of listEntries(file)) {
    values.push(JSON.parse(entry))
    slices.push(bytes.subarray(offset, offset + length).toString())
  }
  return { values, slices }
}

test('gives each entry, and where it lies in the file', async () => {
  const list = [{ a: '}{][' }, { b: 'quote " and \\ back', c: [{ d: [1] }] }, { 名: '锦绣' }]
  for (const text of [JSON.stringify(list), JSON.stringify(list, null, 2), `\ufeff ${JSON.stringify(list)}\n`]) {
    const { values, slices } = await read(text)
    expect(values).toEqual(list)
    expect(slices.map((slice) => JSON.parse(slice))).toEqual(list)
  }
  expect((await read('[]')).values).toEqual([])
})

test('reads over the borders of what it reads at once, in the middle of letters too', async () => {
  // Well over the size of one read, with letters of three bytes at every offset.
  const list = Array.from({ length: 40_000 }, (_, i) => ({ i, name: '锦绣社区'.repeat((i % 7) + 1) }))
  const { values } = await read(JSON.stringify(list))
  expect(values).toEqual(list)
})

test.each([
  ['a list cut off', '[{"a":1},{"a":'],
  ['a list that does not end', '[{"a":1}'],
  ['an object', '{"a":1}'],
  ['nothing', ''],
  ['text', 'buildings'],
])('%s is an error that names the file', async (_, text) => {
  await expect(read(text)).rejects.toMatchObject({
    code: 'site.damaged',
    message: expect.stringContaining('list.json'),
  })
})
