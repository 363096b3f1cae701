import { join } from 'node:path'
import { expect, test } from 'vitest'
import { electronEnvironment } from '../launch/electron-settings.ts'
import { temporaryFolder, writeTree } from '../launch/testing/folders.ts'
import { findBackend } from './backend.ts'

const launcher = join(import.meta.dirname, '../../dist/node/launch.js')

test('a launched window knows its server from the launcher', async () => {
  const settings = { server: 'http://127.0.0.1:8040', setupCode: 'a-b', pages: '/p', folder: '/f', kiosk: true }
  const alone = { launcher: '/nowhere', args: [], pages: '', folder: '' }
  expect((await findBackend(electronEnvironment(settings), alone)).settings).toEqual(settings)
})

test('an installed program starts the server itself', async () => {
  const folder = await temporaryFolder()
  const pages = await writeTree(await temporaryFolder(), { 'index.html': '' })
  const backend = await findBackend(
    {},
    { launcher, args: ['--port', '0', '--mqtt-port', '0', '--page-port', '0'], pages, folder },
  )
  try {
    expect(backend.settings).toMatchObject({ pages, folder, kiosk: false })
    expect((await fetch(`${backend.settings.server}/api/ready`)).status).toBe(200)
  } finally {
    await backend.end()
  }
  await expect(fetch(`${backend.settings.server}/api/ready`)).rejects.toThrow()
})

test('a server that cannot start says why', async () => {
  const started = findBackend({}, { launcher, args: ['--port', 'x'], pages: '/p', folder: await temporaryFolder() })
  await expect(started).rejects.toThrow('--port wants a whole number')
})
