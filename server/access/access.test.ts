import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deviceKinds } from '#models/devices/index.ts'
import { listAlarms } from '#shared/contract/alarms.ts'
import { exportAudit, listAudit } from '#shared/contract/audit.ts'
import { issueCredential } from '#shared/contract/devices.ts'
import {
  aboutCenter,
  changePassword,
  endAllSessions,
  endSession,
  listSessions,
  setUp,
  signIn,
  signOut,
  whoAmI,
} from '#shared/contract/session.ts'
import { listDeadLetters } from '#shared/contract/system.ts'
import { changeUser, createUser, listUsers, removeUser, resetPassword } from '#shared/contract/users.ts'
import { DAY, MINUTE, SECOND, SimulatedClock } from '#shared/time.ts'
import { createApp } from '../app.ts'
import { demoAccounts } from '../demo/accounts.ts'
import { furnishDemo } from '../demo/demo.ts'
import { PASSWORD, testDevices, testSite } from '../testing/site.ts'
import { type Running, start } from '../testing/start.ts'
import { until } from '../testing/until.ts'

const simulated = async () => {
  const clock = new SimulatedClock(Date.UTC(2026, 10, 21))
  return { clock, server: await start({ clock }) }
}
const codes = (answers: { error?: { code: string } | undefined }[]) => {
  const counted: Record<string, number> = {}
  for (const { error } of answers) counted[error?.code ?? 'in'] = (counted[error?.code ?? 'in'] ?? 0) + 1
  return counted
}
const entry = { name: '新人', role: 'operator' as const, idleMinutes: 30, maxSessions: 5, disabled: false }

async function create(server: Running, account: string, more: Record<string, unknown> = {}) {
  const answer = await server.ask(createUser, { ...entry, account, password: PASSWORD, ...more }, 'admin')
  expect(answer.error).toBeUndefined()
}

test('five wrong passwords close the account for five minutes, known or not, and no other', async () => {
  const { clock, server } = await simulated()
  for (const account of ['operator', 'nobody-at-all']) {
    for (let i = 0; i < 5; i++) expect((await server.signIn(account, 'wrong')).error?.code).toBe('access.wrong')
    const locked = await server.signIn(account, account === 'operator' ? PASSWORD : 'wrong')
    expect([locked.status, locked.error?.code]).toEqual([429, 'access.locked'])
    expect(locked.error?.details?.retryAfterMs).toBe(5 * MINUTE)
  }
  expect((await server.signIn('viewer')).status).toBe(200)
  clock.advance(5 * MINUTE - 1)
  expect((await server.signIn('operator')).error?.code).toBe('access.locked')
  clock.advance(1)
  expect((await server.signIn('operator')).status).toBe(200)
})

test('a burst of guesses at once is counted like one after the other', async () => {
  const { server } = await simulated()
  const burst = await Promise.all(Array.from({ length: 20 }, (_, i) => server.signIn('operator', `guess ${i}`)))
  expect(codes(burst)).toEqual({ 'access.wrong': 5, 'access.locked': 15 })
})

test('an address that guesses through many accounts is stopped', async () => {
  const { clock, server } = await simulated()
  const burst = await Promise.all(Array.from({ length: 60 }, (_, i) => server.signIn(`account${i}`, 'guess')))
  expect(codes(burst)).toEqual({ 'access.wrong': 30, 'access.too-many-attempts': 30 })
  expect((await server.signIn('viewer')).error?.code).toBe('access.too-many-attempts')
  clock.advance(MINUTE)
  expect((await server.signIn('viewer')).status).toBe(200)
})

test('strangers cannot fill the audit record', async () => {
  const { server } = await simulated()
  const wrong = { account: 'x'.repeat(60), password: 'p' }
  await Promise.all(Array.from({ length: 60 }, () => server.ask(signIn, { ...wrong, more: 1 })))
  await Promise.all(
    Array.from({ length: 60 }, () => server.ask(setUp, { code: 'x', account: 'evil', name: 'e', password: PASSWORD })),
  )
  for (let i = 0; i < 60; i++) await server.signIn('operator', 'wrong')
  const { entries: rows } = await server.storage.audit({ limit: 500 })
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.length).toBeLessThanOrEqual(30)
})

test('who does nothing is signed off, on the open socket too', async () => {
  const { clock, server } = await simulated()
  const screen = await server.screen('operator')
  const token = { token: await server.token('operator') }
  clock.advance(29 * MINUTE)
  expect((await server.ask(whoAmI, {}, token)).body.expiresAt).toBe(clock.now() + 30 * MINUTE)
  clock.advance(29 * MINUTE)
  expect(screen.socket.connected).toBe(true)
  clock.advance(MINUTE + 10 * SECOND)
  const ended = await until(() => screen.ended, 'the end on the socket')
  expect(ended.code).toBe('access.expired')
  await until(() => !screen.socket.connected, 'the socket to close')
  expect((await server.ask(whoAmI, {}, token)).error?.code).toBe('access.expired')
})

test('a wall that nobody touches stays on; people come back once a week', async () => {
  const { clock, server } = await simulated()
  await create(server, 'wall', { role: 'viewer', idleMinutes: null })
  const wall = { token: (await server.signIn('wall')).body.token }
  clock.jump(8 * DAY)
  clock.advance(11 * SECOND)
  expect((await server.ask(whoAmI, {}, wall)).status).toBe(200)
  clock.jump(360 * DAY)
  expect((await server.ask(whoAmI, {}, wall)).error?.code).toBe('access.expired')

  const admin = { token: (await server.signIn('admin')).body.token }
  expect(
    (await server.ask(createUser, { ...entry, account: 'busy', password: PASSWORD, idleMinutes: 1440 }, admin)).status,
  ).toBe(200)
  const busy = { token: (await server.signIn('busy')).body.token }
  for (let day = 0; day < 6; day++) {
    clock.jump(DAY - MINUTE)
    expect((await server.ask(whoAmI, {}, busy)).status).toBe(200)
  }
  clock.jump(DAY)
  expect((await server.ask(whoAmI, {}, busy)).error?.code).toBe('access.expired')
})

test('an account ends on its date, with its sessions', async () => {
  const { clock, server } = await simulated()
  await create(server, 'guest', { validUntil: clock.now() + 10 * MINUTE })
  const guest = { token: (await server.signIn('guest')).body.token }
  clock.advance(10 * MINUTE - 1)
  expect((await server.ask(whoAmI, {}, guest)).status).toBe(200)
  clock.advance(1)
  expect((await server.ask(whoAmI, {}, guest)).error?.code).toBe('access.expired')
  expect((await server.signIn('guest')).error?.code).toBe('access.wrong')
})

test('an account has so many sessions and no more, also when they come at once', async () => {
  const { server } = await simulated()
  await create(server, 'few', { maxSessions: 2 })
  const at = await Promise.all([1, 2, 3, 4].map(() => server.signIn('few')))
  expect(codes(at)).toEqual({ in: 2, 'access.too-many-sessions': 2 })
  const first = at.find(({ body }) => body.token)?.body.token as string
  await server.ask(signOut, {}, { token: first })
  expect((await server.signIn('few')).status).toBe(200)
})

test('who is disabled, removed, or ended by an administrator, is signed off at once', async () => {
  const server = await start()
  for (const how of ['disable', 'remove', 'reset', 'end'] as const) {
    const account = `${how}-me`
    await create(server, account)
    const screen = await server.screen(account)
    const token = { token: await server.token(account) }
    if (how === 'disable') await server.ask(changeUser, { ...entry, account, disabled: true }, 'admin')
    if (how === 'remove') await server.ask(removeUser, { account }, 'admin')
    if (how === 'reset') await server.ask(resetPassword, { account, password: 'another good one' }, 'admin')
    if (how === 'end') {
      const { body } = await server.ask(listSessions, {}, 'admin')
      const { session } = body.sessions.find((one: { account: string }) => one.account === account)
      expect((await server.ask(endSession, { session }, 'admin')).status).toBe(200)
      expect((await server.ask(endSession, { session }, 'admin')).error?.code).toBe('session.unknown')
    }
    expect((await until(() => screen.ended, `${how}: the end on the socket`)).code).toBe('access.ended')
    expect((await server.ask(listAlarms, {}, token)).error?.code).toBe('access.expired')
    const again = await server.signIn(account)
    expect(again.error?.code).toBe(how === 'end' ? undefined : 'access.wrong')
  }
  expect((await server.signIn('reset-me', 'another good one')).status).toBe(200)
})

test('with another area of duty the open screen is closed, and comes back with the new one', async () => {
  const server = await start()
  const screen = await server.screen('operator')
  await server.ask(changeUser, { ...entry, account: 'operator', duty: 'jinxiu/z2' }, 'admin')
  await until(() => !screen.socket.connected, 'the screen to be closed')
  expect(screen.ended).toBeUndefined()
  const again = await server.screen('operator')
  expect(again.welcome?.scope.place).toBe('jinxiu/z2')
  expect([...again.world.devices.ids()].sort()).toEqual(['smoke-2', 'water-2'])
})

test('a new password ends the other sessions of the account, not this one', async () => {
  const server = await start()
  const mine = { token: await server.token('operator') }
  const other = { token: (await server.signIn('operator')).body.token }
  const change = (current: string, password: string) => server.ask(changePassword, { current, password }, mine)
  expect((await change('wrong', 'another good one')).error?.code).toBe('access.wrong')
  expect((await change(PASSWORD, 'operator-operator')).error?.code).toBe('password.weak')
  expect((await change(PASSWORD, 'aaaaaaaaaaaa')).error?.code).toBe('password.weak')
  expect((await change(PASSWORD, 'another good one')).status).toBe(200)
  expect((await server.ask(whoAmI, {}, mine)).status).toBe(200)
  expect((await server.ask(whoAmI, {}, other)).error?.code).toBe('access.expired')
  expect((await server.signIn('operator')).error?.code).toBe('access.wrong')
  expect((await server.signIn('operator', 'another good one')).status).toBe(200)
})

test('sessions survive a restart, those that ended do not come back', async () => {
  const server = await start()
  const kept = { token: await server.token('operator') }
  const left = { token: (await server.signIn('operator')).body.token }
  await server.ask(signOut, {}, left)
  await server.restart()
  expect((await server.ask(whoAmI, {}, kept)).body.user).toMatchObject({ account: 'operator', role: 'operator' })
  expect((await server.ask(whoAmI, {}, left)).error?.code).toBe('access.expired')
})

test('the last administrator stays', async () => {
  const server = await start()
  const admin = { ...entry, account: 'admin', role: 'administrator' as const }
  const refusals = [
    await server.ask(removeUser, { account: 'admin' }, 'admin'),
    await server.ask(changeUser, { ...admin, disabled: true }, 'admin'),
    await server.ask(changeUser, { ...admin, role: 'operator' }, 'admin'),
    await server.ask(changeUser, { ...admin, validUntil: Date.now() + DAY }, 'admin'),
  ]
  for (const { error } of refusals) expect(error?.code).toBe('account.last-administrator')
  expect((await server.ask(changeUser, { ...admin, name: '王管理' }, 'admin')).status).toBe(200)
  await create(server, 'second', { role: 'administrator' })
  // Two who remove one another at the same moment: one stays.
  const both = await Promise.all([
    server.ask(removeUser, { account: 'admin' }, 'second'),
    server.ask(removeUser, { account: 'second' }, 'admin'),
  ])
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  expect([...server.log.told.users.values()].filter(({ role }) => role === 'administrator')).toHaveLength(1)
})

test('users: created once, listed without secrets, unknown ones are unknown', async () => {
  const server = await start()
  await create(server, 'new-one', { phone: '13800000000' })
  expect(
    (await server.ask(createUser, { ...entry, account: 'new-one', password: PASSWORD }, 'admin')).error?.code,
  ).toBe('account.exists')
  const { body } = await server.ask(listUsers, { search: '新人' }, 'admin')
  expect(body.users).toMatchObject([{ account: 'new-one', phone: '13800000000' }])
  expect(JSON.stringify(body)).not.toContain('scrypt')
  for (const answer of [
    await server.ask(removeUser, { account: 'no-one' }, 'admin'),
    await server.ask(changeUser, { ...entry, account: 'no-one' }, 'admin'),
    await server.ask(resetPassword, { account: 'no-one', password: PASSWORD }, 'admin'),
  ])
    expect(answer.error?.code).toBe('account.unknown')
})

test('the first start of a real site: once, and only with the code that the server printed', async () => {
  const server = await start({ bare: true })
  const code = server.app.setupCode as string
  expect(code).toMatch(/^[0-9a-f]{6}-[0-9a-f]{6}-[0-9a-f]{6}$/)
  expect((await server.ask(aboutCenter, {})).body).toMatchObject({ needsSetup: true, demonstration: [] })
  const first = { code, account: 'boss', name: '主任', password: PASSWORD }
  const wrong = await server.ask(setUp, { ...first, code: 'wrong' })
  expect([wrong.status, wrong.error?.code]).toEqual([403, 'setup.code-wrong'])
  expect((await server.ask(setUp, { ...first, password: 'boss is the best' })).error?.code).toBe('password.weak')
  const both = await Promise.all([server.ask(setUp, first), server.ask(setUp, { ...first, account: 'other' })])
  expect(codes(both)).toEqual({ in: 1, 'setup.done': 1 })
  expect((await server.ask(setUp, { ...first, account: 'evil' })).error?.code).toBe('setup.done')
  expect((await server.ask(aboutCenter, {})).body.needsSetup).toBe(false)
  const account = [...server.log.told.users.ids()][0] as string
  expect((await server.signIn(account)).body.user).toMatchObject({ role: 'administrator', account })
  await server.restart()
  expect(server.app.setupCode).toBeNull()
})

test('a wrong setup code cannot be tried for ever', async () => {
  const server = await start({ bare: true, clock: new SimulatedClock(Date.now()) })
  const guess = (code: string) => server.ask(setUp, { code, account: 'evil', name: 'e', password: PASSWORD })
  const burst = await Promise.all(Array.from({ length: 40 }, (_, i) => guess(`guess ${i}`)))
  expect(codes(burst)).toEqual({ 'setup.code-wrong': 30, 'access.too-many-attempts': 10 })
  expect((await guess(server.app.setupCode as string)).error?.code).toBe('access.too-many-attempts')
})

test('accounts that everybody knows exist in a demonstration alone', async () => {
  const demo = await start({ bare: true, demonstration: demoAccounts })
  await furnishDemo(demo.app, 'key', 'jinxiu')
  const about = (await demo.ask(aboutCenter, {})).body
  expect(about.demonstration.map(({ account }: { account: string }) => account)).toEqual(
    demoAccounts.map(({ account }) => account),
  )
  for (const { account, password } of demoAccounts) expect((await demo.signIn(account, password)).status).toBe(200)
  await demo.restart()
  const real = await start()
  expect((await real.ask(aboutCenter, {})).body.demonstration).toEqual([])
  for (const { account, password } of demoAccounts)
    expect((await real.signIn(account, password)).error?.code).toBe('access.wrong')

  // Neither may take up the other's folder.
  const deps = (server: Running) => ({
    storage: server.storage,
    folder: server.folder,
    clock: new SimulatedClock(),
    kinds: deviceKinds,
    site: testSite,
    devices: testDevices,
    version: '0',
    host: '127.0.0.1',
    httpPort: 0,
    mqttPort: 0,
    report: () => {},
  })
  await expect(createApp(deps(demo))).rejects.toMatchObject({
    code: 'start.setting-invalid',
    message: /holds a demonstration/,
  })
  await expect(createApp({ ...deps(real), demonstration: demoAccounts })).rejects.toMatchObject({
    code: 'start.setting-invalid',
    message: /holds a real site/,
  })
})

test('every command is audited with who, when, what and result, refused ones too', async () => {
  const server = await start()
  await create(server, 'audited')
  await server.ask(removeUser, { account: 'no-one' }, 'admin')
  await server.ask(removeUser, { account: 'admin' }, 'viewer')
  await server.signIn('operator', 'wrong')
  const { entries } = (await server.ask(listAudit, { limit: 500 }, 'commander')).body
  const by = (id: string) => ({ kind: 'user', id, name: id.toUpperCase() })
  const from = '127.0.0.1'
  expect(entries).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        by: by('admin'),
        from,
        call: 'user:create',
        result: 'done',
        input: expect.objectContaining({ account: 'audited', password: '***' }),
      }),
      expect.objectContaining({
        by: by('admin'),
        call: 'user:remove',
        result: 'account.unknown',
        input: { account: 'no-one' },
      }),
      expect.objectContaining({ by: by('viewer'), call: 'user:remove', result: 'access.denied' }),
      expect.objectContaining({
        call: 'session:sign-in',
        result: 'access.wrong',
        input: { account: 'operator', password: '***' },
      }),
    ]),
  )
  for (const { at } of entries) expect(Math.abs(at - Date.now())).toBeLessThan(60_000)
})

test('no secret is ever written: not in a log, an audit entry, a dead letter, or a file', async () => {
  const server = await start()
  const secrets = [
    'S3cret-of-new-user',
    'S3cret-after-change',
    'S3cret-in-wrong-place',
    'S3cret-in-broken-json',
    'S3cret-bare',
  ]
  const [first, changed, misplaced, broken, bare] = secrets as [string, string, string, string, string]
  await create(server, 'quiet', { password: first })
  const { token } = (await server.signIn('quiet', first)).body
  await server.ask(changePassword, { current: first, password: changed }, { token })
  await server.signIn('quiet', misplaced)
  await server.ask(signIn, { account: 'quiet', passwort: misplaced, password: 7 })
  await server.ask(createUser, { ...entry, account: 'x', password: misplaced, secret: misplaced }, 'admin')
  const admin = { authorization: `Bearer ${await server.token('admin')}`, 'content-type': 'application/json' }
  const send = (path: string, body: string) =>
    fetch(`${server.url}/api/${path}`, { method: 'POST', headers: admin, body }).then((r) => r.text())
  const said = [
    await send('session/sign-in', `{"account":"a","password":"${broken}`),
    await send('session/sign-in', `{"account":"a","password":"${broken}"x}`),
    await send('user/create', JSON.stringify(bare)),
    await send('user/create', JSON.stringify([bare])),
    await send(`no/such?password=${misplaced}`, '{}'),
    await send(`session/sign-in?password=${misplaced}`, '{"x":1}'),
  ]
  const screen = await server.screen('admin')
  await screen.socket.emitWithAck('ask', 'user:create', bare)
  await screen.socket.emitWithAck('ask', 'user:create', { ...entry, account: 'y', pass: misplaced })
  const { secret } = (await server.ask(issueCredential, { device: 'smoke-1' }, 'admin')).body
  await expect(server.device('smoke-1', { password: misplaced })).rejects.toThrow()
  await server.log.saveSnapshot()
  const shown = JSON.stringify([
    said,
    (await server.ask(listAudit, { limit: 500 }, 'commander')).body,
    (await server.ask(listDeadLetters, { limit: 500 }, 'commander')).body,
    server.reports,
  ])
  await server.restart()
  const files = (await readdir(server.folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
  expect(files.map(({ name }) => name)).toContain('ankan.db')
  const disk = Buffer.concat(await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name)))))
  expect(disk.includes('scrypt$')).toBe(true)
  for (const text of [...secrets, token, secret, PASSWORD, await server.token('admin')]) {
    expect(shown).not.toContain(text)
    expect(disk.includes(text)).toBe(false)
  }
}, 30_000)

test('what a screen asks by itself does not keep its session open', async () => {
  const { clock, server } = await simulated()
  const admin = { token: await server.token('admin') }
  const screen = await server.screen('admin')
  clock.advance(29 * MINUTE)
  expect((await server.ask(listSessions, {}, admin)).body.sessions).toMatchObject([{ account: 'admin', own: true }])
  expect(await screen.socket.emitWithAck('ask', 'health:read', {})).toMatchObject({ ok: true })
  clock.advance(MINUTE + 10 * SECOND)
  expect((await until(() => screen.ended, 'the end on the socket')).code).toBe('access.expired')
})

test('all sessions of an account end at once, but for the one that asks', async () => {
  const server = await start()
  const mine = { token: await server.token('admin') }
  await server.signIn('admin')
  await server.signIn('admin')
  await server.signIn('viewer')
  expect((await server.ask(endAllSessions, { account: 'admin' }, mine)).body).toEqual({ ended: 2 })
  expect((await server.ask(endAllSessions, { account: 'viewer' }, mine)).body).toEqual({ ended: 1 })
  expect((await server.ask(listSessions, {}, mine)).body.sessions).toMatchObject([{ account: 'admin', own: true }])
})

test('of two who change the same user, the second learns of the first; a phone is a phone', async () => {
  const server = await start()
  await create(server, 'shared')
  const { users } = (await server.ask(listUsers, { search: 'shared' }, 'admin')).body
  const seen = users[0].changedAt
  const change = (more: Record<string, unknown>) =>
    server.ask(changeUser, { ...entry, account: 'shared', ...more }, 'admin')
  expect((await change({ name: '甲', seen })).status).toBe(200)
  expect((await change({ name: '乙', seen })).error?.code).toBe('account.changed')
  expect((await change({ name: '丙' })).status).toBe(200)
  for (const phone of ['abc', '1', '=1+1', '138 0000 0000 #']) {
    const { error } = await change({ phone })
    expect(error).toMatchObject({ code: 'input.invalid', details: { issues: [{ path: 'phone' }] } })
  }
  for (const phone of ['138 0000 0000', '+86 755-8888888', '110']) expect((await change({ phone })).status).toBe(200)
})

test('taking the audit record away is itself on record', async () => {
  const server = await start()
  await create(server, 'somebody')
  const search = { account: 'admin', text: 'somebody', format: 'csv' as const }
  const { before } = (await server.ask(exportAudit, search, 'commander')).body
  const { entries } = (await server.ask(listAudit, { before, limit: 500 }, 'commander')).body
  expect(entries[0]).toMatchObject({ call: 'session:sign-in', by: { id: 'commander' } })
  const [newest] = (await server.ask(listAudit, { limit: 1 }, 'commander')).body.entries
  expect(newest).toMatchObject({ call: 'audit:export', by: { id: 'commander' }, input: search, result: 'done' })
  expect((await server.ask(exportAudit, search, 'operator')).error?.code).toBe('access.denied')
})
