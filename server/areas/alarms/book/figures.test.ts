import type { MqttClient } from 'mqtt'
import { beforeEach, expect, test } from 'vitest'
import { type AlarmFigures, listShifts, readAlarmFigures } from '#shared/contract/alarm-figures.ts'
import { acknowledgeAlarms, closeAlarms } from '#shared/contract/alarms.ts'
import { takeOutOfService } from '#shared/contract/asides.ts'
import { DAY, HOUR, MINUTE, SECOND, SimulatedClock } from '#shared/time.ts'
import { alarmRaised } from '#shared/world/alarm-events.ts'
import { SYSTEM } from '#shared/world/event.ts'
import { publish, type Running, start } from '../../../testing/start.ts'

let clock: SimulatedClock
let server: Running
let devices: Map<string, MqttClient>

beforeEach(async () => {
  clock = new SimulatedClock(Date.UTC(2026, 10, 22, 9))
  server = await start({ clock })
  devices = new Map()
})

async function say(id: string, value: number, after = SECOND): Promise<void> {
  clock.advance(after)
  const device = devices.get(id) ?? (await server.device(id))
  devices.set(id, device)
  await publish(device, id, id.startsWith('gas') ? { lel: value } : { smoke: value }, clock.now())
}

async function figures(from: number, to: number, as = 'operator'): Promise<AlarmFigures> {
  const { status, body } = await server.ask(readAlarmFigures, { from, to }, as)
  expect(status).toBe(200)
  return body
}

const openOf = (id: string) => [...server.log.told.alarms.values()].filter(({ device }) => device === id)

test('what happened over real connections is counted, by person and by place of duty', async () => {
  const from = clock.now()
  // It wavers about its limit: three times in a minute.
  for (let i = 0; i < 4; i++) {
    await say('smoke-1', 8.5, 5 * SECOND)
    await say('smoke-1', 5.5, 3 * SECOND)
  }
  await say('smoke-2', 12)
  const [other] = openOf('smoke-2')
  clock.advance(30 * SECOND)
  await server.ask(acknowledgeAlarms, { alarms: [other?.alarm] }, 'operator')
  await say('smoke-2', 1)
  clock.advance(MINUTE)
  const close = { alarms: [other?.alarm], verdict: 'false', cause: '油烟', disposal: '核实' }
  expect((await server.ask(closeAlarms, close, 'commander')).status).toBe(200)

  const all = await figures(from, clock.now() + 1)
  expect(all).toMatchObject({ alarms: 2, quiet: 0, again: 3, operators: 2, behind: 0, cut: false })
  expect(all.acknowledge).toMatchObject({ count: 1, median: 30 * SECOND })
  expect(all.close).toMatchObject({ count: 1, median: 91 * SECOND })
  expect(all.people.map(({ account, handled }) => `${account} ${handled}`)).toEqual(['commander 1', 'operator 1'])
  expect(all.chattering).toMatchObject([{ device: 'smoke-1', comings: 4, most: 4, remedy: { how: 'off-delay' } }])
  expect(all.stale).toEqual([])
  expect(all.trend.spans.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b), 0)).toBe(2)
  // Whose duty is the first zone hears nothing of the second; nor is anything told of before.
  expect(await figures(from, clock.now() + 1, 'zone1')).toMatchObject({ alarms: 1, people: [] })
  expect((await figures(from - DAY, from)).alarms).toBe(0)
  expect((await server.ask(readAlarmFigures, { from: 5, to: 4 }, 'operator')).error?.code).toBe('input.invalid')
  expect((await server.ask(readAlarmFigures, { from: 0, to: clock.now() }, 'operator')).status).toBe(400)
})

test('what stays for a day is stale, unless somebody has set it aside; what was aside when it rose is not counted', async () => {
  const from = clock.now()
  await say('smoke-1', 12)
  await say('smoke-2', 12)
  await server.ask(takeOutOfService, { place: 'jinxiu/z2', reason: '施工' }, 'commander')
  const stays = { metric: 'smoke', limit: 8, value: 9, position: { lon: 114, lat: 22.5, height: 3 }, grade: 3 } as const
  const aside = { how: 'shelved', because: 'aside-123456' } as const
  const quiet = { ...stays, alarm: 'smoke-2~other~1', device: 'smoke-2', rule: 'other', aside }
  await server.log.append(() => [alarmRaised('jinxiu/z2/b02/f01', quiet)], SYSTEM)
  expect(await figures(from, clock.now() + 1)).toMatchObject({ alarms: 2, quiet: 1, stale: [] })
  clock.advance(DAY - 2 * HOUR)
  expect((await staleNow(from)).length).toBe(0)
  clock.advance(3 * HOUR)
  const stale = await staleNow(from)
  expect(stale.filter(({ rule }) => rule === 'smoke-high')).toMatchObject([
    { device: 'smoke-1', there: true, remedy: 'out-of-service' },
  ])
  expect(stale.find(({ device }) => device === 'smoke-1')?.lasted).toBeGreaterThan(DAY)
})

/** Sessions end while a day goes by. */
async function staleNow(from: number): Promise<AlarmFigures['stale']> {
  const token = (await server.signIn('operator')).body.token
  const { body } = await server.ask(readAlarmFigures, { from, to: clock.now() + 1 }, { token })
  return body.stale
}

test('which shift it is', async () => {
  const { body } = await server.ask(listShifts, {}, 'viewer')
  expect(body.shifts).toHaveLength(3)
  expect(body.now.from).toBeLessThanOrEqual(clock.now())
  expect(body.now.to).toBeGreaterThan(clock.now())
  expect(body.last.to).toBe(body.now.from)
})
