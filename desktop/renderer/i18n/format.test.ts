import { expect, test } from 'vitest'
import { shortMinute, shortTime } from './format.ts'

test('what is not today is told with its date, to the minute and whole', () => {
  const evening = new Date(2026, 10, 22, 23, 53, 7).getTime()
  const later = evening + 10 * 60_000
  expect(shortTime(evening, evening)).toBe('23:53:07')
  expect(shortMinute(evening, evening)).toBe('23:53')
  expect(shortTime(later, evening)).toBe('11-23 00:03')
  expect(shortMinute(later, evening)).toBe('11-23 00:03')
})
