import type { MqttClient } from 'mqtt'
import { expect, test } from 'vitest'
import { happeningTopic, type OrderMessage, orderTopic, resultTopic } from '#shared/contract/device-link.ts'
import { readDeviceHistory } from '#shared/contract/devices.ts'
import { agreeToOrder, giveOrder, listOrders, withdrawOrder } from '#shared/contract/orders.ts'
import { SimulatedClock } from '#shared/time.ts'
import type { DeviceEntry } from '#shared/world/devices.ts'
import { DeviceSecrets } from '../../access/devices.ts'
import { secretOf, testDevices } from '../../testing/site.ts'
import { type Running, start } from '../../testing/start.ts'
import { until } from '../../testing/until.ts'

const device = (id: string, kind: string, place: string): DeviceEntry => ({
  device: id,
  kind,
  name: id,
  place,
  position: { lon: 114, lat: 22.5, height: 3 },
})
const door = device('door-1', 'door-access', 'jinxiu/z1/b01/f01')
const meter = device('meter-2', 'electricity-meter', 'jinxiu/z2/b02/f01')

interface Center {
  server: Running
  clock: SimulatedClock
}

async function center(): Promise<Center> {
  const clock = new SimulatedClock(Date.UTC(2026, 10, 22, 9))
  const server = await start({ clock, devices: [...testDevices, door, meter] })
  await server.app.vault.put(['door-1', 'meter-2'].map((id) => DeviceSecrets.entry(id, secretOf(id))))
  return { server, clock }
}

/** A device that listens; it says nothing by itself. */
async function listener(server: Running, id: string): Promise<{ told: OrderMessage[]; client: MqttClient }> {
  const client = await server.device(id)
  const told: OrderMessage[] = []
  client.on('message', (_, payload) => told.push(JSON.parse(payload.toString())))
  await client.subscribeAsync(orderTopic(id), { qos: 1 })
  return { told, client }
}

const say = (client: MqttClient, id: string, order: string, done: boolean, reason?: string) =>
  client.publishAsync(resultTopic(id), JSON.stringify({ order, done, ...(reason && { reason }) }), { qos: 1 })
const stateOf = ({ server }: Center, order: string) => server.log.told.orders.get(order)?.state

test('a door is told to open, says that it did, and everybody sees who asked and what came of it', async () => {
  const { server, clock } = await center()
  const { told, client } = await listener(server, 'door-1')
  const screen = await server.screen('viewer')
  const { body } = await server.ask(giveOrder, { device: 'door-1', command: 'open', note: '消防员到场' }, 'operator')
  expect(body).toMatchObject({ needsAnother: false })
  const message = await until(() => told[0], 'the door is told')
  expect(message).toMatchObject({ order: body.order, command: 'open', input: {} })
  await say(client, 'door-1', message.order, true)
  expect(server.log.told.orders.get(message.order)).toMatchObject({
    state: 'done',
    askedBy: { id: 'operator' },
    note: '消防员到场',
    tries: 1,
  })
  await until(() => {
    clock.advance(50)
    return screen.follower.world.orders.get(message.order)?.state === 'done'
  }, 'on the screen')
  const { events } = (await server.ask(readDeviceHistory, { device: 'door-1' }, 'viewer')).body as {
    events: { type: string }[]
  }
  expect(events.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['order:asked', 'order:ended', 'device:connected']),
  )
  // Said again, because the answer was lost: nothing more happens.
  const { seq } = server.log.told
  await say(client, 'door-1', message.order, false)
  expect(server.log.told.seq).toBe(seq)
})

test('a device that says nothing is told again, and then nobody claims to know; a late word still counts', async () => {
  const { server, clock } = await center()
  const { told, client } = await listener(server, 'door-1')
  const { body } = await server.ask(giveOrder, { device: 'door-1', command: 'lock' }, 'operator')
  const id = body.order as string
  await until(() => told.length === 1, 'told')
  clock.advance(5000)
  await until(() => told.length === 2, 'told again')
  clock.advance(5000)
  await until(() => told.length === 3, 'and again')
  expect(new Set(told.map(({ order }) => order))).toEqual(new Set([id]))
  clock.advance(5000)
  await until(() => server.log.told.orders.get(id)?.state === 'unanswered', 'given up')
  expect(server.log.told.orders.get(id)?.tries).toBe(3)
  await say(client, 'door-1', id, true)
  expect(server.log.told.orders.get(id)?.state).toBe('done')
})

test('a device that refuses says why', async () => {
  const all = await center()
  const { told, client } = await listener(all.server, 'door-1')
  const { body } = await all.server.ask(giveOrder, { device: 'door-1', command: 'open' }, 'operator')
  await until(() => told[0], 'told')
  await say(client, 'door-1', body.order as string, false, 'jammed')
  expect(all.server.log.told.orders.get(body.order as string)).toMatchObject({ state: 'refused', reason: 'jammed' })
})

test('what is dangerous needs somebody else, within five minutes', async () => {
  const all = await center()
  const { server, clock } = all
  const { told } = await listener(server, 'meter-2')
  const cut = async () => {
    const { body } = await server.ask(giveOrder, { device: 'meter-2', command: 'cut-off' }, 'operator')
    expect(body.needsAnother).toBe(true)
    return body.order as string
  }
  const first = await cut()
  expect((await server.ask(agreeToOrder, { order: first }, 'operator')).error?.code).toBe('order.own')
  // Whose duty is elsewhere, and who only watches, have no say.
  expect((await server.ask(agreeToOrder, { order: first }, 'zone1')).error?.code).toBe('order.unknown')
  expect((await server.ask(agreeToOrder, { order: first }, 'viewer')).error?.code).toBe('access.denied')
  clock.advance(20_000)
  expect(told).toEqual([])
  expect((await server.ask(agreeToOrder, { order: first }, 'commander')).status).toBe(200)
  await until(() => told[0]?.order === first, 'told')
  expect(server.log.told.orders.get(first)).toMatchObject({ state: 'given', agreedBy: { id: 'commander' } })
  expect((await server.ask(agreeToOrder, { order: first }, 'admin')).error?.code).toBe('order.decided')
  clock.advance(15_000)
  await until(() => stateOf(all, first) === 'unanswered', 'unanswered')

  const second = await cut()
  const said = { order: second, note: '有居家呼吸机' }
  expect((await server.ask(withdrawOrder, said, 'commander')).status).toBe(200)
  expect(server.log.told.orders.get(second)).toMatchObject({
    state: 'withdrawn',
    reason: '有居家呼吸机',
    endedBy: { id: 'commander' },
  })
  const third = await cut()
  clock.advance(5 * 60_000)
  await until(() => stateOf(all, third) === 'lapsed', 'lapsed')
  // Of a device and command the one that ended last is kept in the world; all are in the log.
  const { orders } = (await server.ask(listOrders, { device: 'meter-2' }, 'operator')).body as { orders: unknown[] }
  expect(orders).toHaveLength(1)
})

test('nobody is told what cannot be heard, cannot be done, or is under way already', async () => {
  const { server } = await center()
  const code = async (input: Record<string, unknown>, as = 'operator') =>
    (await server.ask(giveOrder, input, as)).error?.code
  expect(await code({ device: 'door-1', command: 'open' })).toBe('device.away')
  await server.device('door-1')
  expect(await code({ device: 'door-1', command: 'open' })).toBe('device.deaf')
  const { client } = await listener(server, 'meter-2')
  expect(await code({ device: 'meter-2', command: 'fly' })).toBe('command.unknown')
  expect(await code({ device: 'meter-2', command: 'constructor' })).toBe('command.unknown')
  expect(await code({ device: 'meter-2', command: 'report', input: { x: 1 } })).toBe('command.input')
  expect(await code({ device: 'meter-2', command: 'report', input: { x: 'y' } })).toBe('input.invalid')
  expect(await code({ device: 'meter-2', command: 'report' }, 'zone1')).toBe('device.unknown')
  expect(await code({ device: 'meter-2', command: 'report' }, 'viewer')).toBe('access.denied')
  expect(await code({ device: 'no-such', command: 'report' })).toBe('device.unknown')
  expect(await code({ device: 'meter-2', command: 'report' })).toBeUndefined()
  expect(await code({ device: 'meter-2', command: 'report' })).toBe('order.under-way')
  // A device may answer for itself alone, and has no say in what was never asked.
  const other = await server.device('smoke-1')
  const [order] = [...server.log.told.orders.values()]
  await say(other, 'smoke-1', order?.order as string, true)
  await say(client, 'meter-2', 'no-such-order', true)
  expect(server.log.told.orders.get(order?.order as string)?.state).toBe('given')
  const letters = await server.storage.deadLetters({ limit: 10, source: 'mqtt' })
  expect(letters.map(({ code }) => code)).toEqual(['order.unknown', 'order.unknown'])
})

test('an order under way survives a restart of the server, and is told to the device that comes back', async () => {
  const all = await center()
  const { server, clock } = all
  await listener(server, 'door-1')
  const { body } = await server.ask(giveOrder, { device: 'door-1', command: 'hold-open' }, 'operator')
  await server.restart()
  const { told, client } = await listener(server, 'door-1')
  await until(() => {
    clock.advance(1000)
    return told[0]
  }, 'told')
  expect(told[0]?.order).toBe(body.order)
  await say(client, 'door-1', body.order as string, true)
  expect(stateOf(all, body.order as string)).toBe('done')
})

test('nobody opens what somebody else is about to shut, nor agrees to what is long over', async () => {
  const all = await center()
  const { server, clock } = all
  await listener(server, 'meter-2')
  const ask = (command: string) => server.ask(giveOrder, { device: 'meter-2', command }, 'operator')
  const { body } = await ask('cut-off')
  expect((await ask('restore')).error?.code).toBe('order.under-way')
  expect((await ask('report')).status).toBe(200)
  clock.jump(6 * 60_000)
  expect((await server.ask(agreeToOrder, { order: body.order as string }, 'commander')).error?.code).toBe(
    'order.decided',
  )
})

test('a wall clock that is set holds no order open', async () => {
  const all = await center()
  await listener(all.server, 'door-1')
  const { body } = await all.server.ask(giveOrder, { device: 'door-1', command: 'open' }, 'operator')
  all.clock.jump(-3_600_000)
  await until(() => {
    all.clock.advance(1000)
    return stateOf(all, body.order as string) === 'unanswered'
  }, 'unanswered')
})

test('what happens to a device is a line in its history; what its kind does not know, and a stream of it, is refused', async () => {
  const { server } = await center()
  const client = await server.device('door-1')
  const tell = (event: string, more = {}) =>
    client.publishAsync(happeningTopic('door-1'), JSON.stringify({ event, ...more }), { qos: 1 })
  await tell('opened', { detail: '卡 0417', at: 1_700_000_000_000 })
  await tell('exploded')
  await tell('opened', { detail: 'x'.repeat(300) })
  const { events } = (await server.ask(readDeviceHistory, { device: 'door-1' }, 'viewer')).body as {
    events: { type: string; data: object }[]
  }
  expect(events[0]).toMatchObject({ type: 'device:reported', data: { happening: 'opened', detail: '卡 0417' } })
  for (let i = 0; i < 40; i++) await tell('refused')
  const codes = (await server.storage.deadLetters({ limit: 50 })).map(({ code }) => code)
  expect(new Set(codes)).toEqual(new Set(['happening.unknown', 'input.invalid', 'happening.too-many']))
  expect(codes.filter((code) => code === 'happening.too-many')).toHaveLength(11)
})
