import { expect, test } from 'vitest'
import { issueCredential, pushReading, readDeviceHistory } from '#shared/contract/devices.ts'
import {
  changeDevice,
  exportDevices,
  moveDevice,
  readArchive,
  readCredentials,
  readKeeperPhone,
  registerDevice,
  restoreDevice,
  retireDevice,
  serviceDevice,
} from '#shared/contract/registry.ts'
import { listDeadLetters } from '#shared/contract/system.ts'
import { type DeviceEntry, entryOf } from '#shared/world/device-entry.ts'
import { SYSTEM } from '#shared/world/event.ts'
import { worldHash } from '#shared/world/hash.ts'
import { userCreated } from '#shared/world/users.ts'
import { Accounts } from '../../access/users.ts'
import { PASSWORD, secretOf } from '../../testing/site.ts'
import { publish, type Running, start } from '../../testing/start.ts'
import { until } from '../../testing/until.ts'

const entry = (more: Partial<DeviceEntry> = {}): DeviceEntry => ({
  device: 'smoke-9',
  kind: 'smoke-detector',
  name: '九号烟感',
  place: 'jinxiu/z1/b01/f03',
  position: { lon: 114, lat: 22.5, height: 9 },
  ...more,
})
const FULL: Partial<DeviceEntry> = {
  maker: '安科',
  model: 'S-1',
  serial: '00012',
  installedAt: '2024-02-29',
  owner: '街道办',
  user: '居委会',
  maintainer: '安科维保',
  keeper: '王工',
  assetState: 'in-use',
  warrantyUntil: '2027-01-01',
  lifeYears: 8,
  upkeepDays: 90,
  servicedAt: '2026-01-01',
  groups: ['一期', '消防'],
  gateway: 'gas-1',
  note: '楼道\n东侧',
}
const device = (server: Running, id = 'smoke-9') => server.log.told.devices.get(id)

/** An administrator who looks after the first zone alone. */
async function zoneAdministrator(server: Running): Promise<string> {
  const vault = [await Accounts.entry('zadmin', PASSWORD)]
  const user = { account: 'zadmin', name: 'Z', role: 'administrator' as const, duty: 'jinxiu/z1' }
  await server.log.append(
    () => [userCreated('jinxiu', { ...user, idleMinutes: 30, maxSessions: 5, disabled: false })],
    SYSTEM,
    { vault },
  )
  server.app.vault.adopt(vault)
  return 'zadmin'
}

test('a device is added with all that is known of it, changed, moved, looked after, and a restart keeps it', async () => {
  const server = await start()
  const ask = (call: Parameters<Running['ask']>[0], input: object) => server.ask(call as never, input, 'admin')
  expect(await ask(registerDevice, entry({ ...FULL, phone: '138 0000 0000' } as never))).toMatchObject({ status: 200 })
  expect(device(server)).toMatchObject({ ...FULL, source: 'operator', link: 'unknown' })
  expect(await ask(registerDevice, entry())).toMatchObject({ error: { code: 'device.exists' } })

  expect((await ask(changeDevice, entry({ name: '改名', keeper: '李工' }))).status).toBe(200)
  expect(device(server)).toMatchObject({ name: '改名', keeper: '李工', changedBy: { id: 'admin' } })
  expect(device(server)?.maker).toBeUndefined()
  expect(
    (await ask(serviceDevice, { device: 'smoke-9', on: '2026-11-01', who: '李工', next: '2027-05-01' })).status,
  ).toBe(200)
  expect(device(server)).toMatchObject({ servicedAt: '2026-11-01', nextServiceAt: '2027-05-01' })

  const spot = { place: 'jinxiu/z2/b02/f01', position: { lon: 114.001, lat: 22.501, height: 3 } }
  expect((await ask(moveDevice, { device: 'smoke-9', ...spot })).status).toBe(200)
  expect(device(server)).toMatchObject({ ...spot, name: '改名', registeredAt: expect.any(Number) })

  const { body } = await ask(readDeviceHistory, { device: 'smoke-9' })
  const types = body.events.map(({ type }: { type: string }) => type)
  expect(types).toEqual(['device:moved', 'device:serviced', 'device:changed', 'device:registered'])
  expect(body.events[2].data.was).toMatchObject({
    name: '九号烟感',
    keeper: '王工',
    maker: '安科',
    groups: ['一期', '消防'],
  })
  expect(body.events[0].data.was).toEqual({ place: 'jinxiu/z1/b01/f03', position: entry().position })

  const before = worldHash(server.log.told)
  await server.restart()
  expect(worldHash(server.log.told)).toBe(before)
  expect((await server.ask(readKeeperPhone, { device: 'smoke-9' }, 'admin')).body).toEqual({ phone: '138 0000 0000' })
})

test('of a device that was moved each place tells its own part of the history, and not where it was otherwise', async () => {
  const server = await start()
  const history = async (as: string) =>
    (await server.ask(readDeviceHistory, { device: 'smoke-9' }, as)).body.events.map(
      ({ type, data }: { type: string; data: { was?: object } }) => [type, data.was],
    )
  await server.ask(registerDevice, entry(), 'admin')
  const away = { device: 'smoke-9', place: 'jinxiu/z2/b02/f01', position: entry().position }
  const home = { ...away, place: entry().place }
  expect((await server.ask(moveDevice, away, 'admin')).status).toBe(200)
  await server.ask(changeDevice, { ...entry({ name: 'elsewhere' }), ...away }, 'admin')
  expect((await server.ask(readDeviceHistory, { device: 'smoke-9' }, 'zone1')).status).toBe(404)
  expect((await server.ask(moveDevice, home, 'admin')).status).toBe(200)
  expect(await history('zone1')).toEqual([
    ['device:moved', {}],
    ['device:registered', undefined],
  ])
  expect(await history('operator')).toEqual([
    ['device:moved', { place: away.place }],
    ['device:changed', { name: '九号烟感' }],
    ['device:moved', { place: home.place }],
    ['device:registered', undefined],
  ])
})

test('the number of a keeper rides in no frame and in no history, and asking for it is on record', async () => {
  const server = await start()
  const screen = await server.screen('admin')
  const phone = '139 1234 5678'
  await server.ask(registerDevice, { ...entry(), phone }, 'admin')
  await until(() => screen.world.devices.has('smoke-9'), 'the device on the screen')
  expect(JSON.stringify(screen.world.snapshot())).not.toContain('1234')
  const { body } = await server.ask(readDeviceHistory, { device: 'smoke-9' }, 'admin')
  expect(JSON.stringify(body)).not.toContain('1234')
  expect((await server.ask(readKeeperPhone, { device: 'smoke-9' }, 'operator')).status).toBe(403)
  await server.ask(readKeeperPhone, { device: 'smoke-9' }, 'admin')
  const { entries } = await server.storage.audit({ call: 'device:phone', limit: 10 } as never)
  expect(entries.map(({ by, result }) => [by.id, result])).toEqual([
    ['admin', 'done'],
    ['operator', 'access.denied'],
  ])
})

test('two people at one device: the second is told, and may look again', async () => {
  const server = await start()
  await server.ask(registerDevice, entry(), 'admin')
  const seen = 0
  expect((await server.ask(changeDevice, { ...entry({ name: 'one' }), seen }, 'admin')).status).toBe(200)
  for (const [call, input] of [
    [changeDevice, entry({ name: 'two' })],
    [moveDevice, { device: 'smoke-9', place: 'jinxiu/z1', position: entry().position }],
  ] as const) {
    const refused = await server.ask(call as never, { ...input, seen }, 'admin')
    expect(refused.error).toMatchObject({ code: 'device.changed', details: { by: 'ADMIN' } })
  }
  expect(device(server)?.name).toBe('one')
  const now = device(server)?.changedAt as number
  expect((await server.ask(changeDevice, { ...entry({ name: 'two' }), seen: now }, 'admin')).status).toBe(200)
  // What is as it was is no change.
  const { seq } = server.log.told
  expect((await server.ask(changeDevice, entry({ name: 'two' }), 'admin')).status).toBe(200)
  expect(server.log.told.seq).toBe(seq)
})

test.each([
  ['kind.unknown', { kind: 'toaster' }],
  ['place.unknown', { place: 'elsewhere/z1' }],
  ['place.too-far', { position: { lon: 22.5, lat: 60, height: 0 } }],
  ['place.too-far', { position: { lon: 114.2, lat: 22.5, height: 0 } }],
  ['gateway.unknown', { gateway: 'nobody' }],
  ['gateway.unknown', { gateway: 'smoke-9' }],
  ['input.invalid', { groups: ['a', 'a'] }],
  ['input.invalid', { installedAt: '2026-02-30' }],
  ['input.invalid', { upkeepDays: 0 }],
  ['input.invalid', { unheardOf: 1 }],
] as const)('%s: %o', async (code, more) => {
  const server = await start()
  const { error } = await server.ask(registerDevice, { ...entry(), ...more }, 'admin')
  expect(error?.code).toBe(code)
  expect(device(server)).toBeUndefined()
})

test('whoever looks after one zone neither takes from another nor gives to it, and its screens hear what concerns it', async () => {
  const server = await start()
  const zadmin = await zoneAdministrator(server)
  const screen = await server.screen('zone1')
  const code = async (call: unknown, input: object) => (await server.ask(call as never, input, zadmin)).error?.code
  const spot = { position: entry().position }
  expect(await code(moveDevice, { device: 'smoke-2', place: 'jinxiu/z1', ...spot })).toBe('device.unknown')
  expect(await code(moveDevice, { device: 'smoke-1', place: 'jinxiu/z2', ...spot })).toBe('access.denied')
  expect(await code(changeDevice, { ...entry({ device: 'smoke-2' }) })).toBe('device.unknown')
  expect(await code(retireDevice, { device: 'smoke-2', reason: 'x' })).toBe('device.unknown')
  expect(await code(registerDevice, entry({ place: 'jinxiu/z2' }))).toBe('access.denied')
  const { body } = await server.ask(readArchive, {}, zadmin)
  expect(body.devices.map(({ device: id }: { device: string }) => id)).toEqual(['gas-1', 'smoke-1'])

  await server.ask(moveDevice, { device: 'smoke-2', place: 'jinxiu/z1', ...spot }, 'admin')
  await until(() => screen.world.devices.has('smoke-2'), 'it came')
  expect(entryOf(screen.world.devices.get('smoke-2') as DeviceEntry)).toMatchObject({
    name: 'smoke-2',
    place: 'jinxiu/z1',
  })
  await server.ask(moveDevice, { device: 'smoke-1', place: 'jinxiu/z2', ...spot }, 'admin')
  await until(() => !screen.world.devices.has('smoke-1'), 'it went')
  await server.ask(retireDevice, { device: 'smoke-1', reason: 'x' }, 'admin')
  expect(await code(restoreDevice, { device: 'smoke-1' })).toBe('device.unknown')
})

test('a retired device is refused over MQTT and HTTP, its alarms end, the archive keeps it, and it comes back', async () => {
  const server = await start()
  const client = await server.device('smoke-1')
  await publish(client, 'smoke-1', { smoke: 50, temperature: 20 })
  const alarm = () => [...server.log.told.alarms.values()].find((one) => one.device === 'smoke-1')
  expect(alarm()?.state).toBe('unacknowledged')
  const closed = new Promise<void>((resolve) => client.once('close', () => resolve()))
  expect((await server.ask(retireDevice, { device: 'smoke-1', reason: '报废' }, 'admin')).status).toBe(200)
  await closed
  expect(alarm()?.state).toBe('returned')
  expect(server.log.told.devices.has('smoke-1')).toBe(false)
  expect((await server.ask(readArchive, { state: 'retired' }, 'admin')).body).toMatchObject({
    total: 1,
    devices: [{ device: 'smoke-1', hasCredential: false, retired: { reason: '报废', by: { id: 'admin' } } }],
  })

  await expect(server.device('smoke-1')).rejects.toThrow()
  const credential = { device: 'smoke-1', secret: secretOf('smoke-1') }
  const pushed = await server.ask(pushReading, { readings: [{ values: { smoke: 1 } }] }, credential)
  expect(pushed).toMatchObject({ status: 410, error: { code: 'device.retired' } })
  const wrong = { device: 'smoke-1', secret: 'guessed' }
  expect((await server.ask(pushReading, { readings: [] }, wrong)).error?.code).toBe('access.wrong')
  const letters = async () =>
    (await server.ask(listDeadLetters, { code: 'device.retired' }, 'admin')).body.letters.map(
      ({ source }: { source: string }) => source,
    )
  await until(async () => (await letters()).length === 2, 'the dead letters')
  expect((await letters()).sort()).toEqual(['http', 'mqtt'])

  // A restart with the same site folder does not bring it back.
  await server.restart()
  expect(server.log.told.devices.has('smoke-1')).toBe(false)
  expect((await server.ask(registerDevice, entry({ device: 'smoke-1' }), 'admin')).error?.code).toBe('device.exists')
  expect((await server.ask(restoreDevice, { device: 'smoke-1' }, 'admin')).status).toBe(200)
  expect(device(server, 'smoke-1')).toMatchObject({ name: 'smoke-1', link: 'unknown', source: 'site' })
  expect((await server.ask(restoreDevice, { device: 'smoke-1' }, 'admin')).error?.code).toBe('device.unknown')
  // The old secret is not good any more, and says nothing of retirement.
  expect((await server.ask(pushReading, { readings: [] }, credential)).error?.code).toBe('access.wrong')
  const { secret } = (await server.ask(issueCredential, { device: 'smoke-1' }, 'admin')).body
  const again = { device: 'smoke-1', secret }
  expect((await server.ask(pushReading, { readings: [{ values: { smoke: 1 } }] }, again)).status).toBe(200)
})

test('a reading that was on its way when its device was retired is a dead letter of its own kind', async () => {
  const server = await start()
  await server.log.append((world) => {
    const known = world.devices.get('gas-1')
    return known
      ? [
          { type: 'device:retired', place: known.place, data: { device: 'gas-1', reason: 'x' } },
          {
            type: 'archive:kept',
            place: known.place,
            data: { device: 'gas-1', reason: 'x', known },
          },
        ]
      : []
  }, SYSTEM)
  const client = await server.device('gas-1')
  await publish(client, 'gas-1', { lel: 50 })
  const { body } = await server.ask(listDeadLetters, { code: 'device.retired' }, 'admin')
  expect(body.letters).toHaveLength(1)
  expect(server.log.told.alarms.size).toBe(0)
})

test('the archive is searched, put in order and told page by page; an export has all of it', async () => {
  const server = await start()
  const { gateway: _, ...alone } = FULL
  await server.ask(registerDevice, { ...entry(alone), phone: '110' }, 'admin')
  await server.ask(retireDevice, { device: 'gas-1', reason: 'x' }, 'admin')
  const ids = async (wish: Record<string, unknown>) =>
    (await server.ask(readArchive, wish, 'admin')).body.devices.map(({ device: id }: { device: string }) => id)
  expect(await ids({})).toEqual(['gas-1', 'smoke-1', 'smoke-2', 'smoke-9', 'water-2'])
  expect(await ids({ from: 1, limit: 2, order: 'device', descending: true })).toEqual(['smoke-9', 'smoke-2'])
  expect(await ids({ text: '王工 s-1' })).toEqual(['smoke-9'])
  expect(await ids({ group: '消防' })).toEqual(['smoke-9'])
  expect(await ids({ kind: 'water-level' })).toEqual(['water-2'])
  expect(await ids({ state: 'in-use', place: 'jinxiu/z2' })).toEqual(['smoke-2', 'water-2'])
  expect((await server.ask(readCredentials, {}, 'admin')).body.devices.sort()).toEqual([
    'smoke-1',
    'smoke-2',
    'water-2',
  ])
  const all = async (wish: Record<string, unknown>) => (await server.ask(exportDevices, wish, 'admin')).body
  expect(await all({})).toMatchObject({ total: 4 })
  expect(await all({ retired: true, phones: true, from: 3 })).toMatchObject({
    total: 5,
    devices: [
      { device: 'smoke-9', phone: '110' },
      { device: 'gas-1', retired: { reason: 'x' } },
    ],
  })
  expect(JSON.stringify(await all({}))).not.toContain('"phone"')
})

test('ids that differ by capitals alone are one, in use or retired; a gateway stays while devices name it; no service is done tomorrow', async () => {
  const server = await start()
  const code = async (call: Parameters<typeof server.ask>[0], input: object) =>
    (await server.ask(call, input, 'admin')).error?.code
  expect(await code(registerDevice, entry({ device: 'Smoke-1' }))).toBe('device.exists')
  expect(await code(registerDevice, entry({ device: 'smoke-9', gateway: 'gas-1' }))).toBeUndefined()
  const refused = await server.ask(retireDevice, { device: 'gas-1', reason: 'old' }, 'admin')
  expect(refused).toMatchObject({ status: 409, error: { code: 'gateway.in-use', details: { count: 1 } } })
  expect(server.log.told.devices.has('gas-1')).toBe(true)
  expect(await code(retireDevice, { device: 'smoke-9', reason: 'old' })).toBeUndefined()
  expect(await code(retireDevice, { device: 'gas-1', reason: 'old' })).toBeUndefined()
  expect(await code(registerDevice, entry({ device: 'GAS-1' }))).toBe('device.exists')
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  expect(await code(serviceDevice, { device: 'smoke-1', on: day(Date.now() + 3 * 86_400_000) })).toBe('device.dates')
  expect(await code(serviceDevice, { device: 'smoke-1', on: day(Date.now()) })).toBeUndefined()
})
