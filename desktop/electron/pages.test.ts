import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listPageFiles } from '../launch/page-files.ts'
import { temporaryFolder, writeTree } from '../launch/testing/folders.ts'
import { OpenedFile } from './opened-file.ts'
import { pageAnswers } from './pages.ts'

async function answers(recording?: string) {
  const folder = await writeTree(await temporaryFolder(), {
    'secret.txt': 'secret',
    'pages/index.html': 'page',
    'pages/assets/index-B2t5mWrx.js': 'code',
    'one.ankan': 'a recording',
  })
  const files = await listPageFiles(join(folder, 'pages'))
  const opened = new OpenedFile(recording && join(folder, recording))
  const answer = pageAnswers({ files, server: 'http://10.0.0.1:8040', opened })
  return (url: string, method = 'GET') => answer({ url, method } as Request)
}

test('the page comes with its policy', async () => {
  const response = await (await answers())('app://ankan/#/replay')
  expect([response.status, await response.text()]).toEqual([200, 'page'])
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('content-security-policy')).toContain('http://10.0.0.1:8040 ws://10.0.0.1:8040')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
})

test('what is named by its content is kept', async () => {
  const response = await (await answers())('app://ankan/assets/index-B2t5mWrx.js')
  expect(response.headers.get('cache-control')).toContain('immutable')
})

test.each([
  'app://ankan/../secret.txt',
  'app://ankan/..%2fsecret.txt',
  'app://ankan/%2e%2e%2fsecret.txt',
  'app://ankan/assets/..%5c..%5csecret.txt',
  'app://ankan//secret.txt',
  'app://ankan/%00',
  'app://ankan/%',
  'app://other/index.html',
  'https://ankan/index.html',
])('%s leads nowhere', async (url) => {
  const response = await (await answers())(url)
  expect([response.status, await response.text()]).toEqual([404, 'not found'])
})

test('the recording that was opened is read, and no other file', async () => {
  const response = await (await answers('one.ankan'))('app://ankan/recording')
  expect([response.status, await response.text()]).toEqual([200, 'a recording'])
  expect(response.headers.get('cache-control')).toBe('no-store')
  for (const recording of [undefined, 'gone.ankan', 'pages'])
    expect((await (await answers(recording))('app://ankan/recording')).status).toBe(404)
})

test('nothing can be written', async () => {
  expect((await (await answers())('app://ankan/', 'POST')).status).toBe(405)
})
