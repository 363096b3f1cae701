import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Reading } from '../storage.ts'
import { expectTrend } from '../storage-contract.ts'
import { migrate } from './migrations.ts'
import { openSqlite } from './open.ts'
import { Readings } from './readings.ts'
import { Segments } from './segments.ts'

const DAY = 86_400_000
const START = Date.UTC(2026, 9, 30)
/** Over the end of a month. */
const DAYS = 4
const WHOLE = { from: START, to: START + DAYS * DAY - 1, most: 48 }
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ankan-rollups-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function opened() {
  const db = openSqlite(join(folder, 'ankan.db'), 'write', 1)
  await migrate(db)
  const segments = new Segments(folder)
  const readings = await Readings.open(db, segments)
  return {
    readings,
    segments,
    async write(rows: Reading[]) {
      const prepared = readings.prepare(rows)
      readings.adopt(prepared, await db.transaction((step) => Readings.write(step, 0, prepared)))
    },
    trend: (wish = WHOLE) => readings.trend({ device: 'd', metric: 'm', ...wish }),
    /** As kill -9 leaves it. */
    async kill() {
      await readings.rollups.close()
      await segments.close()
      await db.destroy()
    },
    async close() {
      await readings.close()
      await segments.close()
      await db.destroy()
    },
  }
}

const row = (at: number, value: number, device = 'd'): Reading => ({ device, metric: 'm', at, value })
/** Every five minutes, and a spike that one span alone has. */
const written: [number, number][] = Array.from({ length: DAYS * 288 }, (_, i) => [
  START + i * 300_000,
  i === 400 ? 987.6 : Math.round(Math.sin(i / 30) * 200) / 10,
])
const rows = written.map(([at, value]) => row(at, value))
const sorted = (...more: [number, number][]) => [...written, ...more].sort(([a], [b]) => a - b)

/** A store whose past days are rolled up, and which of them a question opens. */
async function rolledUp() {
  const store = await opened()
  await store.write(rows)
  await store.readings.settle()
  await store.readings.rollups.finish()
  const opens = vi.spyOn(store.segments, 'points')
  return { ...store, opens, openedDays: () => opens.mock.calls.map(([day]) => day) }
}

test('days that are over are read from what is rolled up, the newest day and the ends from themselves', async () => {
  const store = await rolledUp()
  expectTrend(await store.trend(), written, WHOLE)
  expect(store.openedDays()).toEqual(['2026-11-02'])
  store.opens.mockClear()
  const within = { ...WHOLE, from: START + 3_600_001 }
  expectTrend(
    await store.trend(within),
    written.filter(([at]) => at >= within.from),
    within,
  )
  expect(store.openedDays()).toEqual(['2026-10-30', '2026-11-02'])
  // Finer than what is rolled up: all of them themselves.
  store.opens.mockClear()
  expectTrend(await store.trend({ ...WHOLE, most: 2000 }), written, { ...WHOLE, most: 2000 })
  expect(store.openedDays()).toHaveLength(DAYS)
  await store.close()
})

test('what comes late is seen at once, settled or not, and rolled up again', async () => {
  const store = await rolledUp()
  const late: [number, number] = [START + 7_654_321, -55.5]
  // A repeated reading is the same one, whatever it says now.
  await store.write([row(...late), row(START + 300_000, 4444), row(START + DAY, 3, 'other')])
  expectTrend(await store.trend(), sorted(late), WHOLE)
  await store.readings.settle()
  expectTrend(await store.trend(), sorted(late), WHOLE)
  await store.readings.rollups.finish()
  store.opens.mockClear()
  expectTrend(await store.trend(), sorted(late), WHOLE)
  expect(store.openedDays()).toEqual(['2026-11-02'])
  await store.close()
})

test('killed between the day and what is rolled up of it, nothing untrue is told', async () => {
  const store = await rolledUp()
  const late: [number, number] = [START + 7_654_321, -55.5]
  await store.write([row(...late)])
  // Nothing is rolled up any more, as if the power had gone.
  await store.readings.rollups.close()
  await store.readings.settle()
  await store.kill()
  const again = await opened()
  expectTrend(await again.trend(), sorted(late), WHOLE)
  await again.readings.rollups.finish()
  expectTrend(await again.trend(), sorted(late), WHOLE)
  await again.close()
})

test('killed before the day is written, what was taken back is made again', async () => {
  const store = await rolledUp()
  const late: [number, number] = [START + 7_654_321, -55.5]
  await store.write([row(...late)])
  vi.spyOn(store.segments, 'store').mockImplementation(async (_, __, before) => {
    await before(true)
    throw new Error('the power went')
  })
  await expect(store.readings.settle()).rejects.toThrow('the power went')
  await store.kill()
  const again = await opened()
  expectTrend(await again.trend(), sorted(late), WHOLE)
  await again.close()
  const third = await opened()
  await third.readings.rollups.finish()
  const opens = vi.spyOn(third.segments, 'points')
  expectTrend(await third.trend(), sorted(late), WHOLE)
  expect(opens).toHaveBeenCalledTimes(1)
  await third.close()
})

test('what comes to a day while it is being rolled up is not lost', async () => {
  const store = await opened()
  const many = Array.from({ length: 60 }, (_, i) => row(START, i, `d${i}`))
  await store.write([...rows, ...many])
  await store.readings.settle()
  const late: [number, number][] = []
  // Again and again between two slices.
  for (let i = 0; i < 12; i++) {
    const one: [number, number] = [START + i * 60_000 + 7, 100 + i]
    late.push(one)
    await store.write([row(...one), row(START + 5, 1, `fresh${i}`)])
    await store.readings.settle()
  }
  await store.readings.rollups.finish()
  const opens = vi.spyOn(store.segments, 'points')
  expectTrend(await store.trend(), sorted(...late), WHOLE)
  expect(opens).toHaveBeenCalledTimes(1)
  const fresh = await store.readings.trend({ device: 'fresh3', metric: 'm', ...WHOLE })
  expect(fresh.points).toEqual([[START + 5, 1]])
  await store.close()
})

test('days that were dropped are not told, and may be written anew', async () => {
  const store = await rolledUp()
  expect(await store.readings.dropBefore('2026-11-01')).toEqual(['2026-10-30', '2026-10-31'])
  expect(await readdir(folder)).not.toContain('trends-2026-10.db')
  const kept = written.filter(([at]) => at >= START + 2 * DAY)
  expectTrend(await store.trend({ ...WHOLE, most: 24 }), kept, { ...WHOLE, most: 24 })
  expect(await store.readings.dropBefore('2026-11-02')).toEqual(['2026-11-01'])
  const anew: [number, number] = [START + 2 * DAY + 5, 6]
  await store.write([row(...anew), row(anew[0], 1, 'other')])
  await store.readings.settle()
  const left = [anew, ...written.filter(([at]) => at >= START + 3 * DAY)]
  expectTrend(await store.trend({ ...WHOLE, most: 24 }), left, { ...WHOLE, most: 24 })
  await store.readings.rollups.finish()
  expectTrend(await store.trend({ ...WHOLE, most: 24 }), left, { ...WHOLE, most: 24 })
  await store.close()
})

test('a store without anything rolled up, or whose roll-up is damaged, answers the same and makes it anew', async () => {
  const store = await rolledUp()
  await store.close()
  await rm(join(folder, 'trends-2026-10.db'))
  const file = join(folder, 'trends-2026-11.db')
  const { size } = await stat(file)
  const handle = await open(file, 'r+')
  await handle.write(Buffer.alloc(size, 0xa5), 0, size, 0)
  await handle.close()
  const again = await opened()
  expectTrend(await again.trend(), written, WHOLE)
  await again.readings.rollups.finish()
  const opens = vi.spyOn(again.segments, 'points')
  expectTrend(await again.trend(), written, WHOLE)
  expect(opens).toHaveBeenCalledTimes(1)
  await again.close()
})

test('a day that is damaged is left out, whether it was rolled up or not, and the others are told', async () => {
  const store = await rolledUp()
  await store.close()
  for (const day of ['2026-10-31', '2026-11-02']) {
    const handle = await open(join(folder, `readings-${day}.db`), 'r+')
    await handle.write(Buffer.alloc(4096, 0xa5), 0, 4096, 0)
    await handle.close()
  }
  const again = await opened()
  const told = written.filter(([at]) => at < START + 3 * DAY)
  // What was rolled up of a day whose file nobody has opened yet is as good as it was.
  expectTrend(await again.trend(), told, WHOLE)
  await expect(again.segments.points('2026-10-31', 'd', 'm', 0, 1)).rejects.toMatchObject({ code: 'storage.damaged' })
  const rest = told.filter(([at]) => at < START + DAY || at >= START + 2 * DAY)
  expectTrend(await again.trend(), rest, WHOLE)
  expect(await again.segments.damagedDays()).toEqual(['2026-10-31', '2026-11-02'])
  // Begun anew, the day knows nothing of what was rolled up of the one before.
  const anew: [number, number] = [START + DAY + 9, 2]
  await again.write([row(anew[0], anew[1], 'other')])
  await again.readings.settle()
  await again.readings.rollups.finish()
  expectTrend(await again.trend(), rest, WHOLE)
  await again.close()
})
