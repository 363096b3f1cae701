import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listPageFiles } from '../launch/page-files.ts'
import { temporaryFolder, writeTree } from '../launch/testing/folders.ts'
import { pageAnswers } from './pages.ts'

async function answers() {
  const folder = await writeTree(await temporaryFolder(), {
    'secret.txt': 'secret',
    'pages/index.html': 'page',
    'pages/assets/index-B2t5mWrx.js': 'code',
  })
  const answer = pageAnswers(await listPageFiles(join(folder, 'pages')), 'http://10.0.0.1:8040')
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

test('nothing can be written', async () => {
  expect((await (await answers())('app://ankan/', 'POST')).status).toBe(405)
})
