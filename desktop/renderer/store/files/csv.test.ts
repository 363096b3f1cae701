import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

test('cells with commas, quotes and line ends are quoted; others are as they are', () => {
  expect(csvLine(['a', 7, '值班', ''])).toBe('a,7,值班,\r\n')
  expect(csvLine(['a,b', 'say "hi"', 'two\nlines', ' edge '])).toBe('"a,b","say ""hi""","two\nlines"," edge "\r\n')
})

test('nothing is taken for a formula', () => {
  for (const evil of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x'])
    expect(csvLine([evil])).toMatch(/^"?'/)
  expect(csvLine(['=HYPERLINK("http://x","y")'])).toBe('"\'=HYPERLINK(""http://x"",""y"")"\r\n')
  expect(csvLine([-5])).toBe('-5\r\n')
  expect(csvLine(['a=b', 'x-y'])).toBe('a=b,x-y\r\n')
})
