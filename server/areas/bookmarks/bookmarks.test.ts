import { expect, test } from 'vitest'
import {
  changeBookmark,
  keepBookmark,
  readThumbnail,
  removeBookmark,
  restoreBookmark,
} from '#shared/contract/bookmarks.ts'
import { MINUTE, SimulatedClock } from '#shared/time.ts'
import { type Running, start } from '../../testing/start.ts'

const NOW = Date.UTC(2026, 10, 22, 9)
/** As large as one may be. */
const PICTURE = `/9j/${'A'.repeat(59_990)}`

async function keep(server: Running, account = 'operator', more: object = {}) {
  const input = { moment: NOW - MINUTE, name: '浓烟', note: '窗口冒烟', picture: PICTURE, ...more }
  const { status, body, error } = await server.ask(keepBookmark, input, account)
  return { status, code: error?.code, bookmark: body?.bookmark as string }
}

test('a bookmark is kept with its picture, named otherwise, taken away and put back, over a restart', async () => {
  const clock = new SimulatedClock(NOW)
  const server = await start({ clock })
  const { bookmark } = await keep(server)
  const row = () => server.log.told.bookmarks.get(bookmark)
  expect(row()).toMatchObject({ name: '浓烟', note: '窗口冒烟', moment: NOW - MINUTE, pictured: true })
  expect(JSON.stringify(row())).not.toContain('AAAA')
  expect((await server.ask(changeBookmark, { bookmark, name: '起火' }, 'operator')).status).toBe(200)
  expect(row()).toMatchObject({ name: '起火' })
  expect(row()).not.toHaveProperty('note')
  await server.ask(removeBookmark, { bookmark }, 'operator')
  expect(row()?.removedAt).toBe(NOW)
  await server.restart()
  await server.ask(restoreBookmark, { bookmark }, 'operator')
  expect(row()?.removedAt).toBeUndefined()
  expect((await server.ask(readThumbnail, { bookmark }, 'commander')).body).toEqual({ picture: PICTURE })
  const plain = await keep(server, 'operator', { picture: undefined })
  expect((await server.ask(readThumbnail, { bookmark: plain.bookmark }, 'commander')).body).toEqual({ picture: null })
})

test('who made it changes it, and who may lead; nobody learns of one outside of their duty', async () => {
  const server = await start({ clock: new SimulatedClock(NOW) })
  const { bookmark } = await keep(server, 'commander')
  const change = { bookmark, name: '另一个' }
  expect((await server.ask(changeBookmark, change, 'operator')).error?.code).toBe('bookmark.not-yours')
  expect((await server.ask(removeBookmark, { bookmark }, 'operator')).error?.code).toBe('bookmark.not-yours')
  expect((await server.ask(changeBookmark, change, 'admin')).status).toBe(200)
  for (const call of [removeBookmark, restoreBookmark, readThumbnail])
    expect((await server.ask(call, { bookmark }, 'zone1')).error?.code).toBe('bookmark.unknown')
  const { status } = await keep(server, 'viewer')
  expect(status).toBe(403)
  const own = await keep(server, 'zone1')
  expect(server.log.told.bookmarks.get(own.bookmark)?.place).toBe('jinxiu/z1')
})

test('what is no moment, no name, no picture or no end is refused and changes nothing', async () => {
  const server = await start({ clock: new SimulatedClock(NOW) })
  const bad: object[] = [
    { name: ' ' },
    { moment: -1 },
    { moment: 1.5 },
    { picture: 'iVBORw0KGgo=' },
    { picture: `${PICTURE}${'A'.repeat(100)}` },
    { until: NOW - MINUTE },
    { view: { pose: { target: { east: Number.NaN, north: 0, up: 0 }, heading: 0, pitch: 0, range: 1 } } },
    { note: 'x'.repeat(1001) },
  ]
  for (const more of bad) expect((await keep(server, 'operator', more)).code).toBe('input.invalid')
  expect((await keep(server, 'operator', { moment: NOW + 1 })).code).toBe('history.to-come')
  expect((await keep(server, 'operator', { until: NOW + 1 })).code).toBe('history.to-come')
  expect(server.log.told.bookmarks.size).toBe(0)
})
