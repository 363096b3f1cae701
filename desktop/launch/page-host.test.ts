import { once } from 'node:events'
import { symlink } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { listPageFiles } from './page-files.ts'
import { openPageHost } from './page-host.ts'
import { temporaryFolder, writeTree } from './testing/folders.ts'

const settings = { server: 'http://127.0.0.1:8040', setupCode: 'abc-def' }

async function host(recording?: string) {
  const folder = await temporaryFolder()
  await writeTree(folder, {
    'secret.txt': 'secret',
    'one.ankan': 'a recording',
    'empty.ankan': '',
    'pages/index.html': '<!doctype html>page',
    'pages/assets/index-B2t5mWrx.js': 'code',
    'pages/cesium/worker.wasm': 'wasm',
    'pages/cesium/plain.json': '{}',
    'pages/a b.glb': 'model',
    'pages/thing.unknown': 'bytes',
  })
  await symlink(join(folder, 'secret.txt'), join(folder, 'pages', 'link.txt'))
  const opened = await openPageHost({
    files: await listPageFiles(join(folder, 'pages')),
    port: 0,
    settings,
    ...(recording === undefined ? {} : { recording: join(folder, recording) }),
  })
  onTestFinished(() => opened.close())
  return opened.url
}

/** As written: `fetch` would tidy the address up first. */
async function raw(url: string, path: string, method = 'GET', headers: Record<string, string> = {}) {
  const { hostname, port } = new URL(url)
  const sent = request({ hostname, port, path, method, headers }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return { status: response.statusCode, headers: response.headers, body: await text(response) }
}

test('the page, with its policy, asked anew every time', async () => {
  const url = await host()
  const { status, headers, body } = await raw(url, '/')
  expect(status).toBe(200)
  expect(body).toBe('<!doctype html>page')
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(headers['cache-control']).toBe('no-cache')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['content-security-policy']).toContain("connect-src 'self' http://127.0.0.1:8040 ws://127.0.0.1:8040")
})

test.each([
  ['/assets/index-B2t5mWrx.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/cesium/worker.wasm', 'application/wasm', 'no-cache'],
  ['/cesium/plain.json?v=1', 'application/json; charset=utf-8', 'no-cache'],
  ['/a%20b.glb', 'model/gltf-binary', 'no-cache'],
  ['/thing.unknown', 'application/octet-stream', 'no-cache'],
])('%s is %s, kept: %s', async (path, type, kept) => {
  const { status, headers } = await raw(await host(), path)
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, type, kept])
})

test('what a browser has already is not sent again', async () => {
  const url = await host()
  const { headers } = await raw(url, '/cesium/plain.json')
  const again = await raw(url, '/cesium/plain.json', 'GET', { 'if-none-match': headers.etag ?? '' })
  expect([again.status, again.body]).toEqual([304, ''])
})

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/../../secret.txt',
  '/assets/..%5c..%5csecret.txt',
  '//secret.txt',
  '/%00',
  '/index.html%00.js',
  '/%',
  '/%ff',
  '/link.txt',
  '/assets',
  '/assets/',
  '/no/such/page',
])('%s leads nowhere', async (path) => {
  const { status, body, headers } = await raw(await host(), path)
  expect([status, body]).toEqual([404, 'Not Found\n'])
  expect(headers['content-security-policy']).toBeDefined()
})

test('the settings are for the page of this machine alone, and never kept', async () => {
  const url = await host()
  const { headers, body } = await raw(url, '/settings.json')
  expect(JSON.parse(body)).toEqual(settings)
  expect(headers['cache-control']).toBe('no-store')
  expect(headers['access-control-allow-origin']).toBeUndefined()
  const foreign = await raw(url, '/settings.json', 'GET', { host: 'evil.example' })
  expect(foreign.status).toBe(421)
  expect(foreign.body).not.toContain('setupCode')
})

test('the recording that was named is read by this machine, and no other file', async () => {
  const url = await host('one.ankan')
  const { status, headers, body } = await raw(url, '/recording')
  expect([status, headers['content-length'], headers['cache-control'], body]).toEqual([
    200,
    '11',
    'no-store',
    'a recording',
  ])
  expect((await raw(url, '/recording', 'HEAD')).body).toBe('')
  expect((await raw(url, '/recording', 'GET', { host: 'evil.example' })).status).toBe(421)
  expect((await raw(await host('empty.ankan'), '/recording')).body).toBe('')
  for (const gone of [undefined, 'gone.ankan']) expect((await raw(await host(gone), '/recording')).status).toBe(404)
})

test('nothing can be written', async () => {
  const { status, headers } = await raw(await host(), '/', 'POST')
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
})

test('HEAD tells what GET would, without the body', async () => {
  const { status, headers, body } = await raw(await host(), '/', 'HEAD')
  expect([status, headers['content-length'], body]).toEqual([200, '19', ''])
})

test('a port that is taken is named', async () => {
  const url = await host()
  const files = await listPageFiles(await writeTree(await temporaryFolder(), { 'index.html': '' }))
  const port = Number(new URL(url).port)
  await expect(openPageHost({ files, port, settings })).rejects.toThrow(`port ${port} (page) is in use on 127.0.0.1`)
})

test('a page that was never built says how to build it', async () => {
  const folder = await temporaryFolder()
  await expect(listPageFiles(folder)).rejects.toThrow('npm run build')
  await expect(listPageFiles(join(folder, 'missing'))).rejects.toThrow('npm run build')
})
