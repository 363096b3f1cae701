import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import WebSocket from 'ws'
import { listAlarms } from '#shared/contract/alarms.ts'
import { routeOf } from '#shared/contract/call.ts'
import { allCalls } from '#shared/contract/contract.ts'
import { readingTopic } from '#shared/contract/reading.ts'
import { PROTOCOL_VERSION, type Reply } from '#shared/contract/wire.ts'
import { errorCodes, isErrorCode } from '#shared/errors.ts'
import { canonical } from '#shared/world/hash.ts'
import { authorization } from './testing/client.ts'
import { secretOf } from './testing/site.ts'
import { publish, type Running, start } from './testing/start.ts'
import { until } from './testing/until.ts'

/** Random input for every entrance of a running server: it stays up, stays whole, and answers the next good request. */
const CASES = 20_000
const SEED = 20261121

let server: Running
let before: string
let crashes: unknown[] = []
const crashed = (error: unknown) => crashes.push(error)

beforeAll(async () => {
  process.on('uncaughtException', crashed)
  process.on('unhandledRejection', crashed)
  server = await start({ shared: true })
})
afterAll(async () => {
  await server.close()
  process.off('uncaughtException', crashed)
  process.off('unhandledRejection', crashed)
})
beforeEach(() => {
  crashes = []
  before = whole()
})
afterEach(async () => {
  expect(crashes).toEqual([])
  expect(server.reports.filter((text) => text.includes('internal'))).toEqual([])
  expect(whole()).toBe(before)
  const device = await server.device('smoke-2')
  await publish(device, 'smoke-2', { smoke: 1 })
  await device.endAsync()
  expect((await server.ask(listAlarms, {}, 'viewer')).body).toEqual({ alarms: [] })
  const screen = await server.screen('viewer')
  await until(() => screen.world.seq === server.log.told.seq, 'a screen to be up to date')
  screen.close()
})

/** All that is told, but for which device is connected just now: that changes with the tests' own connections. */
function whole(): string {
  const { devices, alarms, users } = server.log.told
  const still = [...devices.values()].map(({ link: _, linkSince: __, ...device }) => device)
  return canonical([still, [...alarms.values()], [...users.values()]])
}

const oddNumber = fc.oneof(
  fc.constantFrom(-1, 100.01, 1e308, -0, 2 ** 53, 5e-324),
  fc.double({ min: 0, max: 7, noNaN: true }),
  fc.integer({ max: -1 }),
)
const odd = fc.oneof(
  oddNumber,
  fc.string(),
  fc.jsonValue(),
  fc.constantFrom(null, true, '', '__proto__', '1e999', {}, []),
)

/** JSON that is nearly right, cut, doubled, or with a byte changed. */
function spoilt(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const how = fc.tuple(
    text,
    fc.nat(),
    fc.constantFrom('cut', 'twice', 'swap', 'none', 'none'),
    fc.string({ minLength: 1, maxLength: 1 }),
  )
  return how.map(([all, at, way, char]) => {
    const i = all.length ? at % all.length : 0
    if (way === 'cut') return all.slice(0, i)
    if (way === 'twice') return all + all
    return way === 'swap' ? all.slice(0, i) + char + all.slice(i + 1) : all
  })
}

const key = fc.constantFrom('at', 'values', 'smoke', 'temperature', '__proto__', 'constructor', '', '烟')
const nearlyReading = fc
  .dictionary(key, fc.oneof(odd, fc.dictionary(key, odd, { maxKeys: 3 })), { maxKeys: 3 })
  .map((value) => JSON.stringify(value))

test(`MQTT payloads, ${CASES}`, async () => {
  const device = await server.device('smoke-1')
  const payload = fc.oneof(
    spoilt(nearlyReading).map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    fc.json().map((text) => Buffer.from(text)),
  )
  const payloads = fc.sample(payload, { numRuns: CASES, seed: SEED })
  const topic = readingTopic('smoke-1')
  for (let i = 0; i < CASES; i += 1000)
    await Promise.all(
      payloads.slice(i, i + 1000).map((one, n) => device.publishAsync(topic, one, { qos: n % 3 === 2 ? 2 : 1 })),
    )
  // Every one was answered, on the one connection.
  expect(device.connected).toBe(true)
  await device.endAsync()
}, 60_000)

function connectPacket(device: string, secret: string): Buffer {
  const text = (value: string) => Buffer.concat([Buffer.from([0, value.length]), Buffer.from(value)])
  const body = Buffer.concat([text('MQTT'), Buffer.from([4, 0xc2, 0, 60]), text(device), text(device), text(secret)])
  return Buffer.concat([Buffer.from([0x10, body.length]), body])
}

test(`raw MQTT bytes, ${CASES}`, async () => {
  const good = connectPacket('gas-1', secretOf('gas-1'))
  const publishing = Buffer.concat([
    Buffer.from([0x32, 26, 0, 20]),
    Buffer.from('devices/gas-1/reading'),
    Buffer.from([0, 7, 0x7b]),
  ])
  const subscribing = Buffer.from([0x82, 6, 0, 1, 0, 1, 0x23, 0])
  const bytes = fc.uint8Array({ maxLength: 40 }).map((one) => Buffer.from(one))
  const packet = fc
    .tuple(fc.constantFrom(good, publishing, subscribing, Buffer.from([0xc0, 0])), fc.nat(), fc.nat(255))
    .map(([one, at, byte]) => {
      const changed = Buffer.from(one)
      changed[at % changed.length] = byte
      return changed
    })
  const headed = fc
    .tuple(fc.nat(255), bytes)
    .map(([type, body]) => Buffer.concat([Buffer.from([type, body.length]), body]))
  const piece = fc.oneof(bytes, packet, headed)
  const cases = fc.sample(fc.tuple(fc.nat(3), fc.array(piece, { maxLength: 3 })), { numRuns: CASES, seed: SEED })
  const send = ([signedOn, pieces]: [number, Buffer[]]) =>
    new Promise<void>((resolve) => {
      const socket = connect(server.app.mqttPort, '127.0.0.1', () =>
        socket.end(Buffer.concat([...(signedOn === 0 ? [good] : []), ...pieces])),
      )
      socket.on('error', () => {})
      socket.on('close', () => resolve())
      socket.resume()
    })
  await inParallel(cases, 64, send)
}, 60_000)

async function inParallel<T>(cases: T[], width: number, run: (one: T, index: number) => Promise<void>): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < cases.length) {
        const index = next++
        await run(cases[index] as T, index)
      }
    }),
  )
}

const calls = allCalls()
const fieldNames = [...new Set(calls.flatMap((call) => Object.keys((call.input as { shape?: object }).shape ?? {})))]
const nearlyInput = fc.oneof(
  fc.dictionary(fc.constantFrom(...fieldNames, '__proto__'), odd, { maxKeys: 5 }),
  fc.constant({}),
  fc.jsonValue(),
)
// A sign-out that happens to be right would end the session that the other cases are sent with.
const callName = fc.constantFrom(...calls.map(({ name }) => name).filter((name) => name !== 'session:sign-out'))

test(`HTTP bodies, ${CASES}`, async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const credentials = [
    {},
    authorization({ token: await server.token('viewer') }),
    authorization({ device: 'smoke-1', secret: secretOf('smoke-1') }),
  ]
  const body = spoilt(nearlyInput.map((value) => JSON.stringify(value)))
  const type = fc.constantFrom('application/json', 'application/json', 'application/json', 'text/plain', 'x/y', '')
  const cases = fc.sample(fc.tuple(callName, body, type, fc.nat(2)), { numRuns: CASES, seed: SEED })
  const seen = new Map<string, number>()
  await inParallel(cases, 32, async ([name, content, contentType, who]) => {
    const call = calls.find((one) => one.name === name)
    const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const headers = { ...credentials[who], ...(contentType ? { 'content-type': contentType } : {}) }
      const sent = request(server.url + (call ? routeOf(call) : ''), { method: 'POST', agent, headers }, (response) => {
        let text = ''
        response.on('data', (data) => {
          text += data
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      })
      sent.on('error', reject)
      sent.end(content)
    })
    const answered = JSON.parse(answer.text)
    const code = answer.status === 200 ? 'ok' : answered.error.code
    seen.set(code, (seen.get(code) ?? 0) + 1)
    if (code !== 'ok') expect([isErrorCode(code), errorCodes[code as 'internal']]).toEqual([true, answer.status])
  })
  agent.destroy()
  expect(seen.get('internal')).toBeUndefined()
  // The cases reach behind the first door: some are even right.
  for (const code of ['ok', 'input.invalid', 'input.malformed', 'access.required', 'access.denied'])
    expect(seen.get(code), code).toBeGreaterThan(50)
}, 60_000)

test(`socket messages, ${CASES}, a part of them raw`, async () => {
  const RAW = 6000
  const screen = await server.screen('viewer')
  const message = fc.tuple(fc.oneof(callName, odd), fc.oneof(nearlyInput, odd))
  const messages = fc.sample(message, { numRuns: CASES - RAW, seed: SEED })
  await inParallel(messages, 40, async ([name, input]) => {
    const reply = (await screen.socket.emitWithAck('ask', name as string, input)) as Reply
    if (reply.ok) return
    expect(isErrorCode(reply.error.code)).toBe(true)
    expect(reply.error.code).not.toBe('internal')
  })
  expect(screen.socket.connected).toBe(true)

  const token = await server.token('viewer')
  const hello = `40${JSON.stringify({ token, protocol: PROTOCOL_VERSION })}`
  const valid = fc.constantFrom(
    '42["ask","alarm:list",{}]',
    '4217["ask","alarm:list",{}]',
    '42["hello",{"since":0}]',
    '41',
    '2',
    '3',
    '40/other,{}',
    '451-["ask",{"_placeholder":true,"num":0}]',
    '42["disconnect"]',
    '42["error",{}]',
    '42["__proto__",1]',
    '44{"message":"x"}',
    hello,
  )
  const text = fc.oneof(spoilt(valid), fc.string(), spoilt(fc.json().map((json) => `42${json}`)))
  const texts = fc.sample(fc.array(text, { minLength: 10, maxLength: 10 }), { numRuns: RAW / 10, seed: SEED })
  await inParallel(texts, 16, (group, index) => {
    const raw = new WebSocket(`${server.url.replace('http', 'ws')}/live/?EIO=4&transport=websocket`)
    raw.on('error', () => {})
    return new Promise((resolve) => {
      raw.on('close', () => resolve())
      raw.on('open', () => {
        // Two thirds sign on first; each ends with a ping of the transport, whose answer says that all was read.
        if (index % 3) raw.send(hello)
        for (const one of group) raw.send(one)
        raw.ping()
      })
      raw.on('pong', () => raw.terminate())
    })
  })
}, 60_000)
