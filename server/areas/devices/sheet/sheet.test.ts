import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Cell } from '#models/registry/cells.ts'
import { type Column, columns } from '#models/registry/columns.ts'
import { writeWorkbook } from '#shared/workbook.ts'
import { readCells } from './file.ts'
import { readRows, type SheetRead } from './rows.ts'

const HEAD = ['设备编号', '名称', '类别', '安装位置', '经度', '纬度']
const ROW = ['d-1', '烟感', '感烟探测器', 'jinxiu/z1', '114', '22.5']
const read = (...rows: Cell[][]) => readRows([HEAD, ...rows]) as SheetRead
const withCell = (title: string, cell: Cell) =>
  readRows([
    [...HEAD, title],
    [...ROW, cell],
  ]) as SheetRead

test.each([
  ['安装日期', '2026-01-05', '2026-01-05'],
  ['安装日期', '2026/1/5', '2026-01-05'],
  ['安装日期', '2026.1.5', '2026-01-05'],
  ['安装日期', '2026年1月5日', '2026-01-05'],
  ['安装日期', '２０２６／１／５', '2026-01-05'],
  ['安装日期', '20260105', '2026-01-05'],
  ['安装日期', '2026-01-05 08:30', '2026-01-05'],
  ['安装日期', 46_027, '2026-01-05'],
  ['安装日期', '46027', '2026-01-05'],
  ['安装日期', new Date(Date.UTC(2026, 0, 5)), '2026-01-05'],
  ['Installed on', '2024-02-29', '2024-02-29'],
  ['使用年限', '１０', 10],
  ['Asset state', 'under repair', 'repair'],
  ['资产状态', '备用', 'spare'],
  ['分组', '一期、消防, 消防；二期', ['一期', '消防', '二期']],
  ['联系电话', '+86 138-0000-0000', '+86 138-0000-0000'],
  ['序列号', 12, '12'],
  ['序列号', '00012', '00012'],
  ['备注', '=1+1', '=1+1'],
  ['备注', '甲𠮷👨‍👩‍👧', '甲𠮷👨‍👩‍👧'],
  ['摄像机视场', '90/-15/60/30/2', { heading: 90, tilt: -15, angle: 60, range: 30, lens: 2 }],
  ['备注', '', null],
])('%s %o is read as %o', (title, cell, is) => {
  const { rows, problems } = withCell(title, cell)
  expect(problems).toEqual([])
  const column = columns.find(({ title: { zh, en } }) => zh === title || en === title) as Column
  expect(rows[0]?.given[column.name]).toEqual(is)
})

test.each([
  ['安装日期', '2026-02-30', 'form'],
  ['安装日期', '昨天', 'form'],
  ['安装日期', '5/1/2026', 'form'],
  ['安装日期', true, 'form'],
  ['质保到期', '2026-13-01', 'form'],
  ['使用年限', '0', 'range'],
  ['使用年限', '1.5', 'form'],
  ['使用年限', '十年', 'form'],
  ['维保周期', 4000, 'range'],
  ['高度', 20_000, 'range'],
  ['高度', 'NaN', 'form'],
  ['高度', 'Infinity', 'form'],
  ['资产状态', '丢了', 'form'],
  ['联系电话', '张三', 'form'],
  ['网关编号', '有 空格', 'form'],
  ['分组', Array.from({ length: 11 }, (_, i) => `g${i}`).join('、'), 'range'],
  ['分组', 'x'.repeat(41), 'too-long'],
  ['备注', 'x'.repeat(501), 'too-long'],
  ['厂家', 'x'.repeat(101), 'too-long'],
  ['摄像机视场', '90/-15', 'form'],
  ['厂商', '某某', 'column-unknown'],
  ['名称', '又一个', 'column-twice'],
])('%s %o: %s', (title, cell, problem) => {
  const { problems } = withCell(title, cell)
  expect(problems.map((one) => one.problem)).toEqual([problem])
  expect(problems[0]?.row).toBe(problem.startsWith('column') ? 1 : 2)
})

test.each(HEAD.map((title, i) => [title, i] as const))('%s is needed', (title, i) => {
  const { problems } = read(ROW.with(i, '  '))
  const column = columns.find(({ title: { zh } }) => zh === title)
  expect(problems).toEqual([{ row: 2, column: column?.name, problem: 'missing', value: '' }])
})

test('rows are numbered as the spreadsheet numbers them; titles above, comments and empty rows are passed over', () => {
  const sheet = [['设备档案'], [], HEAD.map((title) => `${title}*`), ['#例', 'x'], ROW, [null, ''], ROW.with(0, 'd 2')]
  const { rows, problems } = readRows(sheet) as SheetRead
  expect(rows.map(({ row }) => row)).toEqual([5, 7])
  expect(problems).toEqual([{ row: 7, column: 'device', problem: 'form', value: 'd 2', more: expect.any(String) }])
})

test('what an export says besides is passed over; a sheet of something else is said to be one', () => {
  expect(
    readRows([
      [...HEAD, '应维保日期（不导入）'],
      [...ROW, 'x'],
    ]),
  ).toMatchObject({ problems: [] })
  expect(
    readRows([
      ['姓名', '电话'],
      ['张三', '110'],
    ]),
  ).toBe('no-header')
  expect(readRows([[], [null, '']])).toBe('empty')
  expect(readRows([HEAD])).toBe('empty')
  expect(readRows([HEAD, ...Array.from({ length: 50_001 }, () => ROW)])).toBe('too-many-rows')
})

const bytes = (text: string) => new TextEncoder().encode(text)
const workbook = (rows: (string | number)[][]) => writeWorkbook([{ name: '设备', rows }])

test('a workbook, a CSV of today, with and without its mark, and one of a Chinese Excel are read alike', async () => {
  const cells = [HEAD, ROW]
  const csv = `${cells.map((row) => row.join(',')).join('\r\n')}\r\n`
  expect(await readCells(workbook(cells))).toEqual(cells)
  for (const text of [csv, `\ufeff${csv}`]) expect((await readCells(bytes(text))).slice(0, 2)).toEqual(cells)
  // 名称,厂 as GB 18030.
  const gb = Uint8Array.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb3, 0xa7])
  expect(await readCells(gb)).toEqual([['名称', '厂']])
  // An apostrophe that keeps a spreadsheet from running it is none of the text.
  expect(await readCells(bytes("a,'=1+1,'plain,''=x\n"))).toMatchObject([['a', '=1+1', "'plain", "'=x"], ['']])
})

test.each([
  ['nothing', new Uint8Array(), 'empty'],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]), 'unreadable'],
  ['an old .xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'unreadable'],
  ['half a zip', zipSync({ 'a.xml': strToU8('<a/>') }).slice(0, 30), 'unreadable'],
  ['a zip of something else', zipSync({ 'a.txt': strToU8('hello') }), 'unreadable'],
  ['broken XML', zipSync({ '[Content_Types].xml': strToU8('<<<'), 'xl/workbook.xml': strToU8('<a') }), 'unreadable'],
  [
    'a zip of too many parts',
    zipSync(Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`${i}`, strToU8('')]))),
    'too-large',
  ],
] as const)('%s cannot be read: %s', async (_, content, fault) => {
  expect(await readCells(content)).toBe(fault)
})

/** A zip whose directory says of each part that it unpacks to so many bytes. */
function saying(zip: Uint8Array, size: number): Uint8Array {
  const [directory, local] = [0x02014b50, 0x04034b50]
  const view = new DataView(zip.buffer)
  for (let i = 0; i < zip.length - 28; i++) {
    if (view.getUint32(i, true) === directory) view.setUint32(i + 24, size, true)
    if (view.getUint32(i, true) === local) view.setUint32(i + 22, size, true)
  }
  return zip
}

test('a zip bomb is seen before it goes off, and one that lies about its size unpacks to no more than it says', async () => {
  const sheet = (bytes: number) => zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(bytes) }, { level: 1 })
  expect(await readCells(saying(sheet(1000), 250 * 1024 * 1024))).toBe('too-large')
  const lying = saying(sheet(50 * 1024 * 1024), 100)
  const memory = process.memoryUsage().arrayBuffers
  expect(await readCells(lying)).toBe('unreadable')
  expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(20 * 1024 * 1024)
})
