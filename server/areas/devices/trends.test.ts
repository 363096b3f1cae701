import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAudit } from '#shared/contract/audit.ts'
import { exportReadings, readTrend, type TrendSeries } from '#shared/contract/trends.ts'
import { DAY } from '#shared/time.ts'
import { emptyBatch } from '../../log/storage.ts'
import { type Running, start } from '../../testing/start.ts'

const FROM = Date.UTC(2026, 9, 1)
const SMOKE = { device: 'smoke-1', metric: 'smoke' }
const GAS = { device: 'gas-1', metric: 'lel' }
const SPIKE = FROM + 3 * DAY + 7_777_000

let server: Running
beforeAll(async () => {
  server = await start({ shared: true })
  const smoke = Array.from({ length: 5000 }, (_, i) => ({ ...SMOKE, at: FROM + i * 120_000, value: (i % 7) / 10 }))
  const gas = [1, 2, 3].map((value) => ({ ...GAS, at: FROM + value * DAY, value }))
  await server.storage.commit({ ...emptyBatch(), readings: [...smoke, { ...SMOKE, at: SPIKE, value: 88.8 }, ...gas] })
})
afterAll(() => server.close())

const trend = (input: object, as = 'viewer') => server.ask(readTrend, { from: FROM, to: FROM + 7 * DAY, ...input }, as)

test('several series at once: the many put together with their spike, the few as they are', async () => {
  const { body } = await trend({ series: [GAS, SMOKE], most: 100 })
  const [gas, smoke] = body.series as [TrendSeries, TrendSeries]
  const points = [1, 2, 3].map((value) => [FROM + value * DAY, value])
  expect(gas).toEqual({ ...GAS, every: 0, points, spans: [] })
  expect(smoke).toMatchObject({ ...SMOKE, every: 2 * 3_600_000, points: [] })
  expect(smoke.spans).toHaveLength(84)
  expect(smoke.spans.filter(({ max }) => max === 88.8).map(({ maxAt }) => maxAt)).toEqual([SPIKE])
  expect(body.missing).toEqual([])
})

test('a screen asks over its connection, and is answered the same', async () => {
  const screen = await server.screen('operator')
  const input = { series: [SMOKE], from: FROM, to: FROM + DAY }
  const reply = await screen.ask(readTrend, { ...input, most: 600 })
  expect(reply).toEqual({ ok: true, value: (await trend(input)).body })
})

test('what makes no sense is refused, and says why', async () => {
  const refused = async (input: object) => {
    const { status, error } = await trend({ series: [SMOKE], ...input })
    return [status, error?.code]
  }
  const invalid = [400, 'input.invalid']
  expect(await refused({ from: FROM, to: FROM })).toEqual(invalid)
  expect(await refused({ from: FROM + 1, to: FROM })).toEqual(invalid)
  expect(await refused({ from: -1 })).toEqual(invalid)
  expect(await refused({ from: 0, to: Date.UTC(2200, 0) })).toEqual(invalid)
  expect(await refused({ to: 1e308 })).toEqual(invalid)
  expect(await refused({ from: 0.5 })).toEqual(invalid)
  for (const most of [0, 9, 2001, 50.5, null]) expect(await refused({ most })).toEqual(invalid)
  expect(await refused({ series: [] })).toEqual(invalid)
  expect(await refused({ series: Array(9).fill(SMOKE) })).toEqual(invalid)
  expect(await refused({ series: [{ ...SMOKE, metric: 'lel' }] })).toEqual([400, 'metric.unknown'])
  expect(await refused({ series: [{ ...SMOKE, metric: 'constructor' }] })).toEqual([400, 'metric.unknown'])
  expect(await refused({ series: [SMOKE, { ...SMOKE, device: 'nobody' }] })).toEqual([404, 'device.unknown'])
  expect((await trend({ series: [SMOKE], from: 0, to: Date.UTC(2069, 0) })).status).toBe(200)
})

test('whoever looks after one zone is told of no device of another', async () => {
  expect((await trend({ series: [SMOKE] }, 'zone1')).status).toBe(200)
  const water = { device: 'water-2', metric: 'level' }
  const { error } = await trend({ series: [SMOKE, water] }, 'zone1')
  expect(error).toMatchObject({ code: 'device.unknown', details: { device: 'water-2' } })
  expect((await server.ask(exportReadings, { ...water, from: 0, to: 1 }, 'zone1')).error?.code).toBe('device.unknown')
})

test('readings that are taken away as a file are on record', async () => {
  const wish = { ...SMOKE, from: FROM, to: FROM + DAY }
  expect((await server.ask(exportReadings, wish, 'zone1')).status).toBe(200)
  expect((await server.ask(exportReadings, { ...wish, to: FROM }, 'zone1')).error?.code).toBe('input.invalid')
  const { entries } = (await server.ask(listAudit, { call: exportReadings.name, result: 'done' }, 'commander')).body
  expect(entries).toMatchObject([{ by: { id: 'zone1' }, input: wish }])
})
