import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../testing/start.ts'
import { encodingOf, rowsOf } from './text.ts'

async function rows(content: string | Buffer): Promise<[number, ...string[]][]> {
  const file = join(await tempFolder(), 'x.csv')
  await writeFile(file, content)
  const found: [number, ...string[]][] = []
  for await (const some of rowsOf(file, (await encodingOf(file)) ?? 'none'))
    for (const { row, cells } of some) found.push([row, ...cells])
  return found
}

test.each([
  [
    'commas',
    'a,b\n1,2\n',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  [
    'no end',
    'a,b\r\n1,2',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  ['tabs, and one row alone', 'a\tb\n', [[1, 'a', 'b']]],
  [
    'semicolons',
    'a;b\n1;2,5\n',
    [
      [1, 'a', 'b'],
      [2, '1', '2,5'],
    ],
  ],
  [
    'ends of lines of old',
    'a,b\r1,2\r',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  [
    'empty rows are passed over and counted',
    'a,b\n\n,\n1,2\n',
    [
      [1, 'a', 'b'],
      [4, '1', '2'],
    ],
  ],
  [
    'a quoted end of line',
    'a,b\n"1\n""x""",2\n3,4\n',
    [
      [1, 'a', 'b'],
      [2, '1\n"x"', '2'],
      [3, '3', '4'],
    ],
  ],
  [
    'our own guard',
    "a,b\n'=1,'x\n",
    [
      [1, 'a', 'b'],
      [2, '=1', "'x"],
    ],
  ],
  ['a mark', '\ufeffa,b\n', [[1, 'a', 'b']]],
  ['UTF-16', Buffer.from('\ufeffa,时\n', 'utf16le'), [[1, 'a', '时']]],
] as const)('%s', async (_, content, expected) => {
  expect(await rows(content)).toEqual(expected)
})

test('what goes over the pieces in which a file is read: words, quotations, ends of lines', async () => {
  const lines = Array.from({ length: 40_000 }, (_, i) => [`第${i}行`, i % 3 === 0 ? `两\r\n行,${i}` : `${i}`])
  const content = lines.map(([a, b]) => `${a},"${b}"\r\n`).join('')
  const found = (await rows(content)).map(([, ...cells]) => cells)
  expect(found).toHaveLength(lines.length)
  const different = lines.findIndex((line, i) => line.join('|') !== found[i]?.join('|'))
  expect([found[different], lines[different]]).toEqual([undefined, undefined])
})

test('a quotation that nobody closes does not swallow the file', async () => {
  const found = await rows(`a,b\n"x,1\n${'3,4\n'.repeat(1_000_000)}`)
  expect(found.length > 500_000).toBe(true)
})
