import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { simulatedSecret } from './simulated-secret.ts'

test('a secret is the HMAC of the device under the key, in letters that pass everywhere', () => {
  for (const device of ['smoke-1', 'gas_2', '烟感'])
    expect(simulatedSecret('a key', device)).toBe(createHmac('sha256', 'a key').update(device).digest('base64url'))
})
