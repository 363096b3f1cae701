import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { toLocal } from '#shared/place/local.ts'
import { isWithin } from '#shared/place/path.ts'
import { Household } from '../cim/households.ts'
import { readSite } from '../cim/read.ts'
import { siteFiles } from '../cim/site.ts'
import { makeDemo } from './demo.ts'
import { onStreet } from './streets.ts'
import { writeDemo } from './write.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ankan-cim-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the same seed writes the same community, and what is written is what is read', async () => {
  await writeDemo(folder, 7)
  const { site, devices } = await readSite(folder)
  const made = makeDemo(7)
  expect({ site, devices }).toEqual(JSON.parse(JSON.stringify({ site: made.site, devices: made.devices })))
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
  }
})

test('three thousand households live in the demonstration, each in a home of its own', () => {
  const { site, households } = makeDemo(2026)
  expect(households.length).toBeGreaterThan(2800)
  const people = households.reduce((sum, { residents }) => sum + residents.length, 0)
  expect(people).toBeGreaterThan(8500)
  expect(people).toBeLessThan(11_500)
  expect(new Set(households.map(({ home }) => home)).size).toBe(households.length)
  for (const { home } of households) expect(site.buildings.some(({ place }) => isWithin(home, place))).toBe(true)
  expect(z.array(Household).safeParse(households).success).toBe(true)
})

test('the streets are one net, and no building stands on them', () => {
  const { site } = makeDemo(2026)
  const { nodes, edges } = site.roads
  const reached = new Set([nodes[0]?.id])
  for (let grew = true; grew; ) {
    grew = false
    for (const { from, to } of edges)
      if (reached.has(from) !== reached.has(to)) {
        reached.add(from).add(to)
        grew = true
      }
  }
  expect(reached.size).toBe(nodes.length)
  for (const { footprint } of site.buildings)
    for (const [lon, lat] of footprint) {
      const { east, north } = toLocal(site.community.center, lon, lat)
      expect(onStreet({ east, north }), `${east} ${north}`).toBe(false)
    }
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
