import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { models } from '../models/models.ts'
import { toGlb } from '../models/shape/gltf.ts'
import { boundsOf, GROUPS, partsOf } from '../models/shape/model.ts'
import { ensureBrowser } from './test/browser.ts'

/** `npm run contact-sheet`: all models with their names, in one picture: docs/models.png. `--lean` shows the lean variants, not kept. */
const root = join(import.meta.dirname, '..')
const detail = process.argv.includes('--lean') ? 'lean' : 'full'
const picture = detail === 'lean' ? 'dist/models-lean.png' : 'docs/models.png'

/** Things that are looked at together share one scale; a row of it says how large a cell is. */
const sheet = models.all.map((model) => {
  const { min, max } = boundsOf(partsOf(model, detail))
  const size = Math.max(max[0] - min[0], max[1] - min[1], max[2] - min[2])
  return { id: model.id, name: model.name, group: model.group, mount: model.mount, size, min, max }
})

const three = join(root, 'node_modules/three')
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://sheet').pathname
  const answer = async (): Promise<[type: string, body: Uint8Array | string]> => {
    if (path === '/') return ['text/html', await readFile(join(import.meta.dirname, 'contact-sheet.html'))]
    if (path === '/sheet.json') return ['application/json', JSON.stringify({ groups: GROUPS, sheet })]
    if (path.startsWith('/three/'))
      return ['text/javascript', await readFile(join(three, path.slice('/three/'.length)))]
    const model = models.get(path.slice(1, -'.glb'.length))
    if (!model) throw new Error(`nothing at ${path}`)
    return ['model/gltf-binary', await toGlb(model, detail)]
  }
  answer().then(
    ([type, body]) => response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body),
    (error: Error) => response.writeHead(404).end(error.message),
  )
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
const browser = await chromium.launch({
  executablePath: ensureBrowser((line) => process.stdout.write(`${line}\n`)),
  args: [
    ...[
      '--headless=new',
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-quic',
      '--no-first-run',
      '--disable-sync',
    ],
    ...['--disable-background-networking', '--disable-component-update'],
    ...['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  ],
})
try {
  const page = await browser.newPage({ viewport: { width: 1800, height: 1000 } })
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.locator('body[data-ready]').waitFor({ timeout: 120_000 })
  if (complaints.length > 0) throw new Error(complaints.join('\n'))
  await writeFile(join(root, picture), await page.screenshot({ fullPage: true }))
  process.stdout.write(`${picture}\n`)
} finally {
  await browser.close()
  server.close()
}
