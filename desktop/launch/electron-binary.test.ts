import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findElectron } from './electron-binary.ts'
import type { Machine } from './machine.ts'
import { fakeProgram, temporaryFolder, writeTree } from './testing/folders.ts'

const machine = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv = {}): Machine => ({
  platform,
  env,
  home: '/nobody',
  superuser: false,
})

test('a package whose program file was never fetched has none', async () => {
  const folder = await writeTree(await temporaryFolder(), { 'package.json': '{}' })
  expect(findElectron(machine('linux'), folder)).toBeUndefined()
  expect(findElectron(machine('linux'), undefined)).toBeUndefined()
})

test('a package whose program file was fetched has it where its path.txt says', async () => {
  const folder = await writeTree(await temporaryFolder(), { 'path.txt': 'electron' })
  expect(findElectron(machine('linux'), folder)).toBeUndefined()
  const file = await fakeProgram(join(folder, 'dist', 'electron'))
  expect(findElectron(machine('linux'), folder)).toBe(file)
})

test.each([
  ['linux', 'electron'],
  ['win32', 'electron.exe'],
  ['darwin', 'Electron.app/Contents/MacOS/Electron'],
] as const)('one that was brought by hand, on %s', async (platform, name) => {
  const folder = await temporaryFolder()
  const env = { ELECTRON_OVERRIDE_DIST_PATH: folder }
  expect(findElectron(machine(platform, env), undefined)).toBeUndefined()
  const file = await fakeProgram(join(folder, name))
  expect(findElectron(machine(platform, env), undefined)).toBe(file)
})
