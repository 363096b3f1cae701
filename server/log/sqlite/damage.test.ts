import { open, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Knex } from 'knex'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { tempFolder } from '../../testing/start.ts'
import { type Batch, emptyBatch, type Storage } from '../storage.ts'
import { lockFolder } from './lock.ts'
import { openSqliteStorage } from './sqlite-storage.ts'

// The connections behind the storage, so that a test can fill a real disk without one.
const opened: { file: string; use: string; db: Knex }[] = []
vi.mock('./open.ts', async (original) => {
  const real = await original<typeof import('./open.ts')>()
  return {
    ...real,
    openSqlite: (...given: Parameters<typeof real.openSqlite>) => {
      const db = real.openSqlite(...given)
      opened.push({ file: given[0], use: given[1], db })
      return db
    },
  }
})

const NOON = Date.UTC(2026, 10, 21, 12)
const TODAY = 'readings-2026-11-21.db'
let folder: string
let storage: Storage | undefined

beforeEach(async () => {
  folder = await tempFolder()
})
afterEach(async () => {
  await storage?.close()
  storage = undefined
  opened.length = 0
  await rm(folder, { recursive: true, force: true })
})

async function reopen(): Promise<Storage> {
  await storage?.close()
  storage = undefined
  storage = await openSqliteStorage(folder)
  return storage
}

function events(from: number, count: number): Batch {
  const one = (seq: number) => ({
    stream: 'live',
    event: {
      seq,
      at: NOON + seq,
      type: 'test:happened',
      place: 'jinxiu',
      by: { kind: 'system' as const, id: 'system' },
      data: { text: 'x'.repeat(200), seq },
    },
  })
  return { ...emptyBatch(), events: Array.from({ length: count }, (_, i) => one(from + i)) }
}

function readings(from: number, count: number): Batch {
  const one = (n: number) => ({ device: `d-${n % 50}`, metric: 'smoke', at: NOON + n, value: n })
  return { ...emptyBatch(), readings: Array.from({ length: count }, (_, i) => one(from + i)) }
}

async function overwrite(name: string, from: number, bytes: number): Promise<void> {
  const file = await open(join(folder, name), 'r+')
  await file.write(Buffer.alloc(bytes, 0xa5), 0, bytes, from)
  await file.close()
}

test('a file of a newer Ankan is refused, and left as it is', async () => {
  await reopen()
  const writer = opened.find(({ use }) => use === 'write')?.db as Knex
  await writer('migration').insert({ name: '999-from-the-future', at: 1 })
  await expect(reopen()).rejects.toMatchObject({
    code: 'storage.newer',
    details: { file: join(folder, 'ankan.db'), unknown: '999-from-the-future' },
  })
})

test('a file that is no database is named', async () => {
  await writeFile(join(folder, 'ankan.db'), Buffer.alloc(9000, 0x5a))
  await expect(reopen()).rejects.toMatchObject({ code: 'storage.damaged', details: { file: join(folder, 'ankan.db') } })
})

test('a damaged lock file is named', async () => {
  await writeFile(join(folder, 'lock.db'), Buffer.alloc(9000, 0x5a))
  await expect(lockFolder(folder)).rejects.toMatchObject({
    code: 'storage.damaged',
    details: { file: join(folder, 'lock.db') },
  })
})

test('damage in the middle is found by the check, which names the file', async () => {
  await (await reopen()).commit(events(1, 2000))
  await storage?.close()
  storage = undefined
  const { size } = await stat(join(folder, 'ankan.db'))
  await overwrite('ankan.db', Math.floor(size / 2 / 4096) * 4096, 8 * 4096)
  await expect((await reopen()).check()).rejects.toMatchObject({
    code: 'storage.damaged',
    message: expect.stringContaining(join(folder, 'ankan.db')),
  })
})

test("a day of readings that cannot be opened is set aside, and today's readings go on", async () => {
  const first = await reopen()
  await first.commit(readings(0, 100))
  // With its history under way the journal is emptied at the stop.
  await first.history.begin()
  await storage?.close()
  storage = undefined
  await overwrite(TODAY, 0, 4096)
  const again = await reopen()
  // A reader that met the damaged file must not stay with it.
  await expect(again.readings('d-1', 'smoke', NOON, NOON + 9999, 10)).rejects.toMatchObject({ code: 'storage.damaged' })
  await again.commit(readings(500, 50))
  expect(await again.readings('d-1', 'smoke', NOON, NOON + 9999, 10)).toEqual([[NOON + 501, 501]])
  expect((await readdir(folder)).filter((name) => name.startsWith(`${TODAY}.damaged-`))).toHaveLength(1)
  expect((await again.readingDays()).map(({ day }) => day)).toEqual(['2026-11-21'])
  // The day is named as damaged, so that nobody takes the rest for all there was.
  expect(await again.damagedDays()).toEqual(['2026-11-21'])
})

test('a day of readings that is damaged in the middle is set aside by whoever meets it first, who is told', async () => {
  await (await reopen()).commit(readings(0, 20_000))
  await storage?.close()
  storage = undefined
  const { size } = await stat(join(folder, TODAY))
  await overwrite(TODAY, 3 * 4096, size - 4 * 4096)
  const again = await reopen()
  await expect(again.check()).rejects.toMatchObject({ code: 'storage.damaged' })
  await again.commit({ ...events(1, 1), readings: readings(30_000, 50).readings })
  await expect(again.readings('d-1', 'smoke', 0, NOON + 99_999, 10)).rejects.toMatchObject({ code: 'storage.damaged' })
  expect(await again.readings('d-1', 'smoke', NOON + 30_000, NOON + 99_999, 10)).toEqual([[NOON + 30_001, 30_001]])
  expect(await again.events('live', { limit: 9 })).toHaveLength(1)
  expect((await readdir(folder)).filter((name) => name.startsWith(`${TODAY}.damaged-`))).toHaveLength(1)
})

test('a full disk: said so, nothing half written, and written again when there is space', async () => {
  await (await reopen()).commit({ ...events(1, 10), ...{ readings: readings(0, 10).readings } })
  const writer = opened.find(({ file, use }) => file.endsWith('ankan.db') && use === 'write')?.db as Knex
  await writer.raw('PRAGMA max_page_count = 1')
  const much = { ...events(11, 5000), readings: readings(100, 20_000).readings, vault: [{ key: 'a', value: 'b' }] }
  const failed = storage?.commit(much)
  await expect(failed).rejects.toMatchObject({ code: 'storage.full', details: { file: join(folder, 'ankan.db') } })
  expect(await storage?.events('live', { limit: 100 })).toHaveLength(10)
  expect(await storage?.vault('')).toEqual([])
  expect(await storage?.readings('d-1', 'smoke', NOON + 100, NOON + 99_999, 1000)).toEqual([])
  await writer.raw('PRAGMA max_page_count = 1000000')
  await storage?.commit(much)
  expect(await storage?.events('live', { after: 5000, limit: 100 })).toHaveLength(10)
  expect(await storage?.readings('d-1', 'smoke', NOON, NOON + 99_999, 1000)).toHaveLength(401)
})

test('a folder has one server', async () => {
  const unlock = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'start.folder-in-use', details: { folder } })
  await unlock()
  await (await lockFolder(folder))()
})

test('a tape that is damaged in the middle is found by the check at the start, and set aside', async () => {
  const first = await reopen()
  for (let i = 0; i < 40; i++) await first.commit({ ...readings(i * 5000, 5000), at: NOON + i })
  await first.history.begin()
  await first.history.newest()
  await storage?.close()
  storage = undefined
  const tape = 'tape-2026-11-21.db'
  const { size } = await stat(join(folder, tape))
  await overwrite(tape, 3 * 4096, size - 4 * 4096)
  const again = await reopen()
  expect(await again.history.damagedDays()).toEqual([])
  await again.check()
  expect(await again.history.damagedDays()).toEqual(['2026-11-21'])
})
