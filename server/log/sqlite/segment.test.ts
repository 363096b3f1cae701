import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Reading } from '../storage.ts'
import { openSqlite } from './open.ts'
import { Segment } from './segment.ts'
import { Segments } from './segments.ts'

const NOON = Date.UTC(2026, 10, 21, 12)
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ankan-segment-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const file = () => join(folder, 'readings-2026-11-21.db')

async function rowsOf(table: string): Promise<number> {
  const db = openSqlite(file(), 'read', 1)
  const [row] = await db(table).count<{ n: number }[]>({ n: '*' })
  await db.destroy()
  return row?.n ?? 0
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
          fc.constantFrom('settle' as const, 'reopen' as const),
        ),
        { maxLength: 8 },
      ),
      async (steps) => {
        await rm(file(), { force: true })
        await rm(`${file()}-wal`, { force: true })
        await rm(`${file()}-shm`, { force: true })
        const expected = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()]
        let value = 0
        let segments = new Segments(folder)
        for (const step of steps) {
          if (step === 'reopen') {
            await segments.close()
            segments = new Segments(folder)
          } else if (step === 'settle') await segments.settle()
          else {
            const readings: Reading[] = step.map(([device, at]) => {
              value += 0.25
              const known = expected[device] as Map<number, number>
              if (!known.has(at)) known.set(at, value)
              return { device: `d${device}`, metric: 'm', at: NOON + at, value }
            })
            await segments.write(readings)
          }
        }
        for (const [device, known] of expected.entries()) {
          const sorted = [...known].sort(([a], [b]) => a - b).map(([at, v]) => [NOON + at, v])
          expect(await segments.range(`d${device}`, 'm', NOON, NOON + 5000, 10_000)).toEqual(sorted)
          expect(await segments.range(`d${device}`, 'm', NOON + 100, NOON + 200, 5)).toEqual(
            sorted.filter(([at]) => (at as number) >= NOON + 100 && (at as number) <= NOON + 200).slice(0, 5),
          )
        }
        await segments.close()
      },
    ),
    { seed: 3, numRuns: 25 },
  )
})

test('a stop without settling leaves the journal, and nothing is lost by it', async () => {
  const segment = await Segment.open(file())
  await segment.write([{ device: 'd', metric: 'm', at: NOON, value: 1 }])
  // Not closed: as after kill -9, its journal is all there is.
  const segments = new Segments(folder)
  expect(await segments.range('d', 'm', NOON, NOON, 9)).toEqual([[NOON, 1]])
  expect(await segments.newest()).toEqual([{ device: 'd', metric: 'm', at: NOON, value: 1 }])
  await segments.close()
  await segment.close()
  expect(await rowsOf('journal')).toBe(0)
  expect(await rowsOf('chunk')).toBe(1)
})

test('settled again and again, chunks fill up instead of piling up', async () => {
  const segment = await Segment.open(file())
  for (let i = 0; i < 60; i++) {
    await segment.write(
      Array.from({ length: 10 }, (_, n) => ({ device: 'd', metric: 'm', at: NOON + i * 10 + n, value: n })),
    )
    await segment.settle()
  }
  await segment.close()
  expect(await rowsOf('chunk')).toBeLessThanOrEqual(3)
})
