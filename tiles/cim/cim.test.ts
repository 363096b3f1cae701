import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deviceKinds } from '#models/devices/index.ts'
import { isWithin } from '#shared/place/path.ts'
import { makeDemo } from '../demo/demo.ts'
import { writeDemo } from '../demo/write.ts'
import { readSite } from './read.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ankan-cim-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the same seed writes the same community, and what is written is what is read', async () => {
  await writeDemo(folder, 7)
  const { site, devices } = await readSite(folder)
  const made = makeDemo(7)
  expect({ site, devices }).toEqual(JSON.parse(JSON.stringify(made)))
  expect(makeDemo(8).site).not.toEqual(made.site)
})

test('every building has its archive and lies in a grid that somebody answers for; every device in a building', () => {
  const { site, devices } = makeDemo(2026)
  for (const building of site.buildings) {
    const grid = site.grids.find(({ place }) => isWithin(building.place, place))
    expect(grid?.inCharge.length).toBeGreaterThan(0)
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
  expect(new Set(devices.map(({ device }) => device)).size).toBe(devices.length)
  for (const device of devices) {
    expect(site.buildings.some(({ place }) => isWithin(device.place, place))).toBe(true)
    expect(deviceKinds.has(device.kind)).toBe(true)
  }
})

test('a site of the three needed files alone is a site', async () => {
  await writeDemo(folder, 7)
  for (const name of ['grids.json', 'grounds.json', 'gates.json']) await rm(join(folder, name))
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
