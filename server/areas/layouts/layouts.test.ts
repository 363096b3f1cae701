import { expect, test } from 'vitest'
import { listLayouts, MOST_LAYOUTS, removeLayout, saveLayout } from '#shared/contract/layouts.ts'
import { createUser, removeUser } from '#shared/contract/users.ts'
import { type Running, start } from '../../testing/start.ts'

const arrangement = { share: 1, parts: [{ share: 1, panels: ['scene'] }] }
const desk = { screen: 'desk' } as const

async function kept(server: Running, account: string): Promise<unknown> {
  return (await server.ask(listLayouts, desk, account)).body.layouts
}

test('an arrangement is kept for its account alone, replaced, forgotten, and there again after a restart', async () => {
  const server = await start()
  expect(await kept(server, 'operator')).toEqual([])
  for (const parts of [1, 2])
    expect((await server.ask(saveLayout, { ...desk, name: ' 夜班 ', arrangement: { parts } }, 'operator')).status).toBe(
      200,
    )
  await server.ask(saveLayout, { ...desk, name: '', arrangement }, 'operator')
  await server.ask(saveLayout, { screen: 'big', name: '', arrangement }, 'operator')
  const all = [
    { name: '夜班', arrangement: { parts: 2 }, changedAt: expect.any(Number) },
    { name: '', arrangement, changedAt: expect.any(Number) },
  ]
  expect(await kept(server, 'operator')).toEqual(all)
  expect(await kept(server, 'viewer')).toEqual([])
  await server.restart()
  expect(await kept(server, 'operator')).toEqual(all)
  expect((await server.ask(removeLayout, { ...desk, name: '夜班' }, 'operator')).status).toBe(200)
  expect((await server.ask(removeLayout, { ...desk, name: '夜班' }, 'operator')).status).toBe(404)
  expect(await kept(server, 'operator')).toEqual([all[1]])
})

test('too many, too large or of no screen that there is: refused', async () => {
  const server = await start()
  const save = async (name: string, body: object = {}) =>
    (await server.ask(saveLayout, { ...desk, name, arrangement, ...body } as never, 'operator')).status
  for (let i = 0; i < MOST_LAYOUTS; i++) expect(await save(`布局${i}`)).toBe(200)
  expect(await save('one more')).toBe(409)
  // The one in use always has room.
  expect(await save('')).toBe(200)
  expect(await save('布局3')).toBe(200)
  expect(await save('布局3', { arrangement: { text: 'x'.repeat(30_000) } })).toBe(400)
  expect(await save('布局3', { arrangement: undefined })).toBe(400)
  expect(await save('布局3', { screen: 'kitchen' })).toBe(400)
  expect(await save('x'.repeat(41))).toBe(400)
})

test('with an account its arrangements go: who is called so later finds none', async () => {
  const server = await start()
  const account = 'lin'
  const person = { account, name: '林', role: 'operator', idleMinutes: 30, maxSessions: 5, disabled: false } as const
  const password = 'correct horse 7'
  await server.ask(createUser, { ...person, password }, 'admin')
  const token = String((await server.signIn(account, password)).body.token)
  expect((await server.ask(saveLayout, { ...desk, name: '', arrangement }, { token })).status).toBe(200)
  await server.ask(removeUser, { account }, 'admin')
  expect(server.log.told.layouts.size).toBe(0)
})
