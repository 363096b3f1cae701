import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Knex } from 'knex'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Reading } from '../storage.ts'
import { migrate } from './migrations.ts'
import { openSqlite } from './open.ts'
import { Readings } from './readings.ts'
import { Segments } from './segments.ts'

const NOON = Date.UTC(2026, 10, 21, 12)
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ankan-readings-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** The readings as the storage holds them, without the rest of it. */
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
    rows: async (table: string) => count(db, table),
    /** As kill -9 leaves it: closed without settling. */
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

async function count(db: Knex, table: string): Promise<number> {
  const [row] = await db(table).count<{ n: number }[]>({ n: '*' })
  return row?.n ?? 0
}

async function chunks(): Promise<number> {
  const db = openSqlite(join(folder, 'readings-2026-11-21.db'), 'read', 1)
  const found = await count(db, 'chunk')
  await db.destroy()
  return found
}

test('whatever was written, settled, written late or twice, and reopened: each reading is read once, the first of its time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3000 })), {
            minLength: 1,
            maxLength: 400,
          }),
          fc.constantFrom('settle' as const, 'close' as const, 'kill' as const),
        ),
        { maxLength: 8 },
      ),
      async (steps) => {
        await rm(folder, { recursive: true })
        await mkdir(folder)
        const expected = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()]
        let value = 0
        let store = await opened()
        for (const step of steps) {
          if (step === 'settle') await store.readings.settle()
          else if (step === 'close' || step === 'kill') {
            await store[step]()
            store = await opened()
          } else
            await store.write(
              step.map(([device, at]) => {
                value += 0.25
                const known = expected[device] as Map<number, number>
                if (!known.has(at)) known.set(at, value)
                return { device: `d${device}`, metric: 'm', at: NOON + at, value }
              }),
            )
        }
        for (const [device, known] of expected.entries()) {
          const sorted = [...known].sort(([a], [b]) => a - b).map(([at, v]) => [NOON + at, v])
          expect(await store.readings.range(`d${device}`, 'm', NOON, NOON + 5000, 10_000)).toEqual(sorted)
          expect(await store.readings.range(`d${device}`, 'm', NOON + 100, NOON + 200, 5)).toEqual(
            sorted.filter(([at]) => (at as number) >= NOON + 100 && (at as number) <= NOON + 200).slice(0, 5),
          )
        }
        await store.close()
      },
    ),
    { seed: 3, numRuns: 25 },
  )
})

test('a stop without settling leaves the journal, and nothing is lost by it', async () => {
  const first = await opened()
  await first.write([{ device: 'd', metric: 'm', at: NOON, value: 1 }])
  await first.kill()
  const second = await opened()
  expect(await second.rows('journal')).toBe(1)
  expect(await second.readings.range('d', 'm', NOON, NOON, 9)).toEqual([[NOON, 1]])
  expect(await second.readings.newest()).toEqual([{ device: 'd', metric: 'm', at: NOON, value: 1 }])
  await second.readings.settle()
  expect(await second.rows('journal')).toBe(0)
  expect(await second.readings.range('d', 'm', NOON, NOON, 9)).toEqual([[NOON, 1]])
  await second.close()
})

test('settled again and again, chunks fill up instead of piling up', async () => {
  const store = await opened()
  for (let i = 0; i < 60; i++) {
    const rows = Array.from({ length: 10 }, (_, n) => ({ device: 'd', metric: 'm', at: NOON + i * 10 + n, value: n }))
    await store.write(rows)
    await store.readings.settle()
  }
  expect(await store.readings.range('d', 'm', NOON, NOON + 600, 1000)).toHaveLength(600)
  await store.close()
  expect(await chunks()).toBeLessThanOrEqual(3)
})

test('readings are written and read while others are settled', async () => {
  const store = await opened()
  const row = (n: number) => ({ device: `d${n % 300}`, metric: 'm', at: NOON + n, value: n })
  await store.write(Array.from({ length: 60_000 }, (_, n) => row(n)))
  const settling = store.readings.settle()
  for (let n = 60_000; n < 60_300; n++) {
    await store.write([row(n)])
    if (n % 50 === 0) expect(await store.readings.range(row(n).device, 'm', NOON, NOON + 99_999, 999)).toHaveLength(201)
  }
  await settling
  expect(await store.readings.range('d7', 'm', NOON, NOON + 99_999, 999)).toHaveLength(201)
  await store.close()
})

test('a day file that cannot be written leaves its readings in the journal, to be settled when it can', async () => {
  const store = await opened()
  await store.write([{ device: 'd', metric: 'm', at: NOON, value: 1 }])
  // A folder stands where the day's file is to be.
  const inTheWay = join(folder, 'readings-2026-11-21.db')
  await mkdir(inTheWay)
  await expect(store.readings.settle()).rejects.toMatchObject({ code: 'storage.read-only' })
  await store.write([{ device: 'd', metric: 'm', at: NOON + 1, value: 2 }])
  expect(await store.rows('journal')).toBe(2)
  await rm(inTheWay, { recursive: true })
  await store.readings.settle()
  await store.readings.settle()
  expect(await store.rows('journal')).toBe(0)
  expect(await store.readings.range('d', 'm', NOON, NOON + 9, 9)).toHaveLength(2)
  await store.close()
})
