import { expect, test } from 'vitest'
import { acknowledgeAlarms, shelveAlarms } from '#shared/contract/alarms.ts'
import { listDeliveries } from '#shared/contract/notices.ts'
import { DAY, MINUTE, SECOND } from '#shared/time.ts'
import { alarmAcknowledged, alarmClustered, alarmReturned } from '#shared/world/alarm-events.ts'
import { devicePlayed } from '#shared/world/devices.ts'
import type { Draft } from '#shared/world/event.ts'
import { publish } from '../../testing/start.ts'
import { until } from '../../testing/until.ts'
import { httpGateway, smtpServer, textOf } from './testing.ts'
import { NINE, NoticeCenter, raised } from './testing-center.ts'

const ack = (center: NoticeCenter, alarm: string) =>
  center.server.ask(acknowledgeAlarms, { alarms: [alarm] }, 'operator')

test('a device raises an alarm: a program is told at once and again, until somebody acknowledges; all is shown', async () => {
  const center = await NoticeCenter.start()
  const hook = await httpGateway()
  await center.webhook('hook', hook.url)
  await center.route([{ channels: ['hook'] }], { repeat: { every: 5, most: 10 } })
  const device = await center.server.device('smoke-1')
  for (let i = 0; i < 3; i++) {
    await publish(device, 'smoke-1', { smoke: 12 })
    await center.pass(2 * SECOND, 100)
  }
  const alarm = await until(() => [...center.world.alarms.ids()][0], 'the alarm')
  await until(() => hook.told.length === 1, 'the webhook to be told')
  await center.settle()
  const told = JSON.parse(hook.told[0]?.body ?? '')
  expect(told).toMatchObject({ what: 'alarm', count: 1, alarms: [{ alarm, device: 'smoke-1', grade: 1 }] })
  expect(told.text).toContain('b01 1 层')
  expect(await center.shown(alarm)).toMatchObject([{ state: 'sent', channelName: 'hook', tries: 1, status: 200 }])
  const said = async () => {
    for (let i = 0; i < 5; i++) {
      await publish(device, 'smoke-1', { smoke: 12 })
      await center.minutes(1)
    }
  }
  await said()
  expect(hook.told).toHaveLength(2)
  expect(JSON.parse(hook.told[1]?.body ?? '').text).toContain('第 1 次重复')
  const { body } = await center.server.ask(listDeliveries, { alarm }, 'viewer')
  expect(body.next).toEqual([{ route: 'route-1', what: 'repeat', at: expect.any(Number) }])
  await ack(center, alarm)
  await said()
  await said()
  expect(hook.told).toHaveLength(2)
  expect((await center.server.ask(listDeliveries, { alarm }, 'viewer')).body.next).toEqual([])
})

test('people are told by mail and telephone in the order of the steps, each at its minute; those who were told hear that it is over', async () => {
  const center = await NoticeCenter.start()
  const gateway = await httpGateway((_, response, n) => response.end(`{"id":${n}}`))
  const mail = await smtpServer()
  await center.channel('mail', {
    kind: 'mail',
    host: '127.0.0.1',
    port: mail.port,
    secure: 'none',
    from: 'a@b.example',
  })
  await center.sms('sms', gateway.url)
  await center.reach('operator', { mail: 'op@jinxiu.example' })
  await center.reach('commander', { phone: '138 0000-1234' })
  await center.route(
    [
      { after: 0, roles: ['operator'], channels: ['mail', 'sms'] },
      { after: 5, accounts: ['commander'], channels: ['sms'] },
    ],
    { allClear: true },
  )
  const alarm = await center.raise(1)
  await until(() => mail.mails.length === 1, 'the first mail')
  expect(mail.mails[0]?.to).toEqual(['op@jinxiu.example'])
  expect(textOf(mail.mails[0] as never)).toContain('b01 1 层')
  await center.pass(5 * MINUTE - SECOND)
  expect(gateway.told).toEqual([])
  await center.pass(2 * SECOND)
  await until(() => gateway.told.length === 1, 'the commander to be told')
  expect(JSON.parse(gateway.told[0]?.body ?? '')).toMatchObject({ to: '13800001234' })
  expect(gateway.told[0]?.body).toContain('升级至您')
  await ack(center, alarm)
  await until(() => mail.mails.length === 2, 'the operator to hear that it is over')
  expect(gateway.told).toHaveLength(1)
  // The commander was told a moment ago.
  await center.minutes(2)
  expect(gateway.told).toHaveLength(2)
  expect(gateway.told[1]?.body).toContain('已有人确认')
  expect(center.deliveries.map(({ what, to }) => `${what} ${to?.account}`).sort()).toEqual([
    'alarm commander',
    'alarm operator',
    'clear commander',
    'clear operator',
  ])
})

test('a webhook that hangs holds up nobody: others are told, it is tried three times more, then the next step is told at once and every screen knows', async () => {
  const center = await NoticeCenter.start()
  const hanging = await httpGateway(() => {})
  const well = await httpGateway()
  const next = await httpGateway()
  await center.webhook('hanging', hanging.url)
  await center.webhook('well', well.url)
  await center.webhook('next', next.url)
  await center.route([{ channels: ['hanging'] }, { after: 30, channels: ['next'] }])
  await center.route([{ channels: ['well'] }], {}, 'route-2')
  const screen = await center.server.screen('viewer')
  const alarm = await center.raise(1)
  await until(() => well.heard.length === 1 && hanging.heard.length === 1, 'both to be asked')
  expect(await center.shown(alarm)).toHaveLength(2)
  await center.pass(9 * SECOND)
  expect(hanging.heard).toHaveLength(1)
  // Ten seconds of patience each, and 2, 10 and 60 seconds between.
  await center.pass(112 * SECOND)
  expect(hanging.heard).toHaveLength(4)
  expect(new Set(hanging.heard.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  await until(() => next.heard.length === 1, 'the next step')
  expect(center.deliveries.find(({ channel }) => channel === 'hanging')).toMatchObject({
    state: 'failed',
    reason: 'timeout',
    tries: 4,
  })
  await until(() => {
    center.clock.advance(50)
    return screen.world.outlets.get('hanging')?.reason === 'timeout'
  }, 'the screen to know')
  expect([...screen.world.deliveries.ids(), ...screen.world.channels.ids()]).toEqual([])
})

test('a channel behind which nobody answers is left alone, probed now and then, and said to be well when it is', async () => {
  const center = await NoticeCenter.start()
  const zone = await center.server.screen('zone1')
  let isWell = false
  const hook = await httpGateway((_, response) => response.writeHead(isWell ? 200 : 503).end())
  await center.webhook('busy', hook.url)
  await center.webhook('gone', 'http://127.0.0.1:1/')
  await center.route([{ channels: ['gone'] }, { after: 60, channels: ['busy'] }])
  for (let i = 0; i < 4; i++) {
    await center.raise(1, { device: `smoke-${1 + (i % 2)}` })
    await center.pass(80 * SECOND)
  }
  const gone = center.deliveries.filter(({ channel }) => channel === 'gone')
  expect(gone.some(({ reason, tries }) => reason === 'channel-down' && tries < 4)).toBe(true)
  expect(center.world.outlets.get('gone')).toMatchObject({ reason: 'unreachable' })
  // Whoever looks after a part of the place hears it as well, live and on joining, without what it is called.
  for (const screen of [zone, await center.server.screen('zone1')]) {
    await until(() => screen.world.outlets.has('gone'), 'the word on the screen of a zone')
    expect(screen.world.outlets.get('gone')).toMatchObject({ reason: 'unreachable', kind: 'webhook' })
    expect(center.world.outlets.get('gone')).toHaveProperty('name')
    expect(screen.world.outlets.get('gone')).not.toHaveProperty('name')
    expect(JSON.stringify([screen.frames, screen.states])).not.toContain('"name":"gone"')
  }
  expect(center.world.outlets.get('busy')).toMatchObject({ reason: 'status' })
  isWell = true
  await center.raise(1)
  await center.pass(3 * MINUTE)
  expect(center.world.outlets.has('busy')).toBe(false)
  await until(() => !zone.world.outlets.has('busy'), 'the word on the screen of a zone to go')
  expect(center.world.outlets.has('gone')).toBe(true)
})

test('no storm: five hundred alarms in two minutes are three messages to each person, and a screenful of each', async () => {
  const center = await NoticeCenter.start()
  const gateway = await httpGateway((_, response, n) => response.end(`{"id":${n}}`))
  await center.sms('sms', gateway.url)
  await center.reach('operator', { phone: '13800000001' })
  await center.reach('commander', { phone: '13800000002' })
  await center.route([{ accounts: ['operator', 'commander'], channels: ['sms'] }])
  const began = performance.now()
  for (let n = 0; n < 120; n++) {
    await center.append(...Array.from({ length: n < 20 ? 5 : 4 }, () => raised(2)))
    await center.pass(SECOND)
  }
  await center.minutes(3)
  const took = performance.now() - began
  const per = (phone: string) => gateway.told.filter(({ body }) => JSON.parse(body).to === phone)
  expect(center.world.alarms.size).toBe(500)
  for (const phone of ['13800000001', '13800000002']) {
    expect(per(phone).length).toBeLessThanOrEqual(3)
    expect(per(phone).length).toBeGreaterThanOrEqual(2)
  }
  expect(JSON.parse(gateway.told.at(-1)?.body ?? '').text).toMatch(/另有 \d+ 条/)
  expect(Math.max(...gateway.told.map(({ body }) => JSON.parse(body).text.length))).toBeLessThan(400)
  expect(took).toBeLessThan(15_000)
})

test('alarms of one cause are one notice; a graver one among them is told, and its number with it', async () => {
  const center = await NoticeCenter.start()
  const hook = await httpGateway()
  await center.webhook('hook', hook.url)
  await center.route([{ channels: ['hook'] }], { repeat: { every: 5, most: 3 } })
  const first = await center.raise(2, { sign: 'smoke' })
  const join = (grade: 1 | 2) => raised(grade, { sign: 'smoke', cluster: first, device: 'smoke-2' })
  await center.append(alarmClustered('jinxiu/z1/b01/f01', { alarm: first, cluster: first }), join(2), join(2))
  await center.pass(10 * SECOND)
  expect(hook.told).toHaveLength(1)
  expect(center.world.notices.size).toBe(1)
  await center.append(join(1))
  await center.pass(10 * SECOND)
  expect(hook.told).toHaveLength(2)
  expect(JSON.parse(hook.told[1]?.body ?? '')).toMatchObject({ count: 4, alarms: [{ grade: 1 }, {}, {}, {}] })
  // One of them is in hand: the others still want somebody.
  await ack(center, first)
  await center.minutes(6)
  expect(hook.told).toHaveLength(3)
  expect(JSON.parse(hook.told[2]?.body ?? '').count).toBe(3)
  // Who looks at the one that was told of only as one of several sees that, too.
  const last = [...center.world.alarms.ids()].at(-1) as string
  expect((await center.shown(last)).map(({ ofCause = false }) => ofCause)).toEqual([false, false, true])
})

test('nobody is told of what calls for nobody: shelved, out of service, explained, played from a recording, gone, or in hand', async () => {
  const center = await NoticeCenter.start()
  const hook = await httpGateway()
  await center.webhook('hook', hook.url)
  await center.route([{ after: 1, channels: ['hook'] }])
  const aside = (how: 'shelved' | 'suppressed' | 'out-of-service', n: number): Draft => {
    const draft = raised(1, { device: `smoke-${n}` })
    return { ...draft, data: { ...(draft.data as object), aside: { how, because: 'aside-somebody' } } }
  }
  await center.append(aside('shelved', 1), aside('suppressed', 1), aside('out-of-service', 2))
  await center.append(devicePlayed('jinxiu/z1/b01/f02', { device: 'gas-1', file: 'a.csv', playing: true }))
  await center.raise(1, { device: 'gas-1', place: 'jinxiu/z1/b01/f02' })
  const gone = await center.raise(1)
  await center.append(alarmReturned('jinxiu/z1/b01/f01', { alarm: gone, value: 0 }))
  const inHand = await center.raise(1)
  await ack(center, inHand)
  const shelved = await center.raise(1)
  await center.server.ask(shelveAlarms, { alarms: [shelved], minutes: 60, reason: '检修' }, 'operator')
  await center.minutes(10)
  expect(hook.told).toEqual([])
  expect(center.deliveries).toEqual([])
  // The shelf ends and it is still there: now it calls.
  await center.pass(52 * MINUTE, 5 * SECOND)
  expect(hook.told).toHaveLength(1)
})

test('outside of its hours a route is quiet; what still calls when they begin is told then, once', async () => {
  const center = await NoticeCenter.start()
  const hook = await httpGateway()
  await center.webhook('hook', hook.url)
  const days = [0, 1, 2, 3, 4, 5, 6]
  await center.route([{ channels: ['hook'] }], {
    when: { hours: { days, from: '08:00', to: '20:00' } },
    repeat: { every: 30, most: 100 },
  })
  await center.pass(11 * 60 * MINUTE, MINUTE)
  await center.append(raised(3), raised(3))
  await center.pass(60 * MINUTE, MINUTE)
  expect(hook.told).toEqual([])
  await center.pass(11 * 60 * MINUTE + 2 * MINUTE, MINUTE)
  expect(center.clock.now()).toBeGreaterThan(NINE + DAY - 60 * MINUTE)
  expect(hook.told.map(({ body }) => JSON.parse(body).count)).toEqual([2])
  await center.pass(12.5 * 60 * MINUTE, MINUTE)
  const inTheEvening = hook.told.length
  expect(inTheEvening).toBeGreaterThan(20)
  await center.pass(60 * MINUTE, MINUTE)
  expect(hook.told).toHaveLength(inTheEvening)
}, 60_000)

test('after a restart in the middle what was being sent is sent once more under the same name, and steps go on', async () => {
  const center = await NoticeCenter.start()
  let answers = false
  const hook = await httpGateway((_, response) => {
    if (answers) response.end('{}')
  })
  const next = await httpGateway()
  await center.webhook('hook', hook.url)
  await center.webhook('next', next.url)
  await center.route([{ channels: ['hook'] }, { after: 10, channels: ['next'] }], { repeat: { every: 20, most: 3 } })
  const alarm = await center.raise(1)
  await until(() => hook.heard.length === 1, 'the first try')
  await center.server.restart(() => {
    answers = true
    center.clock.advance(4 * MINUTE)
  })
  await until(() => hook.heard.length === 2, 'it to be sent again')
  await center.settle()
  expect(hook.heard[1]?.headers['idempotency-key']).toBe(hook.heard[0]?.headers['idempotency-key'])
  expect(await center.shown(alarm)).toMatchObject([{ state: 'sent', tries: 2 }])
  await center.server.restart()
  await center.settle()
  expect(hook.heard).toHaveLength(2)
  await center.pass(5 * MINUTE)
  expect(next.heard).toEqual([])
  await center.pass(90 * SECOND)
  expect(next.heard).toHaveLength(1)
})

test('what rose while the center went down is told after the start; what somebody has in hand is not', async () => {
  const center = await NoticeCenter.start()
  const hook = await httpGateway()
  await center.webhook('hook', hook.url)
  // Without a route nobody is told: as if it had gone down before it could decide.
  const alarm = await center.raise(1)
  const other = await center.raise(1, { device: 'smoke-2' })
  await ack(center, other)
  await center.route([{ channels: ['hook'] }])
  await center.minutes(1)
  expect(hook.told).toEqual([])
  await center.server.restart()
  await until(() => hook.told.length === 1, 'the alarm to be told')
  await center.settle()
  expect(JSON.parse(hook.told[0]?.body ?? '').alarms).toMatchObject([{ alarm }])
  await center.server.restart()
  await center.pass(5 * SECOND)
  expect(hook.told).toHaveLength(1)
})

test('nobody on duty, nobody with a number: it is on record as that, and the next step is told at once', async () => {
  const center = await NoticeCenter.start()
  const gateway = await httpGateway((_, response, n) => response.end(`{"id":${n}}`))
  await center.sms('sms', gateway.url)
  await center.reach('commander', { phone: '13800000002' })
  await center.route([
    { onDuty: true, channels: ['sms'] },
    { after: 10, accounts: ['operator'], channels: ['sms'] },
    { after: 20, accounts: ['commander'], channels: ['sms'] },
  ])
  const alarm = await center.raise(1)
  await until(() => gateway.told.length === 1, 'the commander to be told')
  expect((await center.shown(alarm)).map(({ reason, to }) => reason ?? to?.account).sort()).toEqual([
    'commander',
    'no-address',
    'nobody',
  ])
})

test('an acknowledgement that comes while a message waits for its turn stops it', async () => {
  const center = await NoticeCenter.start()
  const gateway = await httpGateway((_, response, n) => response.end(`{"id":${n}}`))
  await center.sms('sms', gateway.url)
  await center.reach('operator', { phone: '13800000001' })
  await center.route([{ accounts: ['operator'], channels: ['sms'] }])
  await center.raise(2)
  await center.pass(5 * SECOND)
  const second = await center.raise(2)
  expect(await center.shown(second)).toMatchObject([{ state: 'waiting' }])
  await center.append(alarmAcknowledged('jinxiu/z1/b01/f01', { alarm: second }))
  await center.minutes(2)
  expect(gateway.told).toHaveLength(1)
  expect(await center.shown(second)).toMatchObject([{ state: 'dropped', reason: 'acknowledged' }])
})
