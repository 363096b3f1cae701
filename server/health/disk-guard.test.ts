import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { acknowledgeAlarms, listAlarms } from '#shared/contract/alarms.ts'
import { pushReading } from '#shared/contract/devices.ts'
import { signIn, signOut, whoAmI } from '#shared/contract/session.ts'
import { type Health, readHealth } from '#shared/contract/system.ts'
import { AnkanError } from '#shared/errors.ts'
import { SECOND, SimulatedClock } from '#shared/time.ts'
import { TestDisk } from '../testing/disk.ts'
import { PASSWORD, secretOf } from '../testing/site.ts'
import { publish, type Running, start } from '../testing/start.ts'
import { until } from '../testing/until.ts'

const MB = 1024 * 1024
const noSpace = () => new AnkanError('storage.full', {}, 'no space left to write ankan.db')
const healthOf = async (server: Running) => (await server.ask(readHealth, {}, 'commander')).body as Health
const push = (server: Running, device: string, values: Record<string, number>) =>
  server.ask(pushReading, { readings: [{ values }] }, { device, secret: secretOf(device) })

async function begin(options: { free?: number } = {}) {
  const clock = new SimulatedClock(Date.UTC(2026, 10, 21))
  const disk = new TestDisk()
  const space = { free: (options.free ?? 300) * MB, broken: false }
  const freeBytes = async () => {
    if (space.broken) throw new Error('no such device')
    return space.free
  }
  const server = await start({ clock, wrap: disk.wrap, freeBytes })
  /** Lets the guard look, and waits until it has come to `state`. */
  const comes = (state: Health['state']) =>
    until(async () => {
      clock.advance(10 * SECOND)
      return (await healthOf(server)).state === state
    }, `the state ${state}`)
  return { clock, disk, space, server, comes }
}

test('little space: readings are not taken, alarms and commands are, and everybody is told', async () => {
  const { clock, space, server, comes } = await begin()
  const screen = await server.screen('operator')
  expect((await push(server, 'gas-1', { lel: 1 })).status).toBe(200)
  space.free = 200 * MB
  await comes('low-space')
  await until(() => screen.healths.at(-1)?.state === 'low-space', 'the state on the screen')
  expect(await healthOf(server)).toMatchObject({ freeBytes: 200 * MB, reason: expect.stringContaining('200 MB left') })

  const refused = await push(server, 'gas-1', { lel: 2 })
  expect([refused.status, refused.error?.code]).toEqual([507, 'storage.full'])
  const alarming = await push(server, 'gas-1', { lel: 60 })
  expect(alarming.error?.code).toBe('storage.full')
  const device = await server.device('smoke-1')
  await expect(publish(device, 'smoke-1', { smoke: 60 })).rejects.toThrow()
  const { alarms } = (await server.ask(listAlarms, {}, 'viewer')).body
  expect(alarms.map((one: { rule: string }) => one.rule).sort()).toEqual(['gas-high', 'smoke-high'])
  for (const { alarm } of alarms)
    expect((await server.ask(acknowledgeAlarms, { alarms: [alarm] }, 'operator')).status).toBe(200)
  expect(await server.storage.readings('gas-1', 'lel', 0, clock.now(), 10)).toHaveLength(1)
  expect(await server.storage.readings('smoke-1', 'smoke', 0, clock.now(), 10)).toEqual([])

  // A little more is not yet enough: the state does not flutter.
  space.free = 300 * MB
  clock.advance(20 * SECOND)
  await until(async () => (await healthOf(server)).freeBytes === 300 * MB, 'the guard to have looked')
  expect((await healthOf(server)).state).toBe('low-space')
  space.free = 1000 * MB
  await comes('ok')
  expect((await push(server, 'gas-1', { lel: 3 })).status).toBe(200)
})

test('a disk that takes nothing: alarms are shown and marked, people come in, and all is well again by itself', async () => {
  const { clock, disk, space, server, comes } = await begin()
  const [everywhere, zone2] = [await server.screen('operator'), await server.screen('zone1')]
  const waiting = await server.device('smoke-2')
  await until(() => server.log.told.devices.get('smoke-2')?.link === 'online', 'the link')
  const before = server.log.told.seq

  disk.failing = noSpace()
  await expect(publish(waiting, 'smoke-2', { smoke: 60 })).rejects.toThrow()
  await until(() => everywhere.healths.at(-1)?.state === 'read-only', 'the state on the screen')
  expect(await healthOf(server)).toMatchObject({ state: 'read-only', reason: 'no space left to write ankan.db' })

  const pushed = await push(server, 'smoke-2', { smoke: 70 })
  expect([pushed.status, pushed.error?.code]).toEqual([503, 'storage.read-only'])
  const notice = await until(() => everywhere.unkept[0], 'the alarm on the screen')
  expect(notice).toMatchObject({
    at: clock.now(),
    reason: 'no space left to write ankan.db',
    events: [{ type: 'alarm:raised', seq: 0, place: 'jinxiu/z2/b02/f01', data: { device: 'smoke-2', value: 70 } }],
  })
  // It is no record: nobody holds it for one, and whose zone it is not hears nothing.
  expect((await server.ask(listAlarms, {}, 'viewer')).body.alarms).toEqual([])
  expect([everywhere.world.alarms.size, zone2.unkept.length, server.log.told.seq]).toEqual([0, 0, before])
  expect((await server.ask(acknowledgeAlarms, { alarms: ['x'] }, 'operator')).error?.code).toBe('storage.read-only')
  const commander = await server.ask(signIn, { account: 'commander', password: PASSWORD })
  expect(commander.status).toBe(200)
  expect((await server.ask(readHealth, {}, { token: commander.body.token })).status).toBe(200)

  disk.failing = null
  space.free = 1000 * MB
  await comes('ok')
  await until(() => everywhere.healths.at(-1)?.state === 'ok', 'the state on the screen')
  // What was not written meanwhile is made good: the device is gone.
  await until(() => server.log.told.devices.get('smoke-2')?.link === 'offline', 'the link')
  await publish(await server.device('smoke-2'), 'smoke-2', { smoke: 60 })
  const { alarms } = (await server.ask(listAlarms, {}, 'viewer')).body as { alarms: { rule: string; state: string }[] }
  // It may have been missed meanwhile: how long that took is the disk's affair.
  expect(alarms.filter(({ rule }) => rule !== 'lost')).toMatchObject([{ rule: 'smoke-high', state: 'unacknowledged' }])
})

test('what a device delivers again after a failed write is judged in its order, as if it came for the first time', async () => {
  const { clock, disk, space, server, comes } = await begin()
  const deliver = (at: number, lel: number) =>
    server.ask(pushReading, { readings: [{ at, values: { lel } }] }, { device: 'gas-1', secret: secretOf('gas-1') })
  const now = clock.now()
  disk.failing = noSpace()
  expect((await deliver(now - 2000, 60)).status).toBe(507)
  expect((await deliver(now - 1000, 1)).status).toBe(503)
  disk.failing = null
  space.free = 1000 * MB
  await comes('ok')
  expect((await deliver(now - 2000, 60)).status).toBe(200)
  expect((await server.ask(listAlarms, {}, 'viewer')).body.alarms).toMatchObject([
    { state: 'unacknowledged', value: 60 },
  ])
  expect((await deliver(now - 1000, 1)).status).toBe(200)
  expect((await server.ask(listAlarms, {}, 'viewer')).body.alarms).toMatchObject([{ state: 'returned' }])
})

test('a session that ended while nothing could be written does not come back with a restart', async () => {
  const { disk, server, comes, space } = await begin()
  const token = await server.token('operator')
  disk.failing = noSpace()
  await push(server, 'gas-1', { lel: 1 })
  expect((await server.ask(signOut, {}, { token })).status).toBe(200)
  disk.failing = null
  space.free = 1000 * MB
  await comes('ok')
  await until(async () => (await server.storage.vault('session:')).length === 1, 'the session to leave the disk')
  await server.restart()
  expect((await server.ask(whoAmI, {}, { token })).error?.code).toBe('access.expired')
})

test('the ballast is thrown off when the disk is full, and taken up again when there is space', async () => {
  const { disk, server, comes } = await begin({ free: 1000 })
  const size = () =>
    stat(join(server.folder, 'ballast')).then(
      (found) => found.size,
      () => 0,
    )
  await until(async () => (await size()) === 64 * MB, 'the ballast')
  disk.failing = noSpace()
  await push(server, 'gas-1', { lel: 1 })
  await until(async () => (await size()) === 0, 'the ballast to be gone')
  disk.failing = null
  await comes('ok')
  await until(async () => (await size()) === 64 * MB, 'the ballast again')
})

test('a folder whose space cannot be measured is said so, and nothing else changes', async () => {
  const { clock, server, space } = await begin()
  space.broken = true
  await until(async () => {
    clock.advance(10 * SECOND)
    return (await healthOf(server)).reason?.includes('no such device')
  }, 'the reason')
  expect((await healthOf(server)).state).toBe('ok')
  expect((await push(server, 'gas-1', { lel: 1 })).status).toBe(200)
})
