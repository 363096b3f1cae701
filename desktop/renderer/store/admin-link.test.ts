import { expect, test } from 'vitest'
import { roles } from '#shared/contract/roles.ts'
import { adminPageOf, pagesFor } from './admin-link.ts'

test('each role has its pages: administrators all, commanders those of the system, operators what was, a wall none', () => {
  expect(pagesFor(roles.administrator)).toEqual([
    'hand-over',
    'alarm-history',
    'alarm-figures',
    'devices',
    'rules',
    'linkages',
    'notices',
    'connectors',
    'recordings',
    'letters',
    'users',
    'roles',
    'sessions',
    'audit',
    'settings',
  ])
  expect(pagesFor(roles.commander)).toEqual([
    'hand-over',
    'alarm-history',
    'alarm-figures',
    'rules',
    'linkages',
    'letters',
    'audit',
    'settings',
  ])
  expect(pagesFor(roles.operator)).toEqual(['hand-over', 'alarm-history', 'alarm-figures'])
  expect(pagesFor(roles.viewer)).toEqual([])
})

test('an address names a page; what it does not know is the first page that may be seen', () => {
  expect(adminPageOf('#admin=audit', roles.administrator)).toBe('audit')
  // It may be named, and the page then says that it may not be seen.
  expect(adminPageOf('#admin=users', roles.commander)).toBe('users')
  for (const hash of ['#admin', '#admin=', '#admin=toString', '#admin=nowhere'])
    expect(adminPageOf(hash, roles.commander)).toBe('hand-over')
  for (const hash of ['', '#', '#alarm=a', '#administration=users'])
    expect(adminPageOf(hash, roles.administrator)).toBeUndefined()
  expect(adminPageOf('#admin=users', roles.viewer)).toBeUndefined()
})
