import type { MqttClient } from 'mqtt'
import { expect, test } from 'vitest'
import { readingTopic } from '#shared/contract/reading.ts'
import { changeDevice } from '#shared/contract/registry.ts'
import { SECOND, SimulatedClock } from '#shared/time.ts'
import { entryOf } from '#shared/world/device-entry.ts'
import type { Device, DeviceEntry } from '#shared/world/devices.ts'
import { DeviceSecrets } from '../../access/devices.ts'
import { secretOf } from '../../testing/site.ts'
import { publish, type Running, start } from '../../testing/start.ts'
import { until } from '../../testing/until.ts'

const position = { lon: 114, lat: 22.5, height: 3 }
/** A building of eight detectors, and four elsewhere; every other one can be put behind the last. */
const detectors: DeviceEntry[] = Array.from({ length: 12 }, (_, i) => ({
  device: `smoke-${i}`,
  kind: 'smoke-detector',
  name: `smoke-${i}`,
  place: i < 8 ? `jinxiu/z1/b01/f0${1 + (i % 2)}` : `jinxiu/z2/b0${i}/f01`,
  position,
}))

const GATEWAY = 11
const spokenFor = (i: number) => i % 2 === 0
const behindGateway = detectors.map((one, i) => (spokenFor(i) ? { ...one, gateway: `smoke-${GATEWAY}` } : one))

class Center {
  readonly devices: DeviceEntry[]
  readonly clock = new SimulatedClock(Date.UTC(2026, 10, 22, 9))
  server!: Running
  private clients = new Map<string, MqttClient>()

  constructor(devices = detectors) {
    this.devices = devices
  }

  async start(those = this.devices): Promise<this> {
    const { devices } = this
    this.server = await start({ clock: this.clock, devices })
    await this.server.app.vault.put(devices.map(({ device }) => DeviceSecrets.entry(device, secretOf(device))))
    return this.connect(those)
  }

  async connect(those = this.devices): Promise<this> {
    for (const { device } of those) this.clients.set(device, await this.server.device(device))
    return this
  }

  /** So many seconds go by, in which some devices speak every ten. */
  async pass(seconds: number, speaking: (i: number) => boolean): Promise<void> {
    for (let s = 0; s < seconds; s += 10) {
      for (const [i, { device }] of this.devices.entries())
        if (speaking(i)) await publish(this.clients.get(device) as MqttClient, device, { smoke: 0.1 })
      this.clock.advance(10 * SECOND)
    }
    await this.server.log.append(() => [], { kind: 'system', id: 'test' })
  }

  /** Says something at a time of its own. */
  async say(i: number, at: number): Promise<void> {
    const { device } = this.devices[i] as DeviceEntry
    const payload = JSON.stringify({ at, values: { smoke: 0.1 } })
    await (this.clients.get(device) as MqttClient).publishAsync(readingTopic(device), payload, { qos: 1 })
  }

  get open(): string[] {
    return [...this.server.log.told.alarms.values()]
      .map(({ device, group, rule, state }) => `${rule} ${group ?? device} ${state}`)
      .sort()
  }
}

const elsewhere = (i: number) => i >= 8

test('one that falls silent is an alarm, a building that does is one, and both end when they are heard of', async () => {
  const center = await new Center().start()
  await center.pass(40, () => true)
  await center.pass(200, (i) => i !== 3)
  expect(center.open).toEqual(['lost smoke-3 unacknowledged'])
  await center.pass(20, () => true)
  expect(center.open).toEqual(['lost smoke-3 returned'])
  await center.pass(300, elsewhere)
  expect(center.open).toEqual(['lost smoke-3 returned', 'outage jinxiu unacknowledged'])
  const outage = [...center.server.log.told.alarms.values()].find(({ rule }) => rule === 'outage')
  expect(outage).toMatchObject({ value: 8, limit: 12, grade: 2, place: 'jinxiu' })
  await center.pass(20, () => true)
  expect(center.open).toEqual(['lost smoke-3 returned', 'outage jinxiu returned'])
})

test('a restart neither ends an outage nor makes four hundred of it', async () => {
  const center = await new Center().start()
  await center.pass(40, () => true)
  await center.pass(200, elsewhere)
  expect(center.open).toEqual(['outage jinxiu unacknowledged'])
  await center.server.restart()
  await center.connect()
  await center.pass(200, elsewhere)
  expect(center.open).toEqual(['outage jinxiu unacknowledged'])
  await center.pass(20, () => true)
  expect(center.open).toEqual(['outage jinxiu returned'])
})

test('a gateway that dies is one alarm about it, wherever those behind it are; a building besides is its own', async () => {
  const center = await new Center(behindGateway).start()
  await center.pass(40, () => true)
  const isReached = (i: number) => !spokenFor(i) && i !== GATEWAY
  await center.pass(200, isReached)
  expect(center.open).toEqual(['gateway-out smoke-11 unacknowledged'])
  const [alarm] = center.server.log.told.alarms.values()
  expect(alarm).toMatchObject({ value: 6, limit: 6, grade: 2, place: 'jinxiu/z2/b011/f01' })
  await center.server.restart()
  await center.connect()
  await center.pass(200, isReached)
  expect(center.open).toEqual(['gateway-out smoke-11 unacknowledged'])
  await center.pass(20, () => true)
  expect(center.open).toEqual(['gateway-out smoke-11 returned'])
  await center.pass(200, elsewhere)
  expect(center.open).toEqual(['gateway-out smoke-11 returned', 'outage jinxiu unacknowledged'])
})

test('a gateway that is lost to its link is out though it never measures anything itself', async () => {
  const center = await new Center(behindGateway).start(behindGateway.filter((_, i) => i !== GATEWAY))
  const gateway = await center.server.device(`smoke-${GATEWAY}`)
  await center.pass(40, (i) => i !== GATEWAY)
  await gateway.endAsync()
  await center.pass(120, (i) => i > 2 && i !== GATEWAY)
  await center.pass(100, (i) => i > 2 && i !== GATEWAY)
  expect(center.open).toEqual(['gateway-out smoke-11 unacknowledged', 'lost smoke-1 unacknowledged'])
})

test('what was never heard of is missed by nobody', async () => {
  const center = await new Center().start([detectors[0] as DeviceEntry])
  await center.pass(400, (i) => i === 0)
  expect(center.open).toEqual([])
})

test('a clock that is wrong is an alarm, too far off as well; when most are, it is ours', async () => {
  const center = await new Center().start()
  const { clock } = center
  const pass = async (offs: (i: number) => number, rounds = 12) => {
    for (let round = 0; round < rounds; round++) {
      for (const i of detectors.keys()) await center.say(i, clock.now() + offs(i) * SECOND)
      clock.advance(10 * SECOND)
    }
    await center.server.log.append(() => [], { kind: 'system', id: 'test' })
  }
  await pass(() => 0, 4)
  await pass((i) => (i === 2 ? 3600 : i === 5 ? -45 : 0))
  expect(center.open).toEqual(['clock smoke-2 unacknowledged', 'clock smoke-5 unacknowledged'])
  await center.server.restart()
  await center.connect()
  await pass(() => 0, 5)
  expect(center.open).toEqual(['clock smoke-2 returned', 'clock smoke-5 returned'])
  await pass((i) => (i < 9 ? -120 : 0))
  expect(center.open).toContain('clocks-apart jinxiu unacknowledged')
  expect(center.open.filter((one) => one.startsWith('clock '))).toHaveLength(2)
})

test('one with a wrong clock that dies is missed as well; one that is repaired is not', async () => {
  const center = await new Center().start()
  const { clock, server } = center
  await center.pass(40, () => true)
  for (let round = 0; round < 8; round++) {
    for (const i of detectors.keys()) await center.say(i, clock.now() - (i === 2 ? 3600 * 24 * 3 * SECOND : 0))
    clock.advance(10 * SECOND)
  }
  await center.pass(10, (i) => i !== 2)
  expect(center.open).toEqual(['clock smoke-2 unacknowledged'])
  await center.pass(300, (i) => i !== 2)
  expect(center.open).toEqual(['clock smoke-2 unacknowledged', 'lost smoke-2 unacknowledged'])
  const entry = server.log.told.devices.get('smoke-2') as Device
  const repaired = { ...entryOf(entry), assetState: 'repair' as const, seen: 0 }
  expect((await server.ask(changeDevice, repaired, 'admin')).status).toBe(200)
  expect(center.open).toEqual(['clock smoke-2 returned', 'lost smoke-2 returned'])
  await center.pass(300, (i) => i !== 2)
  expect(center.open).toEqual(['clock smoke-2 returned', 'lost smoke-2 returned'])
})

test('a fault that a device tells of is an alarm until it says that it is sound', async () => {
  const center = await new Center().start()
  await center.pass(10, () => true)
  const client = await center.server.device('smoke-1')
  await publish(client, 'smoke-1', { smoke: 0.1, fault: 1 })
  await until(() => center.open.length > 0, 'an alarm')
  expect(center.open).toEqual(['fault smoke-1 unacknowledged'])
  center.clock.advance(SECOND)
  await publish(client, 'smoke-1', { fault: 0 })
  expect(center.open).toEqual(['fault smoke-1 returned'])
})
