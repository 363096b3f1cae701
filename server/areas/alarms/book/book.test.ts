import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MqttClient } from 'mqtt'
import { beforeEach, expect, test } from 'vitest'
import { type AlarmSearch, exportAlarms, type PastAlarm, searchAlarms } from '#shared/contract/alarm-history.ts'
import { acknowledgeAlarms, closeAlarms, reopenAlarm } from '#shared/contract/alarms.ts'
import { MINUTE, SECOND, SimulatedClock } from '#shared/time.ts'
import { publish, type Running, start } from '../../../testing/start.ts'
import { until } from '../../../testing/until.ts'

let clock: SimulatedClock
let server: Running
let devices: Map<string, MqttClient>

beforeEach(async () => {
  clock = new SimulatedClock(Date.UTC(2026, 10, 22, 9))
  server = await start({ clock })
  devices = new Map()
})

async function say(id: string, value: number): Promise<void> {
  clock.advance(SECOND)
  const device = devices.get(id) ?? (await server.device(id))
  devices.set(id, device)
  await publish(device, id, id.startsWith('gas') ? { lel: value } : { smoke: value }, clock.now())
}

async function search(wish: Partial<AlarmSearch> = {}, as = 'operator') {
  const { status, body } = await server.ask(searchAlarms, wish, as)
  expect(status).toBe(200)
  return body as { alarms: PastAlarm[]; total: { count: number; more: boolean }; next: unknown; behind: number }
}

const found = async (wish: Partial<AlarmSearch> = {}, as?: string) =>
  (await search(wish, as)).alarms.map(({ device }) => device)

/** Three alarms: one closed as false, one over by itself, one open. */
async function threeAlarms(): Promise<void> {
  await say('smoke-1', 12)
  const [alarm] = (await search()).alarms
  await server.ask(acknowledgeAlarms, { alarms: [alarm?.alarm] }, 'operator')
  await say('smoke-1', 1)
  const close = { alarms: [alarm?.alarm], verdict: 'false', cause: '烹饪油烟', disposal: '已到场核实' }
  expect((await server.ask(closeAlarms, close, 'commander')).status).toBe(200)
  await say('gas-1', 60)
  clock.advance(MINUTE)
  await say('smoke-2', 12)
}

test('every alarm is found by whatever is known of it, open or long over, by those who may see its place', async () => {
  await threeAlarms()
  const all = await search()
  expect(all).toMatchObject({ total: { count: 3, more: false }, next: null, behind: 0 })
  expect(all.alarms.map(({ device, state }) => `${device} ${state}`)).toEqual([
    'smoke-2 unacknowledged',
    'gas-1 unacknowledged',
    'smoke-1 over',
  ])
  expect(all.alarms[2]).toMatchObject({
    rule: 'smoke-high',
    kind: 'smoke-detector',
    place: 'jinxiu/z1/b01/f01',
    verdict: 'false',
    cause: '烹饪油烟',
    acknowledgedBy: { id: 'operator' },
    endedBy: { id: 'commander' },
    how: 'alarm:closed',
    who: ['operator', 'commander'],
  })
  expect(await found({ kinds: ['gas-detector'] })).toEqual(['gas-1'])
  expect(await found({ rules: ['smoke-high', 'nothing'] })).toEqual(['smoke-2', 'smoke-1'])
  expect(await found({ place: 'jinxiu/z1' })).toEqual(['gas-1', 'smoke-1'])
  expect(await found({ place: 'jinxiu/z1/b01/f02', kinds: ['smoke-detector'] })).toEqual([])
  expect(await found({ devices: ['smoke-2', 'gas-1'] })).toEqual(['smoke-2', 'gas-1'])
  expect(await found({ states: ['over'] })).toEqual(['smoke-1'])
  expect(await found({ verdicts: ['false', 'real'] })).toEqual(['smoke-1'])
  expect(await found({ who: 'commander' })).toEqual(['smoke-1'])
  expect(await found({ grades: [all.alarms[0]?.grade as 1], states: ['unacknowledged'] })).toContain('smoke-2')
  const since = all.alarms[0]?.raisedAt as number
  expect(await found({ from: since })).toEqual(['smoke-2'])
  expect(await found({ to: since - 1 })).toEqual(['gas-1', 'smoke-1'])
  expect(await found({ text: '油烟' })).toEqual(['smoke-1'])
  expect(await found({ text: '烟雾 z2' })).toEqual(['smoke-2'])
  expect(await found({ text: 'OPERATOR' })).toEqual(['smoke-1'])
  expect(await found({ text: '没有这个' })).toEqual([])

  // Somebody whose duty is the first zone; somebody who may not look back at all.
  expect(await found({}, 'zone1')).toEqual(['gas-1', 'smoke-1'])
  expect(await found({ place: 'jinxiu/z2' }, 'zone1')).toEqual([])
  expect((await server.ask(searchAlarms, {}, 'viewer')).status).toBe(403)
  const first = await search({ limit: 2 } as never)
  expect(first).toMatchObject({ next: { before: 2, rest: 1 } })
  expect((await search({ limit: 2, before: 2 } as never)).alarms).toHaveLength(1)
  expect((await server.ask(exportAlarms, { format: 'csv' }, 'operator')).body).toEqual({ before: 4 })
})

test('a case that is opened again is open in the book, and closed once more with other words', async () => {
  await threeAlarms()
  const [closed] = (await search({ states: ['over'] })).alarms
  await server.ask(reopenAlarm, { alarm: closed?.alarm, note: '复燃' }, 'operator')
  const isBack = async () => (await search({ states: ['settled'] })).alarms.find(({ n }) => n === closed?.n)
  const back = await until(isBack, 'it is open in the book')
  expect(back.verdict).toBeUndefined()
  expect(await found({ verdicts: ['false'] })).toEqual([])
  const close = { alarms: [closed?.alarm], verdict: 'real', cause: '油锅起火', disposal: '已扑灭' }
  await server.ask(closeAlarms, close, 'operator')
  expect(await found({ text: '油锅起火' })).toEqual(['smoke-1'])
  expect(await found({ verdicts: ['real'], states: ['over'] })).toEqual(['smoke-1'])
  expect((await search()).total.count).toBe(3)
})

test('after a restart it follows on; whatever is wrong with the file, it is written anew from the log', async () => {
  await threeAlarms()
  const before = (await search()).alarms
  const file = join(server.folder, 'alarms.db')
  const complete = async () => {
    const told = await search()
    return told.behind === 0 && told
  }
  const again = async () => {
    devices.clear()
    return (await until(complete, 'the book is complete')).alarms
  }
  await server.restart()
  expect(await again()).toEqual(before)
  await server.restart(() => clock.advance(5 * MINUTE))
  for (const content of ['not a database at all', '']) {
    await server.app.close()
    await server.storage.close()
    await writeFile(file, content)
    await server.up()
    expect(await again()).toEqual(before)
  }
  // Whole at first sight, and damaged inside.
  await server.app.close()
  await server.storage.close()
  const bytes = await readFile(file)
  bytes.fill(0x5a, 4096)
  await writeFile(file, bytes)
  await server.up()
  expect(await again()).toEqual(before)
  await say('gas-1', 1)
  expect((await search({ devices: ['gas-1'] })).alarms[0]?.state).toBe('returned')
})
