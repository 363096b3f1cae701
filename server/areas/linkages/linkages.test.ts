import type { MqttClient } from 'mqtt'
import { expect, test } from 'vitest'
import { acknowledgeAlarms, readAlarmHistory } from '#shared/contract/alarms.ts'
import { endAside, takeOutOfService } from '#shared/contract/asides.ts'
import { type OrderMessage, orderTopic, resultTopic } from '#shared/contract/device-link.ts'
import {
  listLinkages,
  resetLinkage,
  reviewLinkage,
  saveLinkage,
  setLinkageBack,
  setLinkageMode,
  tryLinkage,
} from '#shared/contract/linkages.ts'
import { agreeToOrder } from '#shared/contract/orders.ts'
import { SimulatedClock } from '#shared/time.ts'
import { alarmRaised } from '#shared/world/alarm-events.ts'
import { type DeviceEntry, devicePlayed, deviceRegistered } from '#shared/world/devices.ts'
import { SYSTEM } from '#shared/world/event.ts'
import type { LinkageRun, RunStep } from '#shared/world/linkage-runs.ts'
import type { GiveOrders, Linkage, LinkageAction } from '#shared/world/linkages.ts'
import { DeviceSecrets } from '../../access/devices.ts'
import { EventLog } from '../../log/log.ts'
import { secretOf, testDevices } from '../../testing/site.ts'
import { publish, type Running, start } from '../../testing/start.ts'
import { until } from '../../testing/until.ts'

const device = (id: string, kind: string, place: string, more: Partial<DeviceEntry> = {}): DeviceEntry => ({
  device: id,
  kind,
  name: id,
  place,
  position: { lon: 114, lat: 22.5, height: 3 },
  ...more,
})
const more = [
  device('door-1', 'door-access', 'jinxiu/z1/b01/f01'),
  device('door-2', 'door-access', 'jinxiu/z1/b01/f02'),
  device('door-far', 'door-access', 'jinxiu/z2/b02/f01'),
  device('lift-1', 'elevator', 'jinxiu/z1/b01/f01'),
  device('camera-1', 'ai-camera', 'jinxiu/z1/b01/f01'),
  device('camera-2', 'ai-camera', 'jinxiu/z2', { position: { lon: 114.0005, lat: 22.5, height: 3 } }),
  device('meter-1', 'electricity-meter', 'jinxiu/z1/b01/f01'),
]

async function center(): Promise<{ server: Running; clock: SimulatedClock }> {
  const clock = new SimulatedClock(Date.UTC(2026, 10, 22, 9))
  const server = await start({ clock, devices: [...testDevices, ...more] })
  await server.app.vault.put(more.map(({ device: id }) => DeviceSecrets.entry(id, secretOf(id))))
  return { server, clock }
}

async function listener(server: Running, id: string): Promise<{ told: OrderMessage[]; client: MqttClient }> {
  const client = await server.device(id)
  const told: OrderMessage[] = []
  client.on('message', (_, payload) => told.push(JSON.parse(payload.toString())))
  await client.subscribeAsync(orderTopic(id), { qos: 1 })
  return { told, client }
}

const answers = (client: MqttClient, id: string, order: string, done: boolean, reason?: string) =>
  client.publishAsync(resultTopic(id), JSON.stringify({ order, done, ...(reason && { reason }) }), { qos: 1 })

const opens: LinkageAction = {
  do: 'order',
  kinds: ['door-access'],
  command: 'hold-open',
  where: 'escape',
  input: {},
  most: 60,
}
const onSmoke = (actions: LinkageAction[], when: Partial<Linkage['when']> = {}): Linkage => ({
  linkage: 'own',
  name: { zh: '自建', en: 'Own' },
  when: { signs: [], rules: ['smoke-detector~smoke-high'], kinds: [], grades: [], places: [], ...when },
  actions,
})

async function set(server: Running, linkage: Linkage, mode: 'off' | 'dry' | 'armed' = 'armed'): Promise<void> {
  const seen = () => server.log.told.linkages.get(linkage.linkage)?.changedAt ?? 0
  const saved = await server.ask(saveLinkage, { linkage, seen: seen() }, 'commander')
  expect(saved.error).toBeUndefined()
  const armed = await server.ask(setLinkageMode, { linkage: linkage.linkage, mode, seen: seen() }, 'commander')
  expect(armed.error).toBeUndefined()
}

/** The linkages that come with the program are out of the way. */
async function quiet(server: Running): Promise<void> {
  for (const { linkage } of (await server.ask(listLinkages, {}, 'commander')).body.linkages as Linkage[])
    await server.ask(setLinkageMode, { linkage, mode: 'off', seen: 0 }, 'commander')
}

const raised = (id: string, place: string) =>
  alarmRaised(place, {
    alarm: `${id}~smoke-high~x`,
    device: id,
    rule: 'smoke-high',
    grade: 1,
    position: { lon: 114, lat: 22.5, height: 3 },
    metric: 'smoke',
    limit: 10,
    value: 40,
  })

const partsOf = (server: Running, linkage = 'own'): LinkageRun[] =>
  [...server.log.told.linkageRuns.values()].filter((part) => part.linkage === linkage)
const stepsOf = (server: Running, linkage?: string): RunStep[] => partsOf(server, linkage).flatMap(({ steps }) => steps)
const stepOf = (server: Running, id: string): RunStep | undefined => stepsOf(server).find((step) => step.device === id)

test('smoke opens the doors of its building over MQTT; each step says done, refused, no answer or away', async () => {
  const { server, clock } = await center()
  await quiet(server)
  await set(
    server,
    onSmoke([
      { do: 'cameras', most: 4, metres: 150 },
      opens,
      { ...opens, kinds: ['elevator'], command: 'to-ground', where: 'building' },
      { ...opens, kinds: ['ai-camera'], command: 'warn-on', where: 'floor' },
    ]),
  )
  const [one, two, lift, far] = await Promise.all(
    ['door-1', 'door-2', 'lift-1', 'door-far'].map((id) => listener(server, id)),
  )
  if (!one || !two || !lift || !far) throw new Error('no listeners')
  const screen = await server.screen('viewer')
  await publish(await server.device('smoke-1'), 'smoke-1', { smoke: 40 })
  const order = await until(() => one.told[0], 'the door is told')
  expect(order).toMatchObject({ command: 'hold-open', input: {} })
  await answers(one.client, 'door-1', order.order, true)
  await until(() => two.told[0], 'the other too')
  await answers(two.client, 'door-2', two.told[0]?.order as string, false, 'jammed')
  await until(
    () => stepOf(server, 'door-2')?.state === 'refused' && stepOf(server, 'door-1')?.state === 'done',
    'both on record',
  )
  expect(stepOf(server, 'door-2')).toMatchObject({ reason: 'jammed' })
  // Nobody is connected as the camera: nobody is told, and it says so.
  expect(stepOf(server, 'camera-1')).toMatchObject({ state: 'refused', why: 'device.away' })
  await until(() => lift.told[0], 'the lift is told')
  for (let i = 0; i < 3; i++) clock.advance(5000)
  await until(() => stepOf(server, 'lift-1')?.state === 'unanswered', 'the lift says nothing')
  expect(far.told).toEqual([])
  // Who armed it, and who is behind the order.
  const [head] = partsOf(server)
  expect(head).toMatchObject({ mode: 'armed', armedBy: { id: 'commander' }, place: 'jinxiu/z1/b01/f01' })
  expect(server.log.told.orders.get(order.order)?.askedBy).toMatchObject({ kind: 'system', id: 'linkage:own' })
  await until(() => {
    clock.advance(50)
    return [...screen.follower.world.linkageRuns.values()]
      .flatMap(({ steps }) => steps)
      .some((s) => s.state === 'unanswered')
  }, 'on the screen')
  const { events } = (await server.ask(readAlarmHistory, { alarm: head?.alarm as string }, 'viewer')).body as {
    events: { type: string }[]
  }
  expect(events.map(({ type }) => type)).toContain('linkage:ran')
  // A late word counts.
  await answers(lift.client, 'lift-1', lift.told[0]?.order as string, true)
  await until(() => stepOf(server, 'lift-1')?.state === 'done', 'late, but done')

  // Set back by one click: the door locks, what never opened is left as it is.
  const back = await server.ask(setLinkageBack, { alarm: head?.alarm as string }, 'operator')
  expect(back.body).toEqual({ told: 2, waiting: 0, refused: 0 })
  const lock = await until(() => one.told.find(({ command }) => command === 'lock'), 'locks')
  await answers(one.client, 'door-1', lock.order, true)
  await until(() => stepOf(server, 'door-1')?.back?.state === 'done', 'set back')
  expect(two.told).toHaveLength(1)
  expect((await server.ask(setLinkageBack, { alarm: head?.alarm as string }, 'viewer')).status).toBe(403)
})

test('whoever sees one zone is not told of cameras and devices in another', async () => {
  const { server, clock } = await center()
  await quiet(server)
  await set(
    server,
    onSmoke([
      { do: 'cameras', most: 4, metres: 150 },
      { ...opens, where: 'community' },
    ]),
    'dry',
  )
  const zone = await server.screen('zone1')
  await publish(await server.device('smoke-1'), 'smoke-1', { smoke: 40 })
  await until(() => {
    clock.advance(50)
    return zone.follower.world.linkageRuns.size > 0
  }, 'the own part')
  expect(new Set(stepsOf(server).map((step) => step.device))).toEqual(new Set(['door-1', 'door-2', 'door-far']))
  expect(partsOf(server).flatMap(({ cameras }) => cameras.map((c) => c.device))).toEqual(['camera-1', 'camera-2'])
  const seen = JSON.stringify([zone.frames, zone.states, (await server.ask(listLinkages, {}, 'zone1')).body])
  expect(seen).toContain('door-2')
  expect(seen).not.toMatch(/door-far|camera-2/)
})

test('dry: it says what it would do, and tells nobody; off: it says nothing; the list that comes along is dry', async () => {
  const { server } = await center()
  const { told } = await listener(server, 'door-1')
  const smoke = await server.device('smoke-1')
  await publish(smoke, 'smoke-1', { smoke: 40 })
  await until(() => partsOf(server, 'fire').length > 0, 'the default linkage')
  expect(stepsOf(server, 'fire').filter((step) => step.device?.startsWith('door'))).toEqual([
    expect.objectContaining({ device: 'door-1', command: 'hold-open', state: 'would-do' }),
    expect.objectContaining({ device: 'door-2', state: 'would-do' }),
  ])
  // There is no fire door: it says so.
  expect(stepsOf(server, 'fire')).toContainEqual(expect.objectContaining({ command: 'close', why: 'linkage.nobody' }))
  expect(told).toEqual([])
  expect(server.log.told.orders.size).toBe(0)
})

test('a loop ends: not again within ten minutes, and three times for one cause', async () => {
  const { server, clock } = await center()
  await quiet(server)
  // A forced door raises an alarm that opens the door, which (here) is forced again by it.
  const loop = onSmoke([{ ...opens, where: 'device' }], { rules: ['door-access~forced'] })
  await set(server, loop)
  const { told, client } = await listener(server, 'door-1')
  const forced = async (n: number) => {
    await publish(client, 'door-1', { forced: 1 }, clock.now())
    await until(() => partsOf(server).length === n, `run ${n}`)
    const step = partsOf(server).at(-1)?.steps[0]
    if (step?.order) {
      await until(() => told.at(-1)?.order === step.order, 'told')
      await answers(client, 'door-1', step.order, true)
    }
    await publish(client, 'door-1', { forced: 0 }, clock.now() + 1)
    const alarm = partsOf(server).at(-1)?.alarm as string
    await server.ask(acknowledgeAlarms, { alarms: [alarm] }, 'operator')
    await until(() => !server.log.told.alarms.has(alarm), 'over')
    clock.advance(2000)
    return step
  }
  expect(await forced(1)).toMatchObject({ state: 'given' })
  expect(await forced(2)).toMatchObject({ state: 'refused', why: 'linkage.loop' })
  const later = () => clock.advance(11 * 60_000)
  later()
  expect(await forced(3)).toMatchObject({ state: 'given' })
  later()
  expect(await forced(4)).toMatchObject({ state: 'given' })
  later()
  // The fourth time for what began it.
  expect(await forced(5)).toMatchObject({ state: 'refused', why: 'linkage.loop' })
  expect(told).toHaveLength(3)
})

test('what a person sets back is done again by the next alarm, however soon', async () => {
  const { server, clock } = await center()
  await quiet(server)
  await set(server, onSmoke([{ ...opens, where: 'floor' }], { rules: [], signs: ['fire'] }))
  const { told, client } = await listener(server, 'door-1')
  await publish(await server.device('smoke-1'), 'smoke-1', { smoke: 40 })
  await answers(client, 'door-1', (await until(() => told[0], 'opened')).order, true)
  clock.advance(1000)
  await until(() => stepOf(server, 'door-1')?.state === 'done', 'done')
  await server.ask(setLinkageBack, { alarm: partsOf(server)[0]?.alarm as string }, 'operator')
  await answers(client, 'door-1', (await until(() => told[1], 'locked')).order, true)
  clock.advance(1000)
  const extra = device('smoke-9', 'smoke-detector', 'jinxiu/z1/b01/f01')
  await server.log.append(() => [deviceRegistered(extra.place, { ...extra, source: 'test' })], SYSTEM)
  await server.app.vault.put([DeviceSecrets.entry('smoke-9', secretOf('smoke-9'))])
  await publish(await server.device('smoke-9'), 'smoke-9', { smoke: 40 })
  expect(await until(() => told[2], 'opened again')).toMatchObject({ command: 'hold-open' })
})

test('a restart in the middle: nobody is told twice, and what is under way ends', async () => {
  const { server, clock } = await center()
  await quiet(server)
  await set(server, onSmoke([{ ...opens, where: 'floor' }]))
  const { told } = await listener(server, 'door-1')
  await publish(await server.device('smoke-1'), 'smoke-1', { smoke: 40 })
  const { order } = await until(() => told[0], 'told')
  await server.restart(() => clock.advance(3000))
  const again = await listener(server, 'door-1')
  for (let i = 0; i < 4; i++) {
    clock.advance(5000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await until(() => stepOf(server, 'door-1')?.state === 'unanswered', 'ended')
  // What it was told after the start is the same order again, never another one.
  expect(new Set([order, ...again.told.map((one) => one.order)])).toEqual(new Set([order]))
  expect(partsOf(server)).toHaveLength(1)
  // One that ended while the server was down is known to have.
  await server.restart()
  expect(stepsOf(server)).toEqual([expect.objectContaining({ state: 'unanswered' })])
})

test('an alarm that came just before a stop calls its linkages after the start', async () => {
  const { server, clock } = await center()
  await quiet(server)
  await set(server, onSmoke([{ ...opens, where: 'floor' }]))
  clock.advance(1000)
  // As if the server had been killed between the two commits.
  await server.app.close()
  const log = await EventLog.open(server.storage, clock)
  await log.append(() => [raised('smoke-1', 'jinxiu/z1/b01/f01')], SYSTEM)
  await log.close()
  await server.restart()
  const { told } = await listener(server, 'door-1')
  clock.advance(5000)
  expect(await until(() => told[0], 'told after the start')).toMatchObject({ command: 'hold-open' })
  expect(partsOf(server)).toHaveLength(1)
})

test('what is out of service, or played from a recording, moves nothing', async () => {
  const { server } = await center()
  await quiet(server)
  await set(server, onSmoke([opens]))
  const { told } = await listener(server, 'door-1')
  const { body } = await server.ask(takeOutOfService, { place: 'jinxiu/z1', reason: '施工' }, 'commander')
  await publish(await server.device('smoke-1'), 'smoke-1', { smoke: 40 })
  await until(() => server.log.told.alarms.size === 1, 'raised')
  expect(partsOf(server)).toEqual([])
  await server.log.append(
    () => [devicePlayed('jinxiu/z2/b02/f01', { device: 'smoke-2', file: 'a.csv', playing: true })],
    SYSTEM,
  )
  await server.log.append(() => [raised('smoke-2', 'jinxiu/z2/b02/f01')], SYSTEM)
  await until(() => partsOf(server).length === 1, 'says what it would do')
  expect(partsOf(server)[0]).toMatchObject({ mode: 'dry', played: true })
  expect(stepsOf(server)).toEqual([expect.objectContaining({ device: 'door-far', state: 'would-do' })])
  expect(told).toEqual([])
  expect(server.log.told.orders.size).toBe(0)
  // In service again, and still burning: now it is.
  await server.ask(endAside, { aside: body.aside as string }, 'commander')
  expect(await until(() => told[0], 'told')).toMatchObject({ command: 'hold-open' })
})

test('what is dangerous waits for a second person, unless the linkage was armed with that', async () => {
  const { server } = await center()
  await quiet(server)
  const cuts = { ...opens, kinds: ['electricity-meter'], command: 'cut-off', where: 'floor' } as GiveOrders
  await set(server, onSmoke([cuts]))
  const { told, client } = await listener(server, 'meter-1')
  const smoke = await server.device('smoke-1')
  await publish(smoke, 'smoke-1', { smoke: 40 })
  const step = await until(() => stepOf(server, 'meter-1'), 'asked')
  expect(step.state).toBe('asked')
  expect(told).toEqual([])
  await server.ask(agreeToOrder, { order: step.order as string }, 'operator')
  await until(() => stepOf(server, 'meter-1')?.state === 'given' && told[0], 'agreed')
  await answers(client, 'meter-1', step.order as string, true)
  await until(() => stepOf(server, 'meter-1')?.state === 'done', 'done')

  const sure = {
    ...onSmoke([{ ...cuts, authorised: true, where: 'building' }]),
    linkage: 'sure',
    name: { zh: '已授权', en: 'Sure' },
  }
  await set(server, { ...sure, when: { ...sure.when, rules: ['gas-detector~gas-high'] } })
  await publish(await server.device('gas-1'), 'gas-1', { lel: 60 })
  await until(() => told.length === 2, 'told at once')
})

test('a linkage is checked when it is saved, tried before it is armed, and dry again when it is changed', async () => {
  const { server, clock } = await center()
  const refused = async (linkage: unknown) =>
    (await server.ask(saveLinkage, { linkage, seen: 0 } as never, 'commander')).error?.code
  expect(await refused(onSmoke([opens], { rules: ['smoke-detector~nothing'] }))).toBe('linkage.pointless')
  expect(await refused(onSmoke([{ ...opens, kinds: ['dragon'] } as GiveOrders]))).toBe('kind.unknown')
  expect(await refused(onSmoke([{ ...opens, command: 'dance' } as GiveOrders]))).toBe('command.unknown')
  expect(await refused(onSmoke([{ ...opens, input: { far: 1 } } as GiveOrders]))).toBe('command.input')
  expect(await refused(onSmoke([{ ...opens, kinds: ['fire-door'], command: 'close' } as GiveOrders]))).toBe(
    'linkage.nobody',
  )
  expect(await refused(onSmoke([opens], { rules: [] }))).toBe('input.invalid')
  expect(await refused(onSmoke([{ ...opens, where: 'near' } as GiveOrders]))).toBe('input.invalid')
  const good = onSmoke([opens])
  expect((await server.ask(saveLinkage, { linkage: good, seen: 0 }, 'operator')).status).toBe(403)

  const tried = await server.ask(tryLinkage, { linkage: good, at: { device: 'smoke-1' } }, 'commander')
  expect(tried.body).toMatchObject({
    steps: [
      { device: 'door-1', name: 'door-1', command: 'hold-open', needsAnother: false, away: true },
      { device: 'door-2' },
    ],
  })
  const there = await server.ask(tryLinkage, { linkage: good, at: { place: 'jinxiu/z2' } }, 'commander')
  expect(there.body.steps).toEqual([
    { action: 0, kind: 'door-access', command: 'hold-open', input: {}, needsAnother: false, away: false },
  ])
  await publish(await server.device('smoke-1'), 'smoke-1', { smoke: 40 })
  const wish = { linkage: good, from: clock.now() - 60_000, to: clock.now() + 60_000 }
  expect((await server.ask(reviewLinkage, wish, 'commander')).body).toMatchObject({
    count: 1,
    alarms: [{ device: 'smoke-1', told: 2 }],
  })

  await set(server, good)
  expect(server.log.told.linkages.get('own')).toMatchObject({ mode: 'armed', armedBy: { id: 'commander' } })
  const seen = server.log.told.linkages.get('own')?.changedAt ?? 0
  clock.advance(1000)
  expect((await server.ask(saveLinkage, { linkage: good, seen: 0 }, 'admin')).error?.code).toBe('linkage.changed')
  expect((await server.ask(saveLinkage, { linkage: good, seen }, 'admin')).body).toEqual({ mode: 'dry' })
  expect(server.log.told.linkages.get('own')?.armedBy).toBeUndefined()
  const changed = server.log.told.linkages.get('own')?.changedAt ?? 0
  expect((await server.ask(resetLinkage, { linkage: 'own', seen: changed }, 'admin')).status).toBe(200)
  expect((await server.ask(setLinkageMode, { linkage: 'own', mode: 'armed', seen: 0 }, 'admin')).error?.code).toBe(
    'linkage.unknown',
  )
})
