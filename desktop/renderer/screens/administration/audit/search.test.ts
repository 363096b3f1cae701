import { expect, test } from 'vitest'
import { AuditSearch } from '#shared/contract/audit.ts'
import { fieldOf, isBackwards, NO_SEARCH, searchOf } from './search.ts'

test('empty fields ask for everything', () => {
  expect(searchOf(NO_SEARCH)).toEqual({})
  expect(searchOf({ ...NO_SEARCH, text: '   ', account: ' ' })).toEqual({})
})

test('every field is asked for, and whatever was typed is taken by the server', () => {
  const fields = { text: ' 楼 ', account: ' ZhiBan ', call: 'user:list', result: 'refused', since: '', until: '' }
  expect(searchOf(fields)).toEqual({ text: '楼', account: 'zhiban', call: 'user:list', result: 'refused' })
  for (const typed of ['x'.repeat(500), '%_\\', "'; DROP TABLE audit", '\u0000', '🚒'])
    expect(AuditSearch.safeParse(searchOf({ ...NO_SEARCH, text: typed, account: typed })).success).toBe(true)
})

test('a range of time is of whole minutes, the last one included', () => {
  const at = new Date(2026, 10, 21, 14, 3).getTime()
  expect(fieldOf(at + 12_345)).toBe('2026-11-21T14:03')
  expect(searchOf({ ...NO_SEARCH, since: fieldOf(at), until: fieldOf(at) })).toEqual({ from: at, to: at + 59_999 })
  expect(searchOf({ ...NO_SEARCH, since: 'nonsense' })).toEqual({})
  expect(isBackwards({ ...NO_SEARCH, since: fieldOf(at), until: fieldOf(at - 60_000) })).toBe(true)
  expect(isBackwards({ ...NO_SEARCH, since: fieldOf(at), until: fieldOf(at) })).toBe(false)
  expect(isBackwards({ ...NO_SEARCH, since: fieldOf(at) })).toBe(false)
})
