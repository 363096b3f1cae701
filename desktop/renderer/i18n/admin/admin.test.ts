import { expect, test } from 'vitest'
import { allCalls } from '#shared/contract/contract.ts'
import { adminEn } from './en.ts'
import { adminZh } from './zh.ts'

test('all that goes on record has its words in both languages: a new call needs a line in admin/zh.ts and en.ts', () => {
  const recorded = allCalls()
    .filter(({ audited }) => audited)
    .map(({ name }) => name)
    .sort()
  for (const { calls } of [adminZh, adminEn]) expect(Object.keys(calls).sort()).toEqual(recorded)
})
