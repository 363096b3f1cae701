import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '#shared/time.ts'
import { Vault } from '../../access/vault.ts'
import { EventLog } from '../../log/log.ts'
import { openSqliteStorage } from '../../log/sqlite/sqlite-storage.ts'
import { addressKey } from './address-key.ts'

const DAY = 24 * 3_600_000

test('tiles keep their address over a restart, and change it after a month', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ankan-address-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const startOn = async (day: number) => {
    const clock = { ...systemClock, now: () => day * DAY }
    const storage = await openSqliteStorage(folder)
    const key = await addressKey(await Vault.open(storage, await EventLog.open(storage, clock)), clock)
    await storage.close()
    return key
  }
  const first = await startOn(20_000)
  expect(first).toMatch(/^[\w-]{24}$/)
  expect(await startOn(20_029)).toBe(first)
  const second = await startOn(20_031)
  expect(second).toMatch(/^[\w-]{24}$/)
  expect(second).not.toBe(first)
  expect(await startOn(20_032)).toBe(second)
})
