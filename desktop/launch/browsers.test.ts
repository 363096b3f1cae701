import { writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { findBrowser } from './browsers.ts'
import type { Machine } from './machine.ts'
import { fakeProgram, temporaryFolder } from './testing/folders.ts'

const machine = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home = '/nobody'): Machine => ({
  platform,
  env,
  home,
  superuser: false,
})

test('on the path, Chromium before the others', async () => {
  const [first, second] = [await temporaryFolder(), await temporaryFolder()]
  await fakeProgram(join(first, 'google-chrome'))
  const chromium = await fakeProgram(join(second, 'chromium'))
  expect(findBrowser(machine('linux', { PATH: [first, second].join(delimiter) }))).toBe(chromium)
})

test('a file that cannot be run is no browser', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'chromium'), 'notes')
  const edge = await fakeProgram(join(folder, 'microsoft-edge'))
  expect(findBrowser(machine('linux', { PATH: folder }))).toBe(edge)
})

test.each([
  ['PROGRAMFILES', ['Google', 'Chrome', 'Application', 'chrome.exe']],
  ['PROGRAMFILES(X86)', ['Microsoft', 'Edge', 'Application', 'msedge.exe']],
  ['LOCALAPPDATA', ['Chromium', 'Application', 'chrome.exe']],
])('in its usual place on Windows: %s', async (variable, parts) => {
  const folder = await temporaryFolder()
  const file = await fakeProgram(join(folder, ...parts))
  expect(findBrowser(machine('win32', { [variable]: folder }))).toBe(file)
})

test("in a person's own applications on macOS", async () => {
  const home = await temporaryFolder()
  const file = await fakeProgram(join(home, 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'))
  expect(findBrowser(machine('darwin', {}, home))).toBe(file)
})

test('the one that is named, and no other in its place', async () => {
  const folder = await temporaryFolder()
  await fakeProgram(join(folder, 'chromium'))
  const mine = await fakeProgram(join(folder, 'mine'))
  expect(findBrowser(machine('linux', { PATH: folder, ANKAN_BROWSER: mine }))).toBe(mine)
  expect(findBrowser(machine('linux', { PATH: folder, ANKAN_BROWSER: join(folder, 'gone') }))).toBeUndefined()
})

test('none on a machine without', () => {
  expect(findBrowser(machine('win32', {}))).toBeUndefined()
})
