import { expect, test, vi } from 'vitest'
import { listAlarms } from '#shared/contract/alarms.ts'
import { listDevices } from '#shared/contract/devices.ts'
import { moveDevice } from '#shared/contract/registry.ts'
import { readHealth, readHistory } from '#shared/contract/system.ts'
import { alarmAcknowledged, alarmRaised, alarmReturned } from '#shared/world/alarm-events.ts'
import { deviceRegistered } from '#shared/world/devices.ts'
import { type Draft, SYSTEM } from '#shared/world/event.ts'
import { worldHash } from '#shared/world/hash.ts'
import type { Row } from '#shared/world/table.ts'
import type { Screen } from '../testing/screen.ts'
import { publish, type Running, start } from '../testing/start.ts'
import { until } from '../testing/until.ts'
import { FanOut } from './fan-out.ts'

const position = { lon: 114, lat: 22.5, height: 0 }
let made = 0

/** Alarms in both zones, in turn; `size` makes the record heavy. */
function raise(count: number, size = 0): Draft[] {
  return Array.from({ length: count }, () => {
    const zone = 1 + (made % 2)
    return alarmRaised(`jinxiu/z${zone}/b0${zone}`, {
      alarm: `a${made++}${'-'.repeat(size)}`,
      device: `smoke-${zone}`,
      rule: `r${made}`,
      grade: 1,
      position,
      metric: 'smoke',
      limit: 8,
      value: 9,
    })
  })
}

const append = (server: Running, drafts: Draft[]) => server.log.append(() => drafts, SYSTEM)
const seen = (area: string) => area === 'alarms' || area === 'devices'
const inZone1 = (area: string, row: Row) => seen(area) && row.place.startsWith('jinxiu/z1/')
const hashFor = (server: Running, visible = (area: string, _: Row): boolean => seen(area)) =>
  worldHash(server.log.told, visible)

function caughtUp(server: Running, screen: Screen) {
  return until(() => screen.world.seq === server.log.told.seq, 'a screen to be up to date', 15_000)
}

test('under load no screen gets a gap or a duplicate, whenever it joins, and each sees what it may', async () => {
  const server = await start()
  const screens: [Screen, (area: string, row: Row) => boolean][] = []
  let on = true
  const load = (async () => {
    while (on) {
      // Most come to their end: else the world would grow with the time that the test takes, and the test with the world.
      const [, ...over] = await append(server, raise(7))
      await append(
        server,
        over.flatMap(({ place, data }) => {
          const { alarm } = data as { alarm: string }
          return [alarmReturned(place, { alarm, value: 0 }), alarmAcknowledged(place, { alarm })]
        }),
      )
    }
  })()
  for (let i = 0; i < 10; i++) {
    const zone1 = i % 2 === 1
    screens.push([await server.screen(zone1 ? 'zone1' : 'operator'), zone1 ? inZone1 : (area) => seen(area)])
    const joined = server.log.told.seq
    await until(() => server.log.told.seq > joined + 200, 'some load')
  }
  on = false
  await load
  for (const [screen, visible] of screens) {
    await caughtUp(server, screen)
    expect(screen.gaps).toBe(0)
    const numbers = screen.events.map(({ seq }) => seq)
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
    expect(screen.hash).toBe(hashFor(server, visible))
  }
})

test('who was away resumes from its number with the tail alone; others get a full state', async () => {
  const server = await start()
  const screen = await server.screen('viewer')
  await append(server, raise(50))
  await caughtUp(server, screen)
  screen.close()
  const stands = { log: screen.welcome?.log as string, since: screen.world.seq }
  await append(server, raise(100))
  await until(() => server.log.told.seq === stands.since + 100, 'the commit')

  const again = await server.screen('viewer', stands)
  expect(again.states.map(({ world }) => world)).toEqual([null])
  expect(again.frames[0]?.after).toBe(stands.since)
  // What it had before is its own: the tail is put on top of it.
  again.follower.world = screen.follower.world
  for (const frame of again.frames) again.follower.follow(frame)
  await caughtUp(server, again)
  expect(again.events.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, i) => stands.since + 1 + i))
  expect(again.hash).toBe(hashFor(server))

  const other = await server.screen('viewer', { log: 'another log', since: stands.since })
  const ahead = await server.screen('viewer', { ...stands, since: server.log.told.seq + 1000 })
  await append(server, raise(5100))
  await caughtUp(server, other)
  const behind = await server.screen('viewer', stands)
  for (const full of [other, ahead, behind]) {
    expect(full.states[0]?.world).not.toBeNull()
    await caughtUp(server, full)
    expect([full.gaps, full.hash]).toEqual([0, hashFor(server)])
  }
})

test('a screen that joins on a shared state while thousands of events pass is served at once', async () => {
  const server = await start()
  await append(server, raise(10))
  const first = await server.screen('viewer')
  for (let i = 0; i < 6; i++) await append(server, raise(5000))
  await caughtUp(server, first)
  const started = performance.now()
  const second = await server.screen('viewer')
  await caughtUp(server, second)
  expect(performance.now() - started).toBeLessThan(1500)
  expect(second.hash).toBe(hashFor(server))
})

test('a value that changed after the shared state was packed is not missed by who joins on it', async () => {
  const server = await start()
  const detector = await server.device('smoke-1')
  await publish(detector, 'smoke-1', { smoke: 1 })
  const first = await server.screen('viewer')
  await publish(detector, 'smoke-1', { smoke: 2 })
  await until(() => first.follower.values.get('smoke-1')?.[1].smoke === 2, 'the value on the first screen')
  const second = await server.screen('viewer')
  expect(second.follower.values.get('smoke-1')?.[1]).toEqual({ smoke: 2 })
})

interface Inside {
  id: string
  conn: { writeBuffer: { data?: string | Buffer }[]; transport: { socket: { bufferedAmount: number } } }
}

/** The server's ends of the screens, in the order they came, to see what waits in them. */
function spyOnScreens(): Inside[] {
  const found: Inside[] = []
  const add = FanOut.prototype.add
  const spy = vi.spyOn(FanOut.prototype, 'add').mockImplementation(function (this: FanOut, socket, scope) {
    found.push(socket as unknown as Inside)
    add.call(this, socket, scope)
  })
  spies.push(spy)
  return found
}
const spies: { mockRestore(): void }[] = []

function heldFor({ conn }: Inside): number {
  let bytes = conn.transport.socket.bufferedAmount
  for (const { data } of conn.writeBuffer) bytes += Buffer.byteLength(data ?? '')
  return bytes
}

test('a stalled screen holds little, slows nobody, and is brought up again to the same world', async () => {
  const inside = spyOnScreens()
  const server = await start()
  const healthy = await server.screen('viewer')
  const stalled = await server.screen('operator')
  for (const spy of spies.splice(0)) spy.mockRestore()
  const held = inside[1] as Inside
  const behind = async () => (await server.ask(readHealth, {}, 'commander')).body.screensBehind as number
  stalled.pause()
  let most = 0
  let slowest = 0
  let rounds = 0
  // On until the network's own buffers are full, and a good while after.
  for (let after = 0; after < 20 && rounds < 400; rounds++) {
    const from = performance.now()
    const drafts = raise(400, 100)
    await append(server, drafts)
    // Those alarms go again, so that the world stays small.
    await append(
      server,
      drafts.map(({ place, data }) => alarmReturned(place, { ...(data as { alarm: string }), value: 0 })),
    )
    await caughtUp(server, healthy)
    slowest = Math.max(slowest, performance.now() - from)
    most = Math.max(most, heldFor(held))
    if ((await behind()) === 1) after++
  }
  expect(await behind()).toBe(1)
  expect(most).toBeGreaterThan(100_000)
  expect(most).toBeLessThan(8_000_000)
  expect(slowest).toBeLessThan(2000)
  expect(healthy.gaps).toBe(0)

  stalled.resume()
  await caughtUp(server, stalled)
  await until(async () => (await behind()) === 0, 'the screen to follow again')
  await append(server, raise(3))
  await caughtUp(server, stalled)
  await caughtUp(server, healthy)
  expect(stalled.gaps).toBe(0)
  expect(stalled.hash).toBe(hashFor(server))
  expect(healthy.hash).toBe(hashFor(server))
}, 40_000)

test('a screen that asks, or says hello, and reads nothing costs no more', async () => {
  const inside = spyOnScreens()
  const server = await start()
  const since = server.log.told.seq
  await append(
    server,
    Array.from({ length: 4000 }, (_, i) => {
      const place = 'jinxiu/z1/b01'
      return deviceRegistered(place, {
        device: `d-${i}`,
        kind: 'smoke-detector',
        name: '烟'.repeat(60),
        place,
        position,
        source: 't',
      })
    }),
  )
  const asking = await server.screen('operator')
  const greeting = await server.screen('viewer')
  for (const spy of spies.splice(0)) spy.mockRestore()
  asking.pause()
  greeting.pause()
  let most = 0
  const stands = { log: greeting.welcome?.log as string, since }
  for (let i = 0; i < 150; i++) {
    asking.socket.emit('ask', listDevices.name, {}, () => {})
    greeting.socket.emit('hello', i % 2 ? stands : {})
    await server.ask(listAlarms, {}, 'viewer')
    most = Math.max(most, ...inside.map(heldFor))
  }
  await until(
    async () => (await server.ask(readHealth, {}, 'commander')).body.screens === 1,
    'the asking one to be cut off',
  )
  expect(most).toBeLessThan(8_000_000)
  greeting.resume()
  await caughtUp(server, greeting)
  expect(greeting.hash).toBe(hashFor(server))
}, 40_000)

test('whose duty is one zone is sent nothing of another, in no way', async () => {
  const server = await start()
  const screen = await server.screen('zone1')
  expect(screen.welcome?.scope).toEqual({
    place: 'jinxiu/z1',
    areas: [
      'devices',
      'alarms',
      'rules',
      'orders',
      'asides',
      'linkages',
      'linkage-runs',
      'outlets',
      'handOvers',
      'bookmarks',
      'replays',
    ],
  })
  const [one, two] = await Promise.all([server.device('smoke-1'), server.device('smoke-2')])
  const wire: string[] = []
  screen.socket.onAny((...sent) => wire.push(JSON.stringify(sent)))
  await publish(two, 'smoke-2', { smoke: 40 })
  await publish(one, 'smoke-1', { smoke: 40 })
  await until(() => screen.world.alarms.size === 1 && screen.follower.values.has('smoke-1'), 'the own alarm and value')
  await caughtUp(server, screen)
  const late = await server.screen('zone1')
  const asked = [
    await server.ask(listAlarms, {}, 'zone1'),
    await server.ask(listDevices, {}, 'zone1'),
    await server.ask(readHistory, { from: 0, to: Date.now() + 1000 }, 'zone1'),
  ]
  const everything = JSON.stringify([wire, screen.frames, screen.states, late.frames, late.states, asked])
  expect(everything).toContain('smoke-1')
  expect(everything).not.toMatch(/smoke-2|water-2|jinxiu\/z2/)
  // Nor where something stood that has come from another.
  const came = { device: 'smoke-2', place: 'jinxiu/z1/b01/f02', position }
  expect((await server.ask(moveDevice, came, 'admin')).status).toBe(200)
  await until(() => screen.world.devices.has('smoke-2'), 'the device that came')
  const since = { log: late.welcome?.log as string, since: late.world.seq }
  late.close()
  const again = await server.screen('zone1', since)
  const { body } = await server.ask(readHistory, { from: 0, to: Date.now() + 1000 }, 'zone1')
  const moved = JSON.stringify([wire, screen.frames, again.frames, body])
  expect(moved).toContain('device:moved')
  expect(moved).not.toMatch(/jinxiu\/z2/)
  // Accounts never ride in frames, not even to those who may manage them.
  const administrator = await server.screen('admin')
  const sent = JSON.stringify([administrator.frames, administrator.states])
  expect(sent).toContain('smoke-2')
  expect(sent).not.toContain('maxSessions')
})
