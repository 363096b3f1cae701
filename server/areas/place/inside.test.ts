import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readInside } from '#shared/contract/place.ts'
import { testSite } from '../../testing/site.ts'
import { Running } from '../../testing/start.ts'
import { SiteTiles } from './tiles.ts'

const square = [
  [0, 0],
  [4, 0],
  [4, 4],
]
const plans = { typical: { rooms: [{ id: 'hall', name: '大厅', use: 'hall', outline: square }], doors: [] } }
const interior = { origin: [114, 22], turn: 0, plans, floors: [{ floor: 1, plan: 'typical' }], risers: [] }
const building = (place: string) => ({
  place,
  name: place,
  use: 'public' as const,
  status: 'in-use' as const,
  footprint: [
    [114, 22],
    [114.001, 22],
    [114.001, 22.001],
  ] as [number, number][],
  holes: [],
  floors: 1,
  basements: 0,
  floorHeight: 3,
  drawings: [],
  units: 1,
  parts: [],
})

let folder: string
let running: Running

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ankan-inside-'))
  await mkdir(join(folder, 'site/interiors'), { recursive: true })
  await mkdir(join(folder, 'data'))
  await writeFile(join(folder, 'site/interiors/c-z1-b01.json'), JSON.stringify(interior))
  await writeFile(join(folder, 'site/interiors/c-z1-b09.json'), JSON.stringify(interior))
  const buildings = [building('c/z1/b01'), building('c/z1/b02')]
  const tiles = new SiteTiles(join(folder, 'site'))
  running = await new Running(join(folder, 'data'), { tiles, shared: true, site: { ...testSite, buildings } }).up()
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

test('the inside of a building is told as its file has it', async () => {
  const { status, body } = await running.ask(readInside, { building: 'c/z1/b01' }, 'viewer')
  expect(status).toBe(200)
  expect(body).toMatchObject({ inside: { floors: interior.floors, plans: { typical: { rooms: [{ id: 'hall' }] } } } })
})

test('a building that nobody has drawn from within has none', async () => {
  expect(await running.ask(readInside, { building: 'c/z1/b02' }, 'viewer')).toMatchObject({
    status: 200,
    body: { inside: null },
  })
})

test.each(['c/z1/b09', 'c/z1'])('%s is no building of the site, whatever files there are', async (building) => {
  expect((await running.ask(readInside, { building }, 'viewer')).status).toBe(404)
})

test('a path out of the folder is none, and nobody is told without signing in', async () => {
  expect((await running.ask(readInside, { building: '../c/z1/b01' }, 'viewer')).status).toBe(400)
  expect((await running.ask(readInside, { building: 'c/z1/b01' })).status).toBe(401)
})
