import { expect, test } from 'vitest'
import { listConnectors, removeConnector, saveConnector } from '#shared/contract/connectors.ts'
import { linkTopic, type OrderMessage, orderTopic, resultTopic } from '#shared/contract/device-link.ts'
import { giveOrder } from '#shared/contract/orders.ts'
import { readingTopic } from '#shared/contract/reading.ts'
import { SECOND, SimulatedClock } from '#shared/time.ts'
import type { DeviceEntry } from '#shared/world/devices.ts'
import { DeviceSecrets } from '../../access/devices.ts'
import { secretOf, testDevices } from '../../testing/site.ts'
import { type Running, start } from '../../testing/start.ts'
import { until } from '../../testing/until.ts'

const position = { lon: 114, lat: 22.5, height: 3 }
const device = (id: string, kind: string, gateway?: string): DeviceEntry => ({
  device: id,
  kind,
  name: id,
  place: 'jinxiu/z1/b01/f01',
  position,
  ...(gateway && { gateway }),
})
const behind = [
  device('gw-1', 'patrol-point'),
  device('lora-70b3d5-01', 'smoke-detector', 'gw-1'),
  device('lora-70b3d5-02', 'smoke-detector', 'gw-1'),
  device('lora-70b3d5-03', 'door-access', 'gw-1'),
]

const lora = {
  connector: 'lora-smoke',
  name: 'LoRa 烟感',
  topic: 'application/+/gateway/rx',
  kind: 'smoke-detector',
  each: 'data.uplinks',
  device: 'devEui',
  prefix: 'lora-',
  at: { path: 'ts', form: 'seconds' },
  fields: [
    { metric: 'smoke', path: 'obj.smoke', scale: 0.01 },
    { metric: 'temperature', path: 'obj.t', unit: '°F' },
    {
      metric: 'fault',
      path: 'obj.state',
      values: [
        { said: 'OK', means: 0 },
        { said: 'ERR', means: 1 },
      ],
    },
  ],
} as const

async function center() {
  const clock = new SimulatedClock(Date.UTC(2026, 10, 22, 9))
  const server = await start({ clock, devices: [...testDevices, ...behind] })
  await server.app.vault.put(behind.map(({ device: id }) => DeviceSecrets.entry(id, secretOf(id))))
  return { server, clock }
}

const save = (server: Running, connector: object, seen?: number) =>
  server.ask(saveConnector, { connector, ...(seen === undefined ? {} : { seen }) } as never, 'admin')
const listed = async (server: Running) =>
  (await server.ask(listConnectors, {}, 'admin')).body as {
    connectors: { connector: string; messages: number; readings: number; refused: number; changedAt: number }[]
    strangers: { topic: string; from: string }[]
  }
const newest = (server: Running, id: string) => server.storage.readings(id, 'smoke', 0, Number.MAX_SAFE_INTEGER, 9)

test('a gateway speaks for many devices in a language of its own: what is understood is kept, what is not is told', async () => {
  const { server, clock } = await center()
  expect((await save(server, lora)).status).toBe(200)
  const gateway = await server.device('gw-1')
  const ts = clock.now() / 1000
  const uplinks = [
    { devEui: '70b3d5:01', ts, obj: { smoke: 1200, t: 212, state: 'ok' } },
    { devEui: '70b3d5:02', ts, obj: { smoke: 10, t: 68, state: 'ERR' } },
    { devEui: '70b3d5:03', ts, obj: { smoke: 10 } },
    { devEui: 'nobody', ts, obj: { smoke: 10 } },
    { devEui: '70b3d5:02', ts: 'noon', obj: { smoke: 10 } },
    { devEui: '70b3d5:02', ts: ts - 1, obj: { smoke: 'much', t: 9999, state: '?' } },
  ]
  const topic = 'application/7/gateway/rx'
  await gateway.publishAsync(topic, JSON.stringify({ data: { uplinks } }), { qos: 1 })
  expect(await newest(server, 'lora-70b3d5-01')).toEqual([[clock.now(), 12]])
  expect(await server.storage.readings('lora-70b3d5-01', 'temperature', 0, clock.now(), 9)).toEqual([
    [clock.now(), expect.closeTo(100, 6)],
  ])
  const alarms = [...server.log.told.alarms.values()].map(({ device: id, rule }) => `${id} ${rule}`)
  expect(alarms.sort()).toEqual(['lora-70b3d5-01 smoke-high', 'lora-70b3d5-02 fault'])
  const [letter] = await server.storage.deadLetters({ limit: 1 })
  expect(letter).toMatchObject({ source: 'mqtt', code: 'connector.misunderstood' })
  for (const why of [
    'lora-70b3d5-03: kind.unknown',
    'lora-nobody: device.unknown',
    'entry 5 bad-time noon',
    'entry 6 smoke not-a-number much',
    'entry 6 temperature out-of-range',
    'entry 6 fault unknown-word',
    'entry 6 no-value',
  ])
    expect(letter?.reason).toContain(why)
  expect((await listed(server)).connectors).toMatchObject([{ messages: 1, readings: 2, refused: 1 }])
})

test('nobody speaks for devices that are not behind it, and what nobody understands is shown', async () => {
  const { server } = await center()
  await save(server, { ...lora, topic: 'up/{device}', each: undefined, device: undefined })
  const stranger = await server.device('smoke-1')
  await stranger.publishAsync('up/70b3d5-01', JSON.stringify({ obj: { smoke: 5000 } }), { qos: 1 })
  expect(server.log.told.alarms.size).toBe(0)
  const codes = (await server.storage.deadLetters({ limit: 5 })).map(({ reason }) => reason)
  expect(codes[0]).toContain('topic.denied')
  // Nor in our own words.
  const lost = new Promise<void>((resolve) => stranger.once('close', () => resolve()))
  stranger.publish(readingTopic('lora-70b3d5-01'), JSON.stringify({ values: { smoke: 50 } }), { qos: 1 })
  await lost
  expect(server.log.told.alarms.size).toBe(0)
  const gateway = await server.device('gw-1')
  const gone = new Promise<void>((resolve) => gateway.once('close', () => resolve()))
  gateway.publish('odd/topic', 'ON', { qos: 1 })
  await gone
  expect((await listed(server)).strangers).toMatchObject([{ from: 'gw-1', topic: 'odd/topic', payload: 'ON' }])
})

test('a gateway carries readings, orders and links of those behind it; without it they are away', async () => {
  const { server, clock } = await center()
  const link = (id: string) => server.log.told.devices.get(id)?.link
  const gateway = await server.device('gw-1')
  await until(() => link('lora-70b3d5-03') === 'online', 'the door is online by its gateway')
  const told: OrderMessage[] = []
  gateway.on('message', (_, payload) => told.push(JSON.parse(payload.toString())))
  const [granted] = await gateway.subscribeAsync(orderTopic('lora-70b3d5-03'))
  expect(granted?.qos).toBe(0)
  await expect(gateway.subscribeAsync(orderTopic('smoke-1'))).rejects.toThrow('Subscribe error')
  const { body } = await server.ask(giveOrder, { device: 'lora-70b3d5-03', command: 'open' }, 'operator')
  await until(() => told[0]?.order === body.order, 'the gateway is told')
  const result = JSON.stringify({ order: body.order, done: true })
  await gateway.publishAsync(resultTopic('lora-70b3d5-03'), result, { qos: 1 })
  expect(server.log.told.orders.get(body.order as string)?.state).toBe('done')
  await gateway.publishAsync(readingTopic('lora-70b3d5-01'), JSON.stringify({ values: { smoke: 1 } }), { qos: 1 })
  expect(await newest(server, 'lora-70b3d5-01')).toHaveLength(1)

  await gateway.publishAsync(linkTopic('lora-70b3d5-03'), JSON.stringify({ online: false }), { qos: 1 })
  expect([link('lora-70b3d5-03'), link('lora-70b3d5-01')]).toEqual(['offline', 'online'])
  await gateway.publishAsync(linkTopic('lora-70b3d5-03'), JSON.stringify({ online: true }), { qos: 1 })
  expect(link('lora-70b3d5-03')).toBe('online')
  await gateway.endAsync(true)
  await until(() => {
    clock.advance(SECOND)
    return link('lora-70b3d5-01') === 'offline' && link('lora-70b3d5-03') === 'offline'
  }, 'all behind it are away')
})

test('a last will tells at once what the broker would find out later', async () => {
  const { server } = await center()
  const will = {
    topic: linkTopic('gw-1'),
    payload: Buffer.from(JSON.stringify({ online: false })),
    qos: 1 as const,
    retain: false,
  }
  const gateway = await server.device('gw-1', { will })
  await until(() => server.log.told.devices.get('gw-1')?.link === 'online', 'online')
  gateway.stream.destroy()
  await until(() => server.log.told.devices.get('gw-1')?.link === 'offline', 'offline without any patience')
})

test('a connector is checked, kept over a restart, changed by one at a time, and removed', async () => {
  const { server } = await center()
  const code = async (change: object, as = 'admin') =>
    (await server.ask(saveConnector, { connector: { ...lora, ...change } } as never, as)).error?.code
  expect(await code({}, 'commander')).toBe('access.denied')
  expect(await code({ kind: 'dragon' })).toBe('kind.unknown')
  expect(await code({ fields: [{ metric: 'lel', path: 'x' }] })).toBe('connector.pointless')
  expect(await code({ fields: [{ metric: 'smoke', path: 'a[' }] })).toBe('connector.pointless')
  expect(await code({ fields: [{ metric: 'temperature', path: 'a', unit: 'bar' }] })).toBe('connector.pointless')
  expect(await code({ device: undefined })).toBe('connector.pointless')
  for (const topic of ['devices/{device}/readings', '$SYS/x', 'a/#/b', '{device}/{device}', 'a/b+', ''])
    expect([topic, await code({ topic })]).toEqual([topic, 'input.invalid'])
  expect(await code({ fields: [] })).toBe('input.invalid')
  expect(await code({ fields: [{ metric: 'smoke', path: 'a', scale: 0 }] })).toBe('connector.pointless')
  expect(await code({ fields: [1, 2].map(() => ({ metric: 'smoke', path: 'a' })) })).toBe('connector.pointless')
  expect(await code({})).toBeUndefined()
  // Of two for one topic the second would never be asked.
  expect(await code({ connector: 'another' })).toBe('connector.pointless')
  expect(await code({})).toBe('connector.changed')
  await server.restart()
  const [kept] = (await listed(server)).connectors
  expect(kept).toMatchObject({ connector: 'lora-smoke', messages: 0 })
  expect((await save(server, { ...lora, name: '二' }, kept?.changedAt)).status).toBe(200)
  expect((await server.ask(removeConnector, { connector: 'lora-smoke' }, 'admin')).status).toBe(200)
  expect((await server.ask(removeConnector, { connector: 'lora-smoke' }, 'admin')).error?.code).toBe(
    'connector.unknown',
  )
})
