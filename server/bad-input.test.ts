import { connect } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import WebSocket from 'ws'
import { listAlarms } from '#shared/contract/alarms.ts'
import { issueCredential, revokeCredential } from '#shared/contract/devices.ts'
import { readingTopic } from '#shared/contract/reading.ts'
import { registerDevice } from '#shared/contract/registry.ts'
import { listDeadLetters } from '#shared/contract/system.ts'
import { PROTOCOL_VERSION } from '#shared/contract/wire.ts'
import { MINUTE, SimulatedClock } from '#shared/time.ts'
import { worldHash } from '#shared/world/hash.ts'
import { post } from './testing/client.ts'
import { Screen } from './testing/screen.ts'
import { secretOf } from './testing/site.ts'
import { publish, type Running, start } from './testing/start.ts'
import { until } from './testing/until.ts'

let server: Running
let before: string
beforeEach(async () => {
  server = await start()
  before = worldHash(server.log.told)
})
afterEach(async () => {
  // The server still does what it is for.
  expect((await server.ask(listAlarms, {}, 'viewer')).status).toBe(200)
})

/** Waits until the refusal is in the list that an administrator reads, and counted there. */
async function letter(source: string, code: string, content?: string | RegExp) {
  return until(
    async () => {
      const { body } = await server.ask(listDeadLetters, { source, code }, 'commander')
      const counted = body.counts.find(
        (one: { source: string; code: string }) => one.source === source && one.code === code,
      )
      const found = body.letters.find(
        (one: { excerpt: string; reason: string }) =>
          content === undefined || `${one.excerpt}\n${one.reason}`.match(content),
      )
      return counted?.count > 0 && found
    },
    `a dead letter ${source} ${code} ${content ?? ''}`,
  )
}

const unchanged = () => {
  // Links come and go with the tests' own connections; nothing else may have moved.
  const links = [...server.log.told.devices.values()].some((device) => device.link !== 'unknown')
  if (!links) expect(worldHash(server.log.told)).toBe(before)
  expect(server.log.told.alarms.size).toBe(0)
}

test('MQTT: what is no reading is refused, kept, and acknowledged, so that it is not sent for ever', async () => {
  const device = await server.device('smoke-1')
  const send = (payload: string | Buffer) => device.publishAsync(readingTopic('smoke-1'), payload, { qos: 1 })
  await send('{"values":')
  await letter('mqtt', 'input.malformed', '{"values":')
  await send('{"values":{"smoke":"high"}}')
  await letter('mqtt', 'reading.invalid', 'high')
  await send('{"values":{"smoke":101}}')
  await letter('mqtt', 'reading.invalid', 'outside of 0 to 100')
  await send('{"values":{"humidity":1}}')
  await letter('mqtt', 'reading.invalid', 'no metric humidity')
  await send('{"values":{}}')
  await letter('mqtt', 'reading.invalid', 'no values')
  await send('{"values":{"smoke":90},"extra":1}')
  await letter('mqtt', 'reading.invalid', 'extra')
  await send(JSON.stringify({ at: Date.now() + 60 * MINUTE, values: { smoke: 90 } }))
  await letter('mqtt', 'reading.out-of-time')
  await send(Buffer.from([0xff, 0x00, 0xfe]))
  await letter('mqtt', 'input.malformed', '·')
  expect(device.connected).toBe(true)
  unchanged()
})

test('MQTT: a packet that is too large, foreign topics, and any wildcard', async () => {
  const gone = (client: { connected: boolean }) => until(() => !client.connected, 'the connection to close')
  let device = await server.device('smoke-1')
  device.publish(readingTopic('smoke-1'), Buffer.alloc(70_000, 0x20), { qos: 1 }, () => {})
  await letter('mqtt', 'input.too-large')
  await gone(device)
  for (const topic of [readingTopic('smoke-2'), 'anything', 'devices/smoke-1/commands', '$SYS/x']) {
    device = await server.device('smoke-1')
    device.publish(topic, '{"values":{"smoke":90}}', { qos: 1 }, () => {})
    await gone(device)
    if (topic !== '$SYS/x') await letter('mqtt', 'topic.denied', topic)
  }
  device = await server.device('smoke-1')
  for (const topic of ['#', '+/+/+', 'devices/+/commands', 'devices/smoke-2/commands', 'devices/smoke-1/readings']) {
    await expect(device.subscribeAsync(topic, { qos: 1 })).rejects.toThrow()
    await letter('mqtt', 'topic.denied', topic.replaceAll('+', '\\+'))
  }
  expect(await device.subscribeAsync('devices/smoke-1/commands', { qos: 1 })).toMatchObject([{ qos: 1 }])
  unchanged()
})

test('MQTT: a device cannot take the place of another by its client id', async () => {
  const victim = await server.device('smoke-1', { clean: false })
  await victim.subscribeAsync('devices/smoke-1/commands', { qos: 1 })
  const other = await server.device('smoke-2', { clientId: 'smoke-1', clean: false })
  await publish(other, 'smoke-2', { smoke: 1 })
  await publish(victim, 'smoke-1', { smoke: 1 })
  expect([victim.connected, other.connected]).toEqual([true, true])
})

test('MQTT: a device whose secret is taken away, or renewed, is gone on every connection it had', async () => {
  const first = await server.device('smoke-1', { clientId: 'one' })
  const second = await server.device('smoke-1', { clientId: 'two' })
  await server.ask(revokeCredential, { device: 'smoke-1' }, 'admin')
  await until(() => !first.connected && !second.connected, 'both connections to close')
  await expect(server.device('smoke-1')).rejects.toThrow()
  const { body } = await server.ask(issueCredential, { device: 'smoke-1' }, 'admin')
  const renewed = await server.device('smoke-1', { password: body.secret })
  await publish(renewed, 'smoke-1', { smoke: 1 })
  expect(JSON.stringify((await server.ask(listDeadLetters, {}, 'commander')).body)).not.toContain(body.secret)
})

test('MQTT: of a kind that nobody knows', async () => {
  const entry = { device: 'odd-1', kind: 'no-such-kind', name: 'odd', place: 'jinxiu/z1' }
  const position = { lon: 114, lat: 22.5, height: 0 }
  expect((await server.ask(registerDevice, { ...entry, position }, 'admin')).error?.code).toBe('kind.unknown')
  const known = { ...entry, kind: 'smoke-detector', position }
  expect((await server.ask(registerDevice, known, 'admin')).status).toBe(200)
  expect((await server.ask(registerDevice, known, 'admin')).error?.code).toBe('device.exists')
})

test('HTTP: malformed, oversized, of another type, to nowhere', async () => {
  const url = `${server.url}/api/alarm/list`
  const headers = { authorization: `Bearer ${await server.token('viewer')}` }
  expect((await post(url, '{"a":', headers)).error?.code).toBe('input.malformed')
  expect((await post(url, 'null', headers)).status).toBe(200)
  expect((await post(url, '[]', headers)).error?.code).toBe('input.invalid')
  expect((await post(url, '"text"', headers)).error?.code).toBe('input.invalid')
  expect((await post(url, '{"__proto__":{"x":1}}', headers)).error?.code).toBe('input.malformed')
  expect(
    (await post(url, 'x=1', { ...headers, 'content-type': 'application/x-www-form-urlencoded' })).error?.code,
  ).toBe('input.malformed')
  expect((await post(url, ' '.repeat(1_100_000), headers)).error?.code).toBe('input.too-large')
  expect((await post(`${server.url}/api/no/such`, '{}', headers)).error?.code).toBe('call.unknown')
  expect((await post(`${server.url}/api/%c0%zz`, '{}', headers)).error?.code).toBe('input.malformed')
  const got = await fetch(url)
  expect([got.status, ((await got.json()) as { error: { code: string } }).error.code]).toEqual([404, 'call.unknown'])
  for (const code of ['input.malformed', 'input.too-large', 'input.invalid', 'call.unknown']) await letter('http', code)
  unchanged()
})

test('HTTP: depth does not exhaust the stack', async () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  const answer = await post(`${server.url}/api/session/sign-in`, `{"account":${deep},"password":"x"}`)
  expect(answer.error?.code).toBe('input.invalid')
  const headers = { authorization: `Bearer ${await server.token('operator')}` }
  const known = await post(`${server.url}/api/alarm/acknowledge`, `{"alarm":${deep}}`, headers)
  expect(known.error?.code).toBe('input.invalid')
})

test('HTTP: what does not even speak HTTP', async () => {
  const answered = await new Promise<string>((resolve) => {
    const socket = connect(server.app.httpPort, '127.0.0.1', () => socket.end('NONSENSE\r\n\r\n'))
    let text = ''
    socket.on('data', (data) => {
      text += data
    })
    socket.on('close', () => resolve(text))
  })
  expect(answered).toContain('400')
})

test('socket: refused at the door by name', async () => {
  const token = await server.token('viewer')
  const refused = async (screen: Screen) => {
    const refusal = await until(() => screen.refused, 'the refusal')
    screen.close()
    return refusal.code
  }
  expect(await refused(new Screen(server.url, token, undefined, PROTOCOL_VERSION + 1))).toBe('protocol.mismatch')
  expect(await refused(new Screen(server.url, 'wrong'))).toBe('access.expired')
  expect(await refused(new Screen(server.url, ''))).toBe('input.invalid')
  await letter('socket', 'protocol.mismatch')
  await letter('socket', 'access.expired')
})

test('socket: unknown calls, wrong input, unknown messages, a wrong hello', async () => {
  const screen = await server.screen('viewer')
  const ask = (name: unknown, input?: unknown) => screen.socket.emitWithAck('ask', name as string, input)
  expect(await ask('no:such', {})).toMatchObject({ ok: false, error: { code: 'call.unknown' } })
  expect(await ask('alarm:list', { x: 1 })).toMatchObject({ ok: false, error: { code: 'input.invalid' } })
  expect(await ask(7)).toMatchObject({ ok: false, error: { code: 'input.malformed' } })
  expect(await ask('alarm:acknowledge', { alarm: 'a' })).toMatchObject({ ok: false, error: { code: 'access.denied' } })
  ;(screen.socket.emit as (name: string) => void)('nonsense')
  screen.socket.emit('hello', { since: -1 } as never)
  screen.socket.emit('ask', 'alarm:list', {}, 'no function' as never)
  await letter('socket', 'call.unknown', 'nonsense')
  await letter('socket', 'input.invalid', 'since')
  await letter('socket', 'input.malformed')
  expect(await ask('alarm:list', {})).toEqual({ ok: true, value: { alarms: [] } })
  unchanged()
})

test('socket: a message that is too large, or is none, ends the connection and is kept', async () => {
  for (const [code, text] of [
    ['input.too-large', `42["ask","${'x'.repeat(300_000)}"]`],
    ['input.malformed', '42{"no": array'],
    ['input.malformed', '4z'],
  ] as const) {
    const raw = new WebSocket(`${server.url.replace('http', 'ws')}/live/?EIO=4&transport=websocket`)
    const got: string[] = []
    raw.on('message', (data) => got.push(String(data)))
    raw.on('error', () => {})
    await until(() => got.some((one) => one.startsWith('0')), 'the open packet')
    raw.send(`40${JSON.stringify({ token: await server.token('viewer'), protocol: PROTOCOL_VERSION })}`)
    await until(() => got.some((one) => one.startsWith('42["welcome"')), 'the welcome')
    const counted = async () =>
      ((await server.ask(listDeadLetters, { source: 'socket', code }, 'commander')).body.letters as unknown[]).length
    const had = await counted()
    raw.send(text)
    await until(() => raw.readyState === WebSocket.CLOSED, 'the connection to close')
    await until(async () => (await counted()) === had + 1, `one dead letter ${code} for ${text.slice(0, 20)}`)
  }
  unchanged()
})

test('a page of another origin is kept out, one of this machine and a named one are not', async () => {
  const open = (origin: string) =>
    new Promise<boolean>((resolve) => {
      const raw = new WebSocket(`${server.url.replace('http', 'ws')}/live/?EIO=4&transport=websocket`, { origin })
      raw.on('open', () => {
        raw.close()
        resolve(true)
      })
      raw.on('error', () => resolve(false))
    })
  expect(await open('https://evil.example')).toBe(false)
  expect(await open('http://localhost:5173')).toBe(true)
  expect(await open('app://ankan')).toBe(true)
  const allowed = async (origin: string) =>
    (await fetch(`${server.url}/api/ready`, { headers: { origin } })).headers.get('access-control-allow-origin')
  expect(await allowed('https://evil.example')).toBeNull()
  expect(await allowed('http://127.0.0.1:9')).toBe('http://127.0.0.1:9')
})

test('devices with a wrong secret are refused, logged and slowed down, without harm to their neighbours', async () => {
  const clock = new SimulatedClock(Date.now())
  const own = await start({ clock })
  const wrong = (device = 'smoke-1') =>
    own.device(device, { password: 'wrong' }).then(
      () => 'in',
      (error) => String(error),
    )
  for (let i = 0; i < 35; i++) expect(await wrong()).not.toBe('in')
  // The same gateway, the right secret: it comes in. The one that guessed is kept out even if it now knew.
  const neighbour = await own.device('smoke-2')
  await publish(neighbour, 'smoke-2', { smoke: 1 })
  await expect(own.device('smoke-1')).rejects.toThrow()
  const basic = { device: 'smoke-1', secret: secretOf('smoke-1') }
  expect((await own.ask(listAlarms, {}, basic)).error?.code).toBe('access.too-many-attempts')
  expect((await own.ask(listAlarms, {}, { ...basic, device: 'gas-1', secret: 'x' })).error?.code).toBe(
    'access.too-many-attempts',
  )
  const { body } = await own.ask(listDeadLetters, {}, 'commander')
  expect(body.counts).toContainEqual({ source: 'mqtt', code: 'access.wrong', count: 30 })
  expect(body.counts).toContainEqual({ source: 'mqtt', code: 'access.too-many-attempts', count: 6 })
  clock.advance(MINUTE + 1)
  await publish(await own.device('smoke-1'), 'smoke-1', { smoke: 1 })
})

test('of a flood of refusals all are counted and some are kept', async () => {
  const device = await server.device('smoke-1')
  const send = () => device.publishAsync(readingTopic('smoke-1'), 'nonsense', { qos: 1 })
  await Promise.all(Array.from({ length: 500 }, send))
  const { body } = await server.ask(listDeadLetters, { source: 'mqtt', limit: 500 }, 'commander')
  expect(body.counts).toContainEqual({ source: 'mqtt', code: 'input.malformed', count: 500 })
  expect(body.letters.length).toBe(120)
})
