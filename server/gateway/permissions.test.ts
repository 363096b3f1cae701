import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allCalls } from '#shared/contract/contract.ts'
import { type Permission, roles } from '#shared/contract/roles.ts'
import { secretOf } from '../testing/site.ts'
import { type Running, start } from '../testing/start.ts'

let server: Running
beforeAll(async () => {
  server = await start({ shared: true })
})
afterAll(() => server.close())

const people = { viewer: 'viewer', operator: 'operator', commander: 'commander', administrator: 'admin' } as const
const everybody = [...Object.keys(people), 'device', 'nobody'] as const
type Who = keyof typeof people | 'device' | 'nobody'

async function credentialOf(who: Who) {
  if (who === 'nobody') return undefined
  if (who === 'device') return { device: 'smoke-1', secret: secretOf('smoke-1') }
  return { token: await server.token(people[who]) }
}

/** What the declaration says, told without the code that enforces it. */
function expected(may: string, who: Who): 'allowed' | 'access.denied' | 'access.required' {
  if (may === 'anyone') return 'allowed'
  if (who === 'nobody') return 'access.required'
  if (may === 'signed-in') return who === 'device' ? 'access.denied' : 'allowed'
  return (roles[who] as readonly string[]).includes(may) ? 'allowed' : 'access.denied'
}

describe('every role and every call', () => {
  for (const call of allCalls())
    for (const who of everybody as readonly Who[])
      test(`${who} ${expected(call.may, who)} ${call.name}`, async () => {
        // Input that no call takes: who is allowed learns that it is wrong, and nothing is changed by asking.
        const answer = await server.ask(call, { 'not a field': true }, await credentialOf(who))
        const outcome = answer.error?.code === 'input.invalid' ? 'allowed' : answer.error?.code
        expect(outcome).toBe(expected(call.may, who))
        expect(answer.status).toBe(
          { allowed: 400, 'access.denied': 403, 'access.required': 401 }[expected(call.may, who)],
        )
      })
})

test('the matrix is not trivially true: every permission is held by one role and lacked by another', () => {
  const all = Object.values(roles) as readonly (readonly Permission[])[]
  for (const call of allCalls()) {
    if (call.may === 'anyone' || call.may === 'signed-in') continue
    const may = call.may
    expect(all.some((held) => held.includes(may))).toBe(true)
    expect(all.some((held) => !held.includes(may))).toBe(true)
  }
})

test('a wrong credential is never nobody', async () => {
  const about = allCalls().find((call) => call.name === 'center:about')
  if (!about) throw new Error('no center:about')
  expect((await server.ask(about, {}, { token: 'wrong' })).error?.code).toBe('access.expired')
  expect((await server.ask(about, {}, { device: 'smoke-1', secret: 'wrong' })).error?.code).toBe('access.wrong')
  expect((await server.ask(about, {})).status).toBe(200)
})
