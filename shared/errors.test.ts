import { expect, test } from 'vitest'
import { AnkanError, errorCodes, isErrorCode, refuse, toAnkanError } from './errors.ts'

test('a refusal carries its code, status and details; what is inside stays inside', () => {
  const error = new AnkanError('alarm.unknown', { alarm: 'a' }, 'no such alarm', new Error('secret path'))
  expect(error.status).toBe(404)
  expect(error.toRefusal()).toEqual({ code: 'alarm.unknown', message: 'no such alarm', details: { alarm: 'a' } })
  expect(toAnkanError(error)).toBe(error)
  for (const thrown of [new Error('secret path'), 'secret path', null, undefined, 7]) {
    const made = toAnkanError(thrown)
    expect(made.code).toBe('internal')
    expect(JSON.stringify(made.toRefusal())).not.toContain('secret')
    expect(made.cause).toBe(thrown)
  }
  expect(() => refuse('call.unknown', {}, 'no such call')).toThrow('no such call')
})

test('codes are known by name, and every one has a status that is a refusal', () => {
  expect([isErrorCode('internal'), isErrorCode('no.such'), isErrorCode('toString'), isErrorCode(7)]).toEqual([
    true,
    false,
    false,
    false,
  ])
  for (const status of Object.values(errorCodes)) expect(status).toBeGreaterThanOrEqual(400)
})
