import { expect, test } from 'vitest'
import type { Machine } from './machine.ts'
import { type WindowWish, windowWays } from './window.ts'

const url = 'http://127.0.0.1:8041/'
const wish: WindowWish = {
  url,
  profile: '/data/window/browser-8041',
  noWindow: false,
  kiosk: false,
  electron: '/e/electron',
  electronMain: '/dist/electron/main.js',
  browser: '/b/chromium',
}
const linux: Machine = { platform: 'linux', env: { DISPLAY: ':0' }, home: '/home/a', superuser: false }

const cases: [name: string, wish: Partial<WindowWish>, machine: Partial<Machine>, ways: string[]][] = [
  ['everything is there', {}, {}, ['electron', 'browser']],
  ['no Electron', { electron: undefined }, {}, ["Electron's program file is not on this machine", 'browser']],
  ['no browser', { browser: undefined }, {}, ['electron', 'no Chromium, Chrome or Edge was found']],
  ['Wayland is a display', {}, { env: { WAYLAND_DISPLAY: 'wayland-0' } }, ['electron', 'browser']],
  ['no display', {}, { env: {} }, ['no display: DISPLAY and WAYLAND_DISPLAY are not set, so neither']],
  ['Windows always has one', {}, { platform: 'win32', env: {} }, ['electron', 'browser']],
  ['macOS always has one', {}, { platform: 'darwin', env: {} }, ['electron', 'browser']],
  ['none is wanted', { noWindow: true }, {}, ['as --no-window asks']],
  [
    'the named browser is not there',
    { electron: undefined, browser: undefined },
    { env: { DISPLAY: ':0', ANKAN_BROWSER: '/x' } },
    ["Electron's program file is not on this machine", '/x, named by ANKAN_BROWSER, is not a program'],
  ],
]
test.each(cases)('%s', (_name, wished, machine, expected) => {
  const ways = windowWays({ ...wish, ...wished }, { ...linux, ...machine })
  const seen = ways.map((way) => (way.kind === 'impossible' ? way.why.en : way.kind))
  expect(seen).toEqual(expected.map((text) => expect.stringContaining(text)))
})

function flags(wished: Partial<WindowWish>, machine: Partial<Machine> = {}): string[] {
  const [way] = windowWays({ ...wish, ...wished }, { ...linux, ...machine }).slice(wished.electron ? 0 : 1)
  if (!way || way.kind === 'impossible') throw new Error('there is a way')
  return way.args
}

test('a browser shows the page alone, in a folder of its own, and stays off the network', () => {
  expect(flags({})).toEqual(
    expect.arrayContaining([
      `--app=${url}`,
      '--user-data-dir=/data/window/browser-8041',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ]),
  )
})

test('the sandbox is given up for the superuser of Linux alone', () => {
  expect(flags({})).not.toContain('--no-sandbox')
  expect(flags({}, { superuser: true })).toContain('--no-sandbox')
  expect(flags({ electron: '/e' })).toEqual(['/dist/electron/main.js'])
  expect(flags({ electron: '/e' }, { superuser: true })).toEqual(['--no-sandbox', '/dist/electron/main.js'])
})

test('--kiosk fills the screen', () => {
  expect(flags({})).not.toContain('--kiosk')
  expect(flags({ kiosk: true })).toContain('--kiosk')
})
