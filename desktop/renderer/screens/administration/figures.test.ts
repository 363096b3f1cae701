import { expect, test } from 'vitest'
import { adminEn } from '../../i18n/admin/en.ts'
import { bytes, duration } from './figures.ts'

test('bytes in two or three figures', () => {
  expect([0, 1023, 1536, 150 * 1024 ** 2, 3.25 * 1024 ** 4].map(bytes)).toEqual([
    '0 B',
    '1023 B',
    '1.5 KB',
    '150 MB',
    '3.3 TB',
  ])
})

test('a duration in its two largest parts', () => {
  const minutes = [0, 59, 61, 47 * 60, 49 * 60 + 5]
  expect(minutes.map((m) => duration(m * 60_000, adminEn.settings))).toEqual([
    '0 min',
    '59 min',
    '1 h 1 min',
    '47 h 0 min',
    '2 d 1 h',
  ])
})
