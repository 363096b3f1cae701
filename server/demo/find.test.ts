import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FoundPlace, findPlaces } from '#shared/contract/place.ts'
import { decodeBeidou } from '#shared/place/beidou.ts'
import { readSite } from '#tiles/cim/read.ts'
import { writeDemo } from '#tiles/demo/write.ts'
import { SiteTiles } from '../areas/place/tiles.ts'
import { Running, tempFolder } from '../testing/start.ts'

let folder: string
let running: Running
beforeAll(async () => {
  folder = await tempFolder()
  await writeDemo(join(folder, 'site'), 2026)
  const { site } = await readSite(join(folder, 'site'), { without: ['devices.json'] })
  await mkdir(join(folder, 'data'))
  const tiles = new SiteTiles(join(folder, 'site'))
  running = await new Running(join(folder, 'data'), { site, tiles, devices: [], shared: true }).up()
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

async function find(text: string, most?: number): Promise<{ found: FoundPlace[]; more: boolean }> {
  const { status, body } = await running.ask(findPlaces, most === undefined ? { text } : { text, most }, 'viewer')
  expect(status).toBe(200)
  return body as unknown as { found: FoundPlace[]; more: boolean }
}

test('a building by its name comes before its floors and rooms', async () => {
  const { found, more } = await find('锦绣西里3栋')
  expect(found[0]).toMatchObject({ kind: 'building', name: '锦绣西里3栋', place: 'jinxiu/z2/b19' })
  expect(found.slice(1).every(({ place }) => place.startsWith('jinxiu/z2/b19/'))).toBe(true)
  expect(more).toBe(true)
})

test('by words, as names are shown with spaces between; of the wanted kinds alone', async () => {
  const ask = { text: '锦绣西里3栋 2 层 1单元', most: 50, kinds: ['room'] }
  const { found } = (await running.ask(findPlaces, ask, 'viewer')).body as unknown as { found: FoundPlace[] }
  expect(found[0]?.name).toMatch(/^锦绣西里3栋2层1单元/)
  for (const { kind, name, place } of found) {
    expect(kind).toBe('room')
    expect(name).toMatch(/1单元/)
    expect(place).toMatch(/^jinxiu\/z2\/b19\//)
  }
})

test('what lies in a cell by the beginning of its code, in either case, and nothing else', async () => {
  const building = (await find('jinxiu/z2/b19')).found[0] as FoundPlace
  for (const code of [building.code, building.code.toLowerCase()]) {
    const { found } = await find(code, 200)
    expect(found.map(({ id }) => id)).toContain('jinxiu/z2/b19')
    const { west, south, east, north } = decodeBeidou(building.code)
    for (const { position } of found) {
      expect(position.lon).toBeGreaterThanOrEqual(west)
      expect(position.lon).toBeLessThanOrEqual(east)
      expect(position.lat).toBeGreaterThanOrEqual(south)
      expect(position.lat).toBeLessThanOrEqual(north)
    }
  }
  const wider = await find(building.code.slice(0, 11), 200)
  expect(wider.found.length).toBeGreaterThan(20)
})

test('a room by its path; rooms above one another differ in the code with the height alone', async () => {
  const low = (await find('jinxiu/z2/b19/f02/201')).found[0] as FoundPlace
  const high = (await find('jinxiu/z2/b19/f05/501')).found[0] as FoundPlace
  expect(low.kind).toBe('room')
  expect(high.code).toBe(low.code)
  expect(high.spatial).not.toBe(low.spatial)
})

test('nothing is an answer too, a wrong question is refused, nobody is not answered', async () => {
  expect(await find('没有这个地方')).toEqual({ found: [], more: false })
  expect((await running.ask(findPlaces, { text: ' ' }, 'viewer')).status).toBe(400)
  expect((await running.ask(findPlaces, { text: 'x', most: 5000 }, 'viewer')).status).toBe(400)
  expect((await running.ask(findPlaces, { text: '锦绣' })).status).toBe(401)
})
