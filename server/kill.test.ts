import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import mqtt from 'mqtt'
import { expect, onTestFinished, test } from 'vitest'
import { issueCredential } from '#shared/contract/devices.ts'
import { readingTopic } from '#shared/contract/reading.ts'
import { setUp, signIn } from '#shared/contract/session.ts'
import { systemClock } from '#shared/time.ts'
import { alarmChattered } from '#shared/world/alarm-events.ts'
import { worldHash } from '#shared/world/hash.ts'
import { World } from '#shared/world/world.ts'
import { EventLog } from './log/log.ts'
import { openSqliteStorage } from './log/sqlite/sqlite-storage.ts'
import { startChild, writeSite } from './testing/child.ts'
import { ask } from './testing/client.ts'
import { PASSWORD } from './testing/site.ts'
import { tempFolder } from './testing/start.ts'
import { until } from './testing/until.ts'

const DEVICES = ['smoke-1', 'smoke-2']
const KILLS = 10
const IN_FLIGHT = 40

interface Sent {
  device: string
  at: number
  value: number
}

test(`killed ${KILLS} times while readings pour in, nothing that was acknowledged is lost or there twice`, async () => {
  const folder = await tempFolder()
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const site = await writeSite(join(folder, 'site'))
  const data = join(folder, 'data')
  const begin = () => startChild(['--site', site, '--data', data])
  const acknowledged: Sent[] = []
  const started = Date.now() - 3_600_000

  let child = await begin()
  const url = `http://127.0.0.1:${child.httpPort}`
  await ask(url, setUp, { code: child.setupCode, account: 'boss', name: '主任', password: PASSWORD })
  const { token } = (await ask(url, signIn, { account: 'boss', password: PASSWORD })).body
  const secrets = new Map<string, string>()
  for (const device of DEVICES)
    secrets.set(device, (await ask(url, issueCredential, { device }, { token })).body.secret)

  const sentBy = new Map(DEVICES.map((device) => [device, 0]))

  for (let kill = 0; kill < KILLS; kill++) {
    const had = acknowledged.length
    let on = true
    const clients = DEVICES.map((device) => {
      const client = mqtt.connect(`mqtt://127.0.0.1:${child.mqttPort}`, {
        clientId: device,
        username: device,
        password: secrets.get(device) as string,
        reconnectPeriod: 0,
      })
      client.on('error', () => {})
      // In turn beyond the limit and back, each with a value of its own, so that each can be found again.
      const next = (): void => {
        const n = sentBy.get(device) as number
        sentBy.set(device, n + 1)
        const value = (n % 2 === 0 ? 1 : 10) + n / 1_000_000
        const sent = { device, at: started + n, value }
        const message = JSON.stringify({ at: sent.at, values: { smoke: value } })
        client.publish(readingTopic(device), message, { qos: 1 }, (error) => {
          if (error) return
          acknowledged.push(sent)
          if (on) next()
        })
      }
      client.once('connect', () => {
        for (let i = 0; i < IN_FLIGHT; i++) next()
      })
      return client
    })
    await until(() => acknowledged.length - had > 200 + 37 * kill, 'some acknowledgements', 15_000)
    await child.end('SIGKILL')
    on = false
    for (const client of clients) client.end(true)
    child = await begin()
  }
  await child.end('SIGKILL')

  const storage = await openSqliteStorage(data)
  await storage.check()
  const events = await storage.events('live', { limit: 1_000_000 })
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1))
  const kept = new Map<string, [at: number, value: number][]>()
  for (const device of DEVICES) kept.set(device, await storage.readings(device, 'smoke', 0, Date.now(), 1_000_000))
  expect(acknowledged.length).toBeGreaterThan(KILLS * 200)
  const there = new Set(DEVICES.flatMap((device) => kept.get(device)?.map(([at, value]) => `${device} ${at} ${value}`)))
  expect(acknowledged.filter(({ device, at, value }) => !there.has(`${device} ${at} ${value}`))).toEqual([])

  for (const device of DEVICES) {
    const points = kept.get(device) ?? []
    expect(new Set(points.map(([at]) => at)).size).toBe(points.length)
    // Every reading that was kept did to its alarm what the rule says, once, and nothing else did.
    // That an alarm comes and goes is said about it, and follows from no reading.
    const own = events
      .filter(({ type }) => type !== alarmChattered.type)
      .filter(({ data }) => (data as { alarm?: string }).alarm?.startsWith(`${device}~`))
    expect(own.map(({ type, data }) => `${type} ${(data as { value: number }).value}`)).toEqual(consequences(points))
  }
  const log = await EventLog.open(storage, systemClock)
  const world = new World()
  for (const event of events) world.apply(event)
  expect(worldHash(log.told)).toBe(worldHash(world))
  await storage.close()
}, 90_000)

/** What a smoke detector's rule makes of readings in their order, told without the code that does it. */
function consequences(points: [at: number, value: number][]): string[] {
  const said: string[] = []
  let state: 'none' | 'beyond' | 'returned' = 'none'
  for (const [, value] of points) {
    const before: string = state
    if (value > 8) state = 'beyond'
    else if (state === 'beyond') state = 'returned'
    if (state === before) continue
    said.push(`alarm:${state === 'returned' ? 'returned' : before === 'none' ? 'raised' : 'recurred'} ${value}`)
  }
  return said
}
