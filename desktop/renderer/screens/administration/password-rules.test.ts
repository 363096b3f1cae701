import { expect, test } from 'vitest'
import { generatePassword, unmet } from './password-rules.ts'

test('a password is long, varied, and without the account name', () => {
  expect(unmet('', 'zhiban')).toEqual(['long', 'varied', 'notAccount'])
  expect(unmet('aaaaaaaaaaaa', 'zhiban')).toEqual(['varied'])
  expect(unmet('abcde', 'zhiban')).toEqual(['long'])
  expect(unmet('My-ZhiBan-2026', 'zhiban')).toEqual(['notAccount'])
  expect(unmet('correct horse 7', 'zhiban')).toEqual([])
  expect(unmet('correct horse 7', '')).toEqual([])
})

test('a generated one meets the rules and is another each time', () => {
  const many = Array.from({ length: 200 }, () => generatePassword('zhiban'))
  for (const password of many) {
    expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/)
    expect(unmet(password, 'zhiban')).toEqual([])
  }
  expect(new Set(many).size).toBe(200)
})
