import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { writeWorkbook } from './workbook.ts'

const parts = (book: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(book)).map(([path, content]) => [path, strFromU8(content)]))

test('texts are texts, numbers are numbers, and what XML cannot hold is left out', () => {
  const rows = [['头'], ['=1+1', 2.5, undefined, '<a> & "b"', 'half\ud800 \u0001mark', 'constructor']]
  const sheet = parts(writeWorkbook([{ name: 'A & B', rows, widths: [12] }]))['xl/worksheets/sheet1.xml'] as string
  expect(sheet).toContain('<c r="A2" t="inlineStr" s="2"><is><t xml:space="preserve">=1+1</t></is></c>')
  expect(sheet).toContain('<c r="B2"><v>2.5</v></c><c r="D2"')
  expect(sheet).toContain('&lt;a&gt; &amp; &quot;b&quot;')
  expect(sheet).toContain('>half mark<')
  expect(sheet).not.toContain('<f>')
})

test('every sheet has its name, and columns go on after Z', () => {
  const wide = Array.from({ length: 703 }, (_, i) => i)
  const book = parts(
    writeWorkbook([
      { name: 'A & B', rows: [] },
      { name: '二', rows: [wide] },
    ]),
  )
  expect(book['xl/workbook.xml']).toContain('<sheet name="A &amp; B" sheetId="1" r:id="rId1"/><sheet name="二"')
  expect(book['xl/worksheets/sheet2.xml']).toMatch(/r="Z1".*r="AA1".*r="AZ1".*r="BA1".*r="ZZ1".*r="AAA1"/)
})
