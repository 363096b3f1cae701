import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Building } from '#tiles/cim/buildings.ts'
import { floorPath } from '#tiles/cim/floors.ts'
import { readInterior } from '#tiles/cim/interiors.ts'
import { readSite } from '#tiles/cim/read.ts'
import type { Site } from '#tiles/cim/site.ts'
import { readTilesIndex, type TilesIndex } from '#tiles/cim/tiles-index.ts'
import { countPixels, openBrowser, openSeat, type Seat } from './testing/browser.ts'
import { driverOf } from './tiles/driver.ts'
import { NOTHING } from './tiles/engine.ts'
import { EnginePages } from './tiles/pages.ts'
import { type Subject, Subjects, storeySubjects, topOf } from './tiles/subjects.ts'

const MB = 1e6
/** The demonstration as the build has made it, with its tiles. */
const folder = join(import.meta.dirname, '../../dist/demo')
const SMALL = { width: 640, height: 400 }

let pages: EnginePages
let browser: Browser
let site: Site
let index: TilesIndex

beforeAll(async () => {
  const [read, found] = await Promise.all([readSite(folder, { without: ['devices.json'] }), readTilesIndex(folder)])
  if (!found) throw new Error('the demonstration has no tiles: npm run build')
  ;[site, index] = [read.site, found]
  ;[pages, browser] = await Promise.all([EnginePages.serve(folder), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await pages?.close()
})

/** As the scene shows a community when it is opened. */
const homeView = () => ({ range: site.community.radius * 1.75, heading: 12, pitch: -38 })

describe.each(['cesium', 'three'] as const)('%s', (name) => {
  let seat: Seat
  let engine: ReturnType<typeof driverOf>

  beforeAll(async () => {
    seat = await openSeat(browser, pages.of(name), SMALL)
    engine = driverOf(seat.page)
    await engine.open(`${pages.tiles}/tileset.json`, site.community.center)
  })
  afterAll(() => seat?.context.close())

  const expectCalm = async () => {
    expect(await engine.failures()).toEqual([])
    expect(seat.complaints.splice(0)).toEqual([])
  }
  const expectFound = async (subjects: readonly Subject[]) => {
    expect(await engine.below(subjects.map(({ spot }) => spot))).toEqual(subjects.map(({ says }) => says))
  }

  test('the first picture shows the whole community, without a hole', async () => {
    pages.sent = 0
    await seat.page.setViewportSize({ width: 1920, height: 1080 })
    await engine.load(site.community.center, homeView())
    process.stdout.write(`the first picture took ${(pages.sent / MB).toFixed(2)} MB in ${name}\n`)
    expect(pages.sent).toBeGreaterThan(0.1 * MB)
    expect(pages.sent).toBeLessThan(15 * MB)
    await seat.page.setViewportSize(SMALL)
    await engine.load(site.community.center, homeView())
    await engine.draw()
    // The plain goes on to the upper edge of the picture.
    expect(await countPixels(seat.page, 'canvas', [...NOTHING])).toBe(0)
    await expectCalm()
  })

  test('a building says what the model says of it', async () => {
    const { kinds, buildings } = new Subjects(site)
    expect(kinds.length).toBeGreaterThanOrEqual(6)
    await expectFound(kinds)
    // From so high that the tiles for the far view are what is met.
    if (name === 'three')
      await expectFound(buildings.map(({ spot, says }) => ({ spot: { ...spot, height: 900 }, says })))
    await expectCalm()
  })

  test('so do a lake and what stands in the streets', async () => {
    const { lake, facilities } = new Subjects(site)
    expect(facilities.length).toBeGreaterThan(0)
    await expectFound([lake, ...facilities.slice(0, 3)])
    await expectCalm()
  })

  test('inside, a storey is shown by itself, and its rooms and walls are told apart', async () => {
    const building = tallest(site.buildings.filter(({ place }) => place in index.interiors))
    const interior = await readInterior(folder, building.place)
    if (!interior) throw new Error(`${building.place} has no inside`)
    const floor = Math.ceil(building.floors / 2)
    const { rooms, wall } = storeySubjects(site, building, interior, floor)
    await engine.open(`${pages.tiles}/${index.build}/${index.interiors[building.place]}`, site.community.center)
    const above = { ...wall, height: topOf(building) + 40 }
    expect(await engine.below([above])).toMatchObject([{ floor: interior.floors.at(-1)?.floor }])
    await engine.showFloor(floor)
    expect(await engine.below([wall])).toMatchObject([{ id: floorPath(building.place, floor), floor }])
    // Cesium draws a picture for each pick: without a graphics card that takes a second.
    await expectFound(name === 'three' ? rooms : rooms.slice(0, 4))
    await expectCalm()
  })
})

function tallest(buildings: readonly Building[]): Building {
  return buildings.reduce((best, one) => (one.floors > best.floors ? one : best))
}

test('the inside of no building weighs more than 2 MB', async () => {
  expect(Object.keys(index.interiors).length).toBeGreaterThan(0)
  for (const uri of Object.values(index.interiors)) {
    const inside = join(folder, 'tiles', index.build, uri, '..')
    const sizes = (await readdir(inside)).map(async (file) => (await stat(join(inside, file))).size)
    const sum = (await Promise.all(sizes)).reduce((all, size) => all + size, 0)
    expect(sum, uri).toBeLessThanOrEqual(2 * MB)
  }
})
