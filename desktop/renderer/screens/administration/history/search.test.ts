import { expect, test } from 'vitest'
import { AlarmSearch } from '#shared/contract/alarm-history.ts'
import { fieldOf } from '../audit/search.ts'
import { historySearchOf, NO_HISTORY_SEARCH } from './search.ts'

test('empty fields ask for every alarm; every field that is filled is asked for, and the server takes it', () => {
  expect(historySearchOf(NO_HISTORY_SEARCH)).toEqual({})
  const at = new Date(2026, 10, 21, 14, 3).getTime()
  const search = historySearchOf({
    text: ' 油烟 ',
    since: fieldOf(at),
    until: fieldOf(at),
    grades: [1, 2],
    rules: ['smoke-high'],
    kinds: [],
    place: 'jinxiu/z1',
    devices: ['smoke-1'],
    states: ['over'],
    verdicts: ['false'],
    who: 'zhiban',
  })
  expect(search).toEqual({
    text: '油烟',
    from: at,
    to: at + 59_999,
    grades: [1, 2],
    rules: ['smoke-high'],
    place: 'jinxiu/z1',
    devices: ['smoke-1'],
    states: ['over'],
    verdicts: ['false'],
    who: 'zhiban',
  })
  expect(AlarmSearch.safeParse(search).success).toBe(true)
})
