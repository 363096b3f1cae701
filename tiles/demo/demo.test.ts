import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { toLocal } from '#shared/place/local.ts'
import { isWithin } from '#shared/place/path.ts'
import { contains } from '#shared/place/ring.ts'
import { DeviceEntry } from '#shared/world/devices.ts'
import { Household } from '../cim/households.ts'
import { Interior } from '../cim/interior.ts'
import { interiorFile, readInterior } from '../cim/interiors.ts'
import { readSite } from '../cim/read.ts'
import { Site, siteFiles } from '../cim/site.ts'
import { makeDemo } from './demo.ts'
import { writeDemo } from './write.ts'

const demo = makeDemo(2026)
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ankan-cim-'))
  await writeDemo(folder, 7)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the same seed writes the same community, and what is written is what is read', async () => {
  const { site, devices } = await readSite(folder)
  const made = makeDemo(7)
  expect({ site, devices }).toEqual(JSON.parse(JSON.stringify({ site: made.site, devices: made.devices })))
  expect(JSON.stringify({ ...makeDemo(7), interiors: [] }) === JSON.stringify({ ...made, interiors: [] })).toBe(true)
  for (const [place, interior] of made.interiors) {
    expect(await readInterior(folder, place)).toEqual(JSON.parse(JSON.stringify(interior)))
    expect((await stat(join(folder, interiorFile(place)))).size).toBeLessThan(200_000)
  }
  expect(JSON.stringify(demo.site) === JSON.stringify(made.site)).toBe(false)
})

test('everything is as the schemas say', () => {
  expect(Site.safeParse(demo.site).error).toBeUndefined()
  expect(z.array(DeviceEntry).safeParse(demo.devices).error).toBeUndefined()
  expect(z.array(Household).safeParse(demo.households).error).toBeUndefined()
  for (const interior of demo.interiors.values()) expect(Interior.safeParse(interior).error).toBeUndefined()
})

test('a community as large as it was meant, made in little time', () => {
  const { site, devices, households, interiors } = demo
  expect(site.buildings.length).toBeGreaterThanOrEqual(80)
  expect(site.buildings.length).toBeLessThanOrEqual(120)
  expect(interiors.size).toBe(site.buildings.length)
  expect(new Set(site.buildings.map(({ use }) => use)).size).toBe(12)
  const people = households.reduce((sum, { residents }) => sum + residents.length, 0)
  expect(households.length).toBeGreaterThan(2800)
  expect(people).toBeGreaterThan(8500)
  expect(people).toBeLessThan(11_500)
  expect(devices.length).toBeGreaterThanOrEqual(4900)
  expect(devices.length).toBeLessThanOrEqual(5200)
  expect(site.trees.length).toBeGreaterThan(2000)
  expect(site.trees.length).toBeLessThan(2600)
  expect(site.surroundings.buildings.length).toBeGreaterThan(600)
  expect(site.surroundings.buildings.length).toBeLessThan(900)
  const ages = site.buildings.map(({ builtYear = 0 }) => builtYear)
  expect([Math.min(...ages), Math.max(...ages)]).toEqual([1987, 2021])
  const before = process.cpuUsage()
  makeDemo(3)
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000)
})

test('every building has its archive and lies in the grid it belongs to, that somebody answers for', () => {
  const { site } = demo
  for (const building of site.buildings) {
    const grid = site.grids.find(({ place }) => isWithin(building.place, place))
    expect(grid?.inCharge.length).toBeGreaterThan(0)
    for (const corner of building.footprint) expect(contains(grid?.ring ?? [], corner), building.name).toBe(true)
    expect(building).toMatchObject({
      number: expect.any(String),
      builtYear: expect.any(Number),
      designLife: expect.any(Number),
      structure: expect.any(String),
      area: expect.any(Number),
      position: expect.anything(),
      address: { door: expect.any(String), district: expect.any(String), police: expect.any(String) },
      recordedAt: expect.any(String),
      source: expect.any(String),
    })
  }
  expect(new Set(site.buildings.map(({ place }) => place)).size).toBe(site.buildings.length)
})

test('buildings that others speak of stay where they are', () => {
  const name = (place: string) => demo.site.buildings.find((building) => building.place === place)?.name
  expect(name('jinxiu/z2/b19')).toBe('锦绣西里3栋')
  expect(name('jinxiu/z5/b44')).toBe('云锦苑2栋')
  expect(name('jinxiu/z1/b10')).toBe('锦绣新村北区2栋')
  expect(name('jinxiu/z6/b61')).toBe('锦绣汇商场')
  expect(name('jinxiu/z3/b69')).toBe('锦绣公寓B座')
})

test('the streets, lanes and paths are one net', () => {
  const { nodes, edges } = demo.site.roads
  const beside = new Map<string, string[]>()
  for (const { from, to } of edges) {
    beside.set(from, [...(beside.get(from) ?? []), to])
    beside.set(to, [...(beside.get(to) ?? []), from])
  }
  const reached = new Set([nodes[0]?.id as string])
  for (const id of reached) for (const next of beside.get(id) ?? []) reached.add(next)
  expect(nodes.filter(({ id }) => !reached.has(id))).toEqual([])
  expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length)
})

test('a site of the three needed files alone is a site', async () => {
  await writeDemo(folder, 7)
  for (const name of Object.keys(siteFiles))
    if (!['community.json', 'buildings.json', 'devices.json'].includes(name)) await rm(join(folder, name))
  const { site } = await readSite(folder)
  expect(site.grids).toEqual([])
  expect(site.buildings.length).toBeGreaterThan(0)
})

test('what is wrong is told with its file and its field', async () => {
  await writeDemo(folder, 7)
  const file = join(folder, 'buildings.json')
  const buildings = JSON.parse(await readFile(file, 'utf8'))
  buildings[3].floors = 0
  await writeFile(file, JSON.stringify(buildings))
  await expect(readSite(folder)).rejects.toMatchObject({
    code: 'site.damaged',
    message: expect.stringMatching(/buildings\.json[\s\S]*\[3\]\.floors/),
  })
  await writeFile(file, '[{]')
  await expect(readSite(folder)).rejects.toMatchObject({ code: 'site.damaged', details: { file } })
  await rm(file)
  await expect(readSite(folder)).rejects.toMatchObject({ code: 'site.damaged', details: { file } })
})

test('all lies within the radius of the community', () => {
  const { community, buildings, trees, facilities } = demo.site
  const far = ([lon, lat]: readonly [number, number]) => {
    const { east, north } = toLocal(community.center, lon, lat)
    return Math.hypot(east, north)
  }
  for (const { footprint } of buildings)
    for (const corner of footprint) expect(far(corner)).toBeLessThan(community.radius)
  for (const { at } of trees) expect(far(at)).toBeLessThan(community.radius)
  for (const { position } of facilities) expect(far([position.lon, position.lat])).toBeLessThan(community.radius)
})
