import { expect, test } from 'vitest'
import type { UserEntry } from '#shared/world/users.ts'
import { endOfDay, entryOf, fieldsOf, lastDayOf, NEW_USER, stateOf } from './entry.ts'

const user: UserEntry = {
  account: 'zhiban',
  name: '李值班',
  phone: '138 0000 0000',
  role: 'operator',
  duty: 'jinxiu/z1',
  validUntil: Date.UTC(2027, 0, 1, 9, 30),
  idleMinutes: null,
  maxSessions: 3,
  disabled: true,
}

test('a user passes through the form unchanged, and what is optional may be absent', () => {
  expect(entryOf(fieldsOf(user), user)).toEqual(user)
  const { phone: _p, duty: _d, validUntil: _v, ...plain } = { ...user, idleMinutes: 15 }
  expect(entryOf(fieldsOf(plain), plain)).toEqual(plain)
})

test('emptied fields are gone, spaces around are cut', () => {
  const emptied = entryOf({ ...fieldsOf(user), phone: '  ', duty: '', validDay: '', name: ' 李 ' }, user)
  expect(emptied).not.toHaveProperty('phone')
  expect(emptied).not.toHaveProperty('duty')
  expect(emptied).not.toHaveProperty('validUntil')
  expect(emptied.name).toBe('李')
})

test('the last day holds until midnight', () => {
  expect(lastDayOf(endOfDay('2026-12-31'))).toBe('2026-12-31')
  expect(new Date(endOfDay('2026-12-31'))).toEqual(new Date(2027, 0, 1))
  expect(entryOf({ ...NEW_USER, validDay: '2026-11-30' }).validUntil).toBe(new Date(2026, 11, 1).getTime())
})

test('disabled before expired before active', () => {
  const until = user.validUntil as number
  expect(stateOf(user, until)).toBe('disabled')
  expect(stateOf({ ...user, disabled: false }, until)).toBe('expired')
  expect(stateOf({ ...user, disabled: false }, until - 1)).toBe('active')
})
