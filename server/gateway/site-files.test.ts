import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTiles } from '#shared/contract/place.ts'
import { SiteTiles } from '../areas/place/tiles.ts'
import { testSite } from '../testing/site.ts'
import { Running } from '../testing/start.ts'

let folder: string
let running: Running
let tiles: SiteTiles
const glb = Buffer.alloc(5000, 'glTF')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ankan-files-'))
  const put = async (name: string, content: string | Buffer) => {
    await mkdir(join(folder, 'site', name, '..'), { recursive: true })
    await writeFile(join(folder, 'site', name), content)
  }
  const index = {
    build: 'abc123',
    interiors: { 'jinxiu/z1/b01': 'interiors/b01/tileset.json' },
    buildings: 1,
    tiles: 2,
    bytes: 3,
    triangles: 4,
  }
  await mkdir(join(folder, 'data'))
  await put('tiles/index.json', JSON.stringify(index))
  await put('tiles/abc123/tileset.json', '{}')
  await put('tiles/abc123/buildings/r.glb', glb)
  await put('tiles/abc123/textures/home.png', Buffer.alloc(3000))
  await put('tilesets/survey/tileset.json', '{"asset":{}}')
  await put('households.json', '[{"home":"secret"}]')
  await writeFile(join(folder, 'outside.txt'), 'secret')
  tiles = new SiteTiles(join(folder, 'site'))
  const survey = {
    id: 'survey',
    name: '航测',
    file: 'tilesets/survey/tileset.json',
    center: testSite.community.center,
    lift: 1.5,
  }
  running = await new Running(join(folder, 'data'), {
    tiles,
    shared: true,
    site: { ...testSite, tilesets: [survey] },
  }).up()
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

interface Got {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

/** Paths go out as they are written: `fetch` would tidy them first. */
function get(path: string, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(running.url)
    request({ hostname, port, path, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
      .once('error', reject)
      .end()
  })
}

test('who may see the place is told where its tiles lie, and reads them there', async () => {
  const { status, body } = await running.ask(readTiles, {}, 'viewer')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    building: false,
    own: { interiors: { 'jinxiu/z1/b01': 'interiors/b01/tileset.json' } },
    others: [{ id: 'survey', name: '航测', lift: 1.5 }],
  })
  const { own, others } = body as unknown as { own: { base: string }; others: { url: string }[] }
  const tile = await get(`${own.base}buildings/r.glb`)
  expect(tile.body.equals(glb)).toBe(true)
  expect(tile.headers).toMatchObject({
    'content-type': 'model/gltf-binary',
    'cache-control': expect.stringContaining('immutable'),
  })
  expect(JSON.parse((await get(others[0]?.url as string)).body.toString())).toEqual({ asset: {} })
})

test('nobody is told without signing in', async () => {
  expect((await running.ask(readTiles, {})).status).toBe(401)
})

test('what can be packed goes packed to those who take it', async () => {
  const base = `${tiles.address}/tiles/abc123`
  const packed = await get(`${base}/buildings/r.glb`, { 'accept-encoding': 'gzip, br' })
  expect(packed.headers['content-encoding']).toBe('gzip')
  expect(packed.body.length).toBeLessThan(glb.length / 4)
  expect(gunzipSync(packed.body).equals(glb)).toBe(true)
  expect(
    (await get(`${base}/textures/home.png`, { 'accept-encoding': 'gzip' })).headers['content-encoding'],
  ).toBeUndefined()
})

test('the entry, which changes its content, is asked for again each time', async () => {
  const entry = await get(`${tiles.address}/tiles/index.json`)
  expect(entry.headers['cache-control']).toBe('no-cache')
})

test.each([
  ['another key', () => '/place/wrong/tiles/abc123/tileset.json'],
  ['another file of the site', () => `${tiles.address}/households.json`],
  ['a way out', () => `${tiles.address}/tiles/../households.json`],
  ['an encoded way out', () => `${tiles.address}/tiles/%2e%2e/households.json`],
  ['a way out with slashes encoded', () => `${tiles.address}/tiles/..%2fhouseholds.json`],
  ['a way further out', () => `${tiles.address}/tiles/..%2f..%2foutside.txt`],
  ['a way out with a nul', () => `${tiles.address}/tiles/abc123/tileset.json%00.png`],
  ['backslashes', () => `${tiles.address}/tiles/..%5c..%5coutside.txt`],
  ['a folder', () => `${tiles.address}/tiles/abc123`],
  ['what is not there', () => `${tiles.address}/tiles/abc123/none.glb`],
])('%s is refused and says nothing', async (_, path) => {
  const { status, body } = await get(path())
  expect(status).toBe(404)
  expect(body.toString()).not.toContain('secret')
})
