import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { temporaryFolder } from '../launch/testing/folders.ts'
import { setAutostart } from './autostart.ts'

test('on Linux a desktop entry comes and goes; the program of an image is the image', async () => {
  const folder = await temporaryFolder()
  const app = { setLoginItemSettings: vi.fn() }
  const machine = { platform: 'linux', env: { XDG_CONFIG_HOME: folder }, program: '/opt/a "b" 50%/ankan' } as const
  const entry = () => readFile(join(folder, 'autostart', 'ankan.desktop'), 'utf8')
  await setAutostart(app, true, machine)
  expect(await entry()).toContain('Exec="/opt/a \\"b\\" 50%%/ankan"')
  await setAutostart(app, true, { ...machine, env: { ...machine.env, APPIMAGE: '/home/u/Ankan.AppImage' } })
  expect(await entry()).toContain('Exec="/home/u/Ankan.AppImage"')
  await setAutostart(app, false, machine)
  await setAutostart(app, false, machine)
  await expect(entry()).rejects.toThrow(/ENOENT/)
  expect(app.setLoginItemSettings).not.toHaveBeenCalled()
})

test('elsewhere the system is told', async () => {
  const app = { setLoginItemSettings: vi.fn() }
  await setAutostart(app, true, { platform: 'win32', env: {}, program: 'x' })
  expect(app.setLoginItemSettings).toHaveBeenCalledWith({ openAtLogin: true })
})
