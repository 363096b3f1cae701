import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { aboutWhat } from '../about.ts'
import { migrations } from './migrations.ts'
import { openSqlite } from './open.ts'

const folder = mkdtempSync(join(tmpdir(), 'ankan-migrations-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('events that were written before they had a device are found by it as those written now', async () => {
  const db = await openSqlite(join(folder, 'old.db'), 'write', 1)
  const said = [
    { device: 'a-1' },
    { alarm: 'a-1~high~x' },
    { alarm: 'none' },
    { n: 1 },
    { device: 'b', alarm: 'a-1~x~y' },
  ]
  for (const { name, up } of migrations) {
    if (name === '003-event-device')
      for (const [i, data] of said.entries())
        await db('event').insert({
          stream: 'live',
          seq: i + 1,
          at: 1,
          type: 't:t',
          place: 'c',
          actor: '{}',
          data: JSON.stringify(data),
        })
    await up(db)
  }
  const devices = await db('event').orderBy('seq').pluck('device')
  expect(devices).toEqual(said.map((data) => aboutWhat({ data })))
  await db.destroy()
})
