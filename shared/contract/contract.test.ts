import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { type Call, command, query, routeOf, secret, withoutSecrets } from './call.ts'
import { allCalls, callNamed, contract } from './contract.ts'
import { holds, permissions, type Role, RoleName, roles } from './roles.ts'

test('every call that a file declares is named in contract.ts', async () => {
  const declared: string[] = []
  for (const file of readdirSync(import.meta.dirname).filter((name) => /^[a-z-]+\.ts$/.test(name))) {
    const module = (await import(join(import.meta.dirname, file))) as Record<string, unknown>
    for (const exported of Object.values(module)) {
      const call = exported as Partial<Call> | null
      if (call && typeof call === 'object' && ['command', 'query', 'delivery'].includes(call.kind as string))
        declared.push(call.name as string)
    }
  }
  expect(declared.sort()).toEqual(
    allCalls()
      .map(({ name }) => name)
      .sort(),
  )
})

test('a call that is named twice throws when the program starts', async () => {
  vi.resetModules()
  vi.doMock('./place.ts', async () => ({
    readTiles: {},
    findPlaces: {},
    readInside: {},
    readSite: (await import('./alarms.ts')).listAlarms,
  }))
  await expect(import('./contract.ts')).rejects.toThrow('alarm:list is declared twice')
  vi.doUnmock('./place.ts')
  vi.resetModules()
})

test('every call has a name of two words, a route of its own, help, and a permission that exists', () => {
  const routes = new Set<string>()
  for (const call of contract as readonly unknown[] as readonly Call[]) {
    expect(call.name).toMatch(/^[a-z-]+:[a-z-]+$/)
    expect(call.help.length).toBeGreaterThan(10)
    expect([...Object.keys(permissions), 'anyone', 'signed-in']).toContain(call.may)
    routes.add(routeOf(call))
  }
  expect(routes.size).toBe(contract.length)
  expect(callNamed('toString')).toBeUndefined()
})

test('roles hold permissions that exist; people have roles, devices one of their own', () => {
  for (const role of Object.keys(roles) as Role[])
    for (const permission of roles[role]) {
      expect(Object.keys(permissions)).toContain(permission)
      expect(holds(role, permission)).toBe(true)
    }
  expect(holds('viewer', 'users.manage')).toBe(false)
  expect([...RoleName.options, 'device'].sort()).toEqual(Object.keys(roles).sort())
})

test('secrets, and what nobody declared, are not shown', () => {
  const call = command('test:try', {
    input: z.strictObject({
      account: z.string(),
      password: secret(z.string()),
      code: secret(z.string()).optional(),
      pin: secret(z.string()).nullable().default(null),
    }),
    may: 'anyone',
    help: 'for this test alone',
  }) as Call
  expect(
    withoutSecrets(call, { account: 'a', password: 'p', code: 'c', pin: 'x', passwrod: 'q', constructor: 'r' }),
  ).toEqual({
    account: 'a',
    password: '***',
    code: '***',
    pin: '***',
    passwrod: '***',
    constructor: '***',
  })
  for (const bare of ['hunter2', ['hunter2'], 7, { __proto__: null, toString: 'hunter2' }])
    expect(JSON.stringify(withoutSecrets(call, bare))).not.toContain('hunter2')
  expect(withoutSecrets(call, null)).toBeNull()
  const proto = JSON.parse('{"__proto__":"hunter2"}')
  expect(JSON.stringify(withoutSecrets(call, proto))).not.toContain('hunter2')
})

test('queries are served when nothing can be written, commands are audited', () => {
  const asked = query('test:see', {
    input: z.strictObject({}),
    output: z.object({}),
    may: 'anyone',
    help: 'for this test',
  })
  expect([asked.audited, asked.evenReadOnly]).toEqual([false, true])
  for (const call of allCalls()) if (call.kind === 'command') expect(call.audited).toBe(true)
})
