import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepRecording, listRecordings, MOST_RECORDINGS, removeRecording } from '#shared/contract/recordings.ts'
import { retireDevice } from '#shared/contract/registry.ts'
import { DAY, HOUR, SimulatedClock } from '#shared/time.ts'
import { publish, type Running, type StartOptions, start } from '../../testing/start.ts'
import { until } from '../../testing/until.ts'
import { bring, brought, checked, rested } from './testing.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const center = (more: StartOptions = {}) => start({ clock: new SimulatedClock(NOW), ...more })
const code = async (asked: Promise<{ error?: { code: string } }>) => (await asked).error?.code
const keep = (server: Running, recording: string, leaveOut = false) =>
  server.ask(keepRecording, { recording, leaveOut }, 'admin')
const all = (server: Running, metric = 'smoke', device = 'smoke-1') =>
  server.storage.readings(device, metric, 0, NOW + DAY, 10_000)

const HEAD = 'time,device,metric,value\n'
const line = (at: number, device: string, metric: string, value: unknown) => `${at},${device},${metric},${value}\n`
/** A day of one device, thirty days ago. */
const FIRST = NOW - 30 * DAY
const day = Array.from({ length: 1000 }, (_, i) => line(FIRST + i * 60_000, 'smoke-1', 'smoke', i % 70)).join('')

test('a file is kept at its own times: no alarm, what is newer stays newest, trends are right, and twice is once', async () => {
  const server = await center()
  const device = await server.device('smoke-1')
  await publish(device, 'smoke-1', { smoke: 1 })
  await server.storage.commit({
    at: 0,
    events: [],
    audit: [],
    deadLetters: [],
    vault: [],
    // What was rolled up before the file came must not be told after it.
    readings: [{ device: 'smoke-1', metric: 'smoke', at: FIRST, value: 0 }],
  })
  const known = await brought(server, HEAD + day)
  expect(known).toMatchObject({
    phase: 'ready',
    encoding: 'utf-8',
    found: { rows: 1000, readings: 1000, wrong: 0, from: FIRST, to: FIRST + 999 * 60_000 },
  })
  for (let i = 0; i < 2; i++) {
    expect((await keep(server, known.recording)).status).toBe(200)
    expect((await rested(server, known.recording)).kept).toMatchObject({ readings: 1000, older: 0 })
    expect(await all(server)).toHaveLength(1001)
    await server.restart()
  }
  expect(server.log.told.alarms.size).toBe(0)
  const trend = await server.storage.trend({
    device: 'smoke-1',
    metric: 'smoke',
    from: FIRST - DAY,
    to: NOW,
    most: 100,
  })
  expect(trend.spans.reduce((sum, { count }) => sum + count, 0)).toBe(1001)
  expect(Math.max(...trend.spans.map(({ max }) => max))).toBe(69)
  const again = await server.screen('admin')
  await until(() => again.follower.values.get('smoke-1'), 'the newest values are there')
  expect(again.follower.values.get('smoke-1')).toEqual([NOW, { smoke: 1 }])
  const history = await server.storage.eventsAbout('live', 'smoke-1', { limit: 10 })
  expect(history.filter(({ type }) => type === 'device:filled').map(({ data }) => data)).toContainEqual({
    device: 'smoke-1',
    file: 'readings.csv',
    from: FIRST,
    to: FIRST + 999 * 60_000,
  })
})

test('whoever was never heard of is not missed for what was kept of it', async () => {
  const clock = new SimulatedClock(NOW)
  const server = await start({ clock })
  const known = await brought(server, HEAD + line(NOW - HOUR, 'smoke-1', 'smoke', 60))
  await keep(server, known.recording)
  await rested(server, known.recording)
  await server.restart()
  for (let i = 0; i < 600; i++) clock.advance(1000)
  expect([...server.log.told.alarms.values()]).toEqual([])
})

test('rows that are wrong are told with their numbers, and left out only when somebody agrees', async () => {
  const server = await center()
  await server.ask(retireDevice, { device: 'gas-1', reason: 'broken' }, 'admin')
  const rows = [
    line(FIRST + 2000, 'smoke-1', 'smoke', 3),
    line(FIRST + 1000, 'smoke-1', 'smoke', 2),
    line(FIRST + 2000, 'smoke-1', 'smoke', 99),
    line(FIRST, 'gas-1', 'lel', 1),
    line(FIRST, 'nobody', 'smoke', 1),
    line(FIRST, 'smoke-1', 'lel', 1),
    line(FIRST, 'smoke-1', 'smoke', 'NaN'),
    line(FIRST, 'smoke-1', 'smoke', 1e9),
    line(NOW + DAY, 'smoke-1', 'smoke', 1),
    '\n',
    line(Number.NaN, 'smoke-1', 'smoke', 1),
  ]
  const { recording, found } = await brought(server, HEAD + rows.join(''))
  expect(found).toMatchObject({ rows: 10, readings: 2, wrong: 7, duplicates: 1, unsorted: 1 })
  expect(found?.problems.map(({ row, problem }) => `${row} ${problem}`)).toEqual([
    '5 device-retired',
    '6 device-unknown',
    '7 metric-unknown',
    '8 not-a-number',
    '9 out-of-range',
    '10 future',
    '12 bad-time',
  ])
  expect(found?.strangers).toEqual([
    { device: 'gas-1', retired: true },
    { device: 'nobody', retired: false },
  ])
  expect(await code(keep(server, recording))).toBe('recording.wrong-rows')
  expect((await keep(server, recording, true)).status).toBe(200)
  await rested(server, recording)
  expect(await all(server)).toEqual([
    [FIRST + 1000, 2],
    [FIRST + 2000, 3],
  ])
})

test.each([
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'unreadable'],
  ['a workbook', Buffer.from('PK\x03\x04\0\0\0\0'), 'unreadable'],
  ['no text in any encoding', Buffer.from('time,v\n\xff\xff\xff\n', 'latin1'), 'unreadable'],
  ['nothing but white', '\n  \n', 'empty'],
  ['a letter', 'Dear Sir,\nplease find', 'no-plan'],
  ['a head alone', HEAD, 'no-plan'],
  ['nobody here', HEAD + line(FIRST, 'nobody', 'smoke', 1), 'no-readings'],
] as const)('%s leads nowhere, and says why', async (_, content, fault) => {
  const server = await center()
  expect(await brought(server, content as string)).toMatchObject({ phase: 'failed', fault })
})

test('GB 18030, tabs, a fixed device, a unit and words: as somebody says it', async () => {
  const server = await center()
  // 时间, 温度 in GBK, as Excel writes it on a Chinese machine.
  const heads = Buffer.from([0xca, 0xb1, 0xbc, 0xe4, 0x09, 0xce, 0xc2, 0xb6, 0xc8, 0x0a])
  const known = await brought(server, Buffer.concat([heads, Buffer.from('2026-10-01T08:00:00Z\t212\n')]))
  expect(known).toMatchObject({ phase: 'failed', fault: 'no-plan', encoding: 'gb18030' })
  expect(known.first[0]).toEqual(['时间', '温度'])
  const plan = {
    ...known.plan,
    device: { fixed: 'smoke-1' },
    fields: [{ metric: 'temperature', path: '温度', unit: '°F' }],
  }
  const again = await checked(server, known.recording, plan)
  expect(again.found).toMatchObject({ readings: 1, wrong: 0 })
  await keep(server, known.recording)
  await rested(server, known.recording)
  expect(await all(server, 'temperature')).toEqual([[Date.UTC(2026, 9, 1, 8), expect.closeTo(100, 6)]])
  const missing = { ...plan, time: { column: 'nowhere', form: 'text' } }
  expect(await checked(server, known.recording, missing)).toMatchObject({ phase: 'failed', fault: 'no-column' })
})

test('what is past its keeping is not written, and said', async () => {
  const server = await center({ keepReadingsDays: 10 })
  const known = await brought(server, HEAD + day + line(NOW - DAY, 'smoke-1', 'smoke', 5))
  await keep(server, known.recording)
  expect((await rested(server, known.recording)).kept).toMatchObject({ readings: 1, older: 1000 })
  expect(await all(server)).toEqual([[NOW - DAY, 5]])
})

test('files are bounded in number, only for whoever manages devices everywhere, and gone when removed', async () => {
  const server = await center()
  for (const account of ['operator', 'viewer'])
    expect(await code(server.ask(listRecordings, {}, account))).toBe('access.denied')
  const first = await brought(server, HEAD + day)
  for (let i = 1; i < MOST_RECORDINGS; i++) await bring(server, 'x,y\n')
  await expect(bring(server, 'x,y\n')).rejects.toThrow()
  expect((await server.ask(removeRecording, { recording: first.recording }, 'admin')).status).toBe(200)
  expect(await code(keep(server, first.recording))).toBe('recording.unknown')
  await brought(server, 'x,y\n')
})

test('a file that was deleted behind our back, a disk that is short of space, and a restart half-way are told', async () => {
  let free = 1024 ** 3
  const clock = new SimulatedClock(NOW)
  const server = await start({ clock, freeBytes: async () => free })
  const known = await brought(server, HEAD + day)
  await server.restart()
  expect(await rested(server, known.recording)).toMatchObject({ phase: 'ready', found: { readings: 1000 } })
  free = 1024 ** 2
  await until(async () => {
    clock.advance(10_000)
    return (await code(keep(server, known.recording))) === 'storage.full'
  }, 'space is short')
  await expect(bring(server, 'x')).rejects.toThrow()
  free = 1024 ** 3
  await rm(join(server.folder, 'recordings'), { recursive: true })
  await until(async () => {
    clock.advance(10_000)
    return (await code(keep(server, known.recording))) === 'recording.gone'
  }, 'it is gone')
})
