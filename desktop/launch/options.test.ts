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
  [['--unknown'], '--unknown'],
  [['stray'], 'stray'],
])('%j: %s', (args, message) => {
  expect(() => readOptions(args, {})).toThrow(message)
})
