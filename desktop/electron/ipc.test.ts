import { expect, test } from 'vitest'
import { bridge } from './bridge.ts'
import { asks } from './channels.ts'
import { handle, isOurPage } from './ipc.ts'

const page = { url: 'app://ankan/#/wall', parent: null }

test.each([
  ['our page', page, true],
  ['a frame inside our page', { url: 'app://ankan/', parent: page }, false],
  ['a page of the network', { url: 'http://127.0.0.1:8041/', parent: null }, false],
  ['another host of our scheme', { url: 'app://other/', parent: null }, false],
  ['a host that begins like ours', { url: 'app://ankan.evil/', parent: null }, false],
  ['our name under another scheme', { url: 'https://ankan/', parent: null }, false],
  ['our name as a user', { url: 'app://ankan@evil/', parent: null }, false],
  ['a file', { url: 'file:///ankan/', parent: null }, false],
  ['a blank page', { url: 'about:blank', parent: null }, false],
  ['no address', { url: '', parent: null }, false],
  ['a page that is gone', null, false],
])('%s: answered %s', (_name, senderFrame, expected) => {
  expect(isOurPage({ senderFrame } as never)).toBe(expected)
})

function registered(answer: () => boolean) {
  const listeners = new Map<string, (event: unknown) => unknown>()
  handle({ handle: (name, listener) => listeners.set(name, listener as never) }, 'window:toggle-fullscreen', answer)
  return (event: unknown) => listeners.get('window:toggle-fullscreen')?.(event)
}

test('a question of our page is answered, any other is refused before anything happens', () => {
  let asked = 0
  const ask = registered(() => {
    asked++
    return true
  })
  expect(ask({ senderFrame: page, sender: {} })).toBe(true)
  expect(() => ask({ senderFrame: { url: 'https://evil/', parent: null } })).toThrow(/not answered to https:\/\/evil/)
  expect(() => ask({ senderFrame: null })).toThrow('a page that is gone')
  expect(asked).toBe(1)
})

test('the bridge carries what is on the map and nothing else', async () => {
  const invoked: unknown[] = []
  const listeners = new Set<(...args: unknown[]) => void>()
  const shell = bridge({
    invoke: async (...args: unknown[]) => invoked.push(args),
    on: (_name: string, listener: never) => listeners.add(listener),
    off: (_name: string, listener: never) => listeners.delete(listener),
  } as never)
  for (const name of Object.keys(asks)) await shell.ask(name as keyof typeof asks)
  expect(invoked).toEqual(Object.keys(asks).map((name) => [name]))
  // A page is not held to the types.
  const untyped = shell as unknown as { ask(name: string): Promise<unknown>; on(name: string, listener: unknown): void }
  await expect(untyped.ask('ELECTRON_BROWSER_REQUIRE')).rejects.toThrow('no such channel')
  await expect(untyped.ask('toString')).rejects.toThrow('no such channel')
  expect(() => untyped.on('settings:read', () => {})).toThrow('no such channel')

  const heard: boolean[] = []
  const stop = shell.on('window:fullscreen-changed', (fullscreen) => heard.push(fullscreen))
  for (const listener of listeners) listener({ sender: "Electron's own" }, true)
  stop()
  expect([heard, listeners.size]).toEqual([[true], 0])
})
