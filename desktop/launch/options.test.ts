import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readOptions } from './options.ts'

test('without a word: a demonstration with a window, on the usual ports when they are free', () => {
  expect(readOptions([], {})).toEqual({
    data: resolve('data'),
    host: '127.0.0.1',
    window: true,
    kiosk: false,
    simulator: true,
  })
})

test('the command line goes before the environment', () => {
  const env = { ANKAN_PORT: '9000', ANKAN_MQTT_PORT: '9001', ANKAN_DATA: '/env', ANKAN_SITE: '' }
  expect(readOptions(['--port', '9100', '--data', '/line', '--kiosk', '--no-window', '--incident', '5'], env)).toEqual({
    data: '/line',
    host: '127.0.0.1',
    port: 9100,
    mqttPort: 9001,
    incident: 5,
    window: false,
    kiosk: true,
    simulator: true,
  })
})

test('--help asks for nothing else', () => {
  expect(readOptions(['--help'], {})).toBeUndefined()
})

test('--open is a file of this machine; no server is started for it, one that runs may be named', () => {
  expect(readOptions(['--open', 'a/fire.ankan'], {})).toMatchObject({ open: resolve('a/fire.ankan') })
  expect(readOptions(['--open', '/fire.ankan', '--server', 'http://a:1'], {})).toMatchObject({
    open: '/fire.ankan',
    server: 'http://a:1',
  })
})

test('of an address the origin counts', () => {
  expect(readOptions(['--server', 'https://a.example/x'], {})?.server).toBe('https://a.example')
})

test.each([
  [['--port', 'x'], '--port wants a whole number of 0 to 65535, not "x"'],
  [['--page-port', '65536'], '--page-port wants'],
  [['--incident', '-1'], 'incident'],
  [['--server', 'a.example'], '--server wants an address such as'],
  [['--server', 'file:///x'], '--server wants an address such as'],
  [['--server', 'http://a', '--site', 'x'], '--site belongs to a server started here'],
  [['--open', 'x.ankan', '--port', '1'], '--port belongs to a server started here; with --open FILE none is'],
  [['--open'], '--open'],
  [['--unknown'], '--unknown'],
  [['stray'], 'stray'],
])('%j: %s', (args, message) => {
  expect(() => readOptions(args, {})).toThrow(message)
})
