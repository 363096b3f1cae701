import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAudit } from '#shared/contract/audit.ts'
import { retireDevice } from '#shared/contract/registry.ts'
import { exportTracks, type FoundMover, readTracks, searchTracks, type Track } from '#shared/contract/tracks.ts'
import { AnkanError } from '#shared/errors.ts'
import { metresPerDegree } from '#shared/place/geodesy.ts'
import { SimulatedClock } from '#shared/time.ts'
import type { DeviceEntry } from '#shared/world/devices.ts'
import { deviceRegistered } from '#shared/world/devices.ts'
import { SYSTEM } from '#shared/world/event.ts'
import { Building } from '#tiles/cim/buildings.ts'
import { DeviceSecrets } from '../../access/devices.ts'
import { TestDisk } from '../../testing/disk.ts'
import { secretOf, testDevices, testSite } from '../../testing/site.ts'
import { publish, type Running, start } from '../../testing/start.ts'
import { maskedName } from './movers.ts'

const metres = metresPerDegree(22.5)
const lon = (x: number) => 114 + x / metres.lon
const lat = (y: number) => 22.5 + y / metres.lat
const box = (x0: number, x1: number): [number, number][] => [
  [lon(x0), lat(-500)],
  [lon(x1), lat(-500)],
  [lon(x1), lat(500)],
  [lon(x0), lat(500)],
]
/** The first zone lies in the west, the second in the east. */
const grid = (place: string, ring: [number, number][]) => ({ place, name: place, ring, inCharge: [] })
const house = Building.parse({
  place: 'jinxiu/z1/b01',
  name: '一栋',
  use: 'residential',
  footprint: [
    [lon(-120), lat(8)],
    [lon(-80), lat(8)],
    [lon(-80), lat(30)],
    [lon(-120), lat(30)],
  ],
  floors: 6,
  basements: 0,
  floorHeight: 3,
})
const site = {
  ...testSite,
  grids: [grid('jinxiu/z1', box(-500, 0)), grid('jinxiu/z2', box(0, 500))],
  buildings: [house],
}

const mover = (device: string, kind: string, place: string, name: string, plate?: string): DeviceEntry => ({
  device,
  kind,
  name,
  place,
  position: { lon: 114, lat: 22.5, height: 0 },
  plate,
})
const devices = [
  ...testDevices,
  mover('car-1', 'police-car-terminal', 'jinxiu/z1', '警车01', '粤B·D0012'),
  mover('guard-1', 'guard-terminal', 'jinxiu/z1', '保安01 陈秀英'),
  mover('guard-2', 'guard-terminal', 'jinxiu/z2', '保安02 欧阳娜'),
  mover('old-1', 'patrol-cart-terminal', 'jinxiu/z1', '巡逻车09', '粤B·D0099'),
  {
    ...mover('point-1', 'patrol-point', 'jinxiu/z1', '一栋巡更点'),
    position: { lon: lon(-100), lat: lat(3), height: 2 },
  },
]
const FROM = Date.UTC(2026, 9, 1, 8)
const TO = FROM + 3_600_000
const time = { from: FROM, to: TO }
const NAMES = /秀英|欧阳|陈秀/

let server: Running
beforeAll(async () => {
  server = await start({ shared: true, site, devices, clock: new SimulatedClock(TO) })
  const vault = devices.map(({ device }) => DeviceSecrets.entry(device, secretOf(device)))
  await server.log.append(() => [], SYSTEM, { vault })
  server.app.vault.adopt(vault)
  const walk = async (device: string, at: (s: number) => [x: number, y: number] | undefined, every = 5) => {
    const client = await server.device(device)
    for (let s = 0; s <= 600; s += every) {
      const [x, y] = at(s) ?? []
      if (x === undefined || y === undefined) continue
      await publish(client, device, { lon: lon(x), lat: lat(y), heading: 90, speed: 1 }, FROM + s * 1000)
    }
    client.end()
  }
  // From the west to the east, past the house, through the boundary at the 400th second.
  await walk('guard-1', (s) => [s - 400, 0])
  // Waits at -300 until the guard has passed, silent for two minutes, then far off at once.
  await walk('car-1', (s) => (s < 200 ? [-300, 4] : s < 320 ? undefined : [s === 400 ? 200_000 : -300 + s / 10, 4]), 10)
  await walk('guard-2', () => [150, 0], 20)
  await walk('old-1', () => [-10, -50], 20)
}, 60_000)
afterAll(() => server.close())

const search = async (input: object, as = 'operator') => {
  const { body, error, status } = await server.ask(searchTracks, { ...time, ...input }, as)
  return { ...body, found: (body?.found ?? []) as FoundMover[], error, status }
}
const ids = async (input: object, as?: string) =>
  (await search(input, as)).found.map(({ device }: FoundMover) => device)
const read = async (input: object, as = 'operator') => {
  const { body, error, status } = await server.ask(readTracks, { ...time, ...input }, as)
  return { ...body, tracks: (body?.tracks ?? []) as Track[], error, status }
}

test('found by plate however it is typed, by call sign, number, initials, kind, and sort', async () => {
  for (const text of ['粤B·D0012', '粤bd0012', 'd0012', '警车01', 'jc01', 'car-1', '警车 0012', 'police'])
    expect(await ids({ text }), text).toEqual(['car-1'])
  expect((await search({ text: '粤B' })).found.map(({ plate }: FoundMover) => plate)).toEqual([
    '粤B·D0012',
    '粤B·D0099',
  ])
  expect(await ids({ text: '没有的车' })).toEqual([])
  expect(await ids({ sorts: ['vehicle'] })).toEqual(['car-1', 'old-1'])
  expect(await ids({ sorts: ['patrol'] })).toEqual(['guard-1', 'guard-2', 'old-1'])
  expect(await ids({ sorts: ['drone'] })).toEqual([])
  const few = await search({ most: 2 })
  expect([few.found.length, few.more]).toEqual([2, true])
})

test('found by where and when: a house, a grid, a circle, an outline', async () => {
  const [guard, ...others] = (await search({ area: { place: 'jinxiu/z1/b01' } })).found
  expect(others).toEqual([])
  // From 120 m to 80 m before the boundary and 6 m more at either end, 8 m before the house.
  expect(guard).toMatchObject({ device: 'guard-1', times: [{ from: FROM + 275_000, to: FROM + 325_000 }] })
  expect(await ids({ area: { place: 'jinxiu/z2' } })).toEqual(['guard-1', 'guard-2'])
  expect(await ids({ area: { lon: lon(150), lat: lat(0), radius: 30 } })).toEqual(['guard-1', 'guard-2'])
  expect(await ids({ area: { ring: box(-50, 0) } })).toEqual(['guard-1', 'old-1'])
  expect(await ids({ area: { ring: box(-50, 0) }, to: FROM + 300_000, text: 'guard' })).toEqual([])
  expect(await ids({ from: FROM - 7_200_000, to: FROM - 1 })).toEqual([])
})

test('the name of somebody is masked until whoever may asks for it whole, and nobody finds it out by trying', async () => {
  const { found } = await search({ text: '保安01' })
  expect(found).toMatchObject([{ name: '保安01 陈**', masked: true }])
  expect(JSON.stringify(await read({ devices: ['guard-1', 'guard-2'] }))).not.toMatch(NAMES)
  expect(await ids({ text: '秀英' })).toEqual([])
  expect((await search({ text: '秀英', whole: true })).error).toMatchObject({
    code: 'access.denied',
    details: { needs: 'people.unmask' },
  })
  expect((await search({ text: 'cxy', whole: true }, 'commander')).found).toMatchObject([
    { name: '保安01 陈秀英', masked: false },
  ])
  expect((await read({ devices: ['guard-1'], whole: true }, 'commander')).tracks[0]?.name).toBe('保安01 陈秀英')
  expect((await read({ devices: ['guard-1'], whole: true })).error?.code).toBe('access.denied')
  const taken = { ...time, devices: ['guard-1'], format: 'csv', whole: true }
  expect((await server.ask(exportTracks, taken, 'operator')).error?.code).toBe('access.denied')
  expect([maskedName('周敏'), maskedName('巡逻 '), maskedName('A'), maskedName('')]).toEqual(['周*', '巡*', 'A*', '*'])
})

test('a way: its gaps, what cannot be, where it stood, what it came by, and whom it met', async () => {
  const { tracks, meetings, missing } = await read({ devices: ['car-1', 'guard-1'], within: 15, atLeast: 15 })
  expect(missing).toEqual([])
  const [car, guard] = tracks as [Track, Track]
  expect(car.breaks).toEqual([{ from: FROM + 190_000, to: FROM + 320_000, why: 'silent' }])
  expect(car.wild.map(([at]) => at)).toEqual([FROM + 400_000])
  expect(car.runs.flat().every(([, x]) => x < lon(0))).toBe(true)
  expect(car.pace[0]).toEqual({ from: FROM, to: FROM + 190_000, state: 'standing' })
  expect(guard.pace).toEqual([{ from: FROM, to: FROM + 600_000, state: 'moving' }])
  expect(guard.metres).toBeGreaterThan(595)
  expect(guard.metres).toBeLessThan(605)
  // Of a hundred and twenty one fixes on a straight line hardly any is needed.
  expect([guard.fixes, guard.runs.length]).toEqual([121, 1])
  expect(guard.runs[0]?.length).toBeLessThan(10)
  expect(guard.visits).toEqual([{ device: 'point-1', name: '一栋巡更点', at: expect.closeTo(FROM + 300_000, -4) }])
  expect(car.visits).toEqual([])
  expect(meetings).toMatchObject([{ who: ['car-1', 'guard-1'] }])
  // It stood 4 m beside the way: 14.5 m to either side.
  expect(meetings[0].from).toBeCloseTo(FROM + 85_500, -3)
  expect(meetings[0].to).toBeCloseTo(FROM + 114_500, -3)
  expect((await read({ devices: ['car-1', 'guard-1'], within: 15, atLeast: 60 })).meetings).toEqual([])
})

test('who looks after one zone sees no mover of another, and nothing of where its own ones went besides', async () => {
  expect(await ids({}, 'zone1')).toEqual(['car-1', 'guard-1', 'old-1'])
  const [guard] = (await read({ devices: ['guard-1'] }, 'zone1')).tracks as [Track]
  expect(guard.runs.flat().every(([, x]) => x < lon(0))).toBe(true)
  expect(guard.runs.flat().at(-1)?.[0]).toBeLessThanOrEqual(FROM + 400_000)
  const outside = await search({ text: 'guard-1', from: FROM + 420_000 }, 'zone1')
  expect(outside.found).toEqual([])
  expect((await read({ devices: ['guard-2'] }, 'zone1')).error?.code).toBe('device.unknown')
  expect((await search({ area: { place: 'jinxiu/z2' } }, 'zone1')).error?.code).toBe('access.denied')
  // An outline drawn over the boundary shows no more than the own side of it.
  expect((await search({ area: { ring: box(10, 400) } }, 'zone1')).found).toEqual([])
})

test('each asking is on record, with why, also where it was refused; who may not is not told', async () => {
  await search({ text: '粤B', why: '找车' }, 'commander')
  expect((await search({}, 'viewer')).error?.code).toBe('access.denied')
  const wish = { ...time, devices: ['car-1'], format: 'geojson' as const }
  expect((await server.ask(exportTracks, wish, 'commander')).status).toBe(200)
  const { entries: searched } = (await server.ask(listAudit, { call: searchTracks.name }, 'admin')).body
  expect(searched[0]).toMatchObject({ by: { id: 'viewer' }, result: 'access.denied' })
  expect(searched[1]).toMatchObject({ by: { id: 'commander' }, input: { text: '粤B', why: '找车' }, result: 'done' })
  const { entries: exported } = (await server.ask(listAudit, { call: exportTracks.name, result: 'done' }, 'admin')).body
  expect(exported).toMatchObject([{ by: { id: 'commander' }, input: { devices: ['car-1'], format: 'geojson' } }])
})

test('what makes no sense is refused', async () => {
  const refused = async (input: object) => (await search(input)).error?.code
  for (const wrong of [
    { from: TO, to: FROM },
    { from: FROM, to: FROM },
    { to: FROM + 8 * 86_400_000 },
    { from: Number.NaN },
    { from: 'yesterday' },
    { sorts: [] },
    { sorts: ['ghost'] },
    { most: 0 },
    { text: 'x'.repeat(101) },
    { area: { ring: box(0, 1).slice(0, 2) } },
    { area: { ring: [box(0, 1)[0], box(0, 1)[1], box(0, 1)[0]] } },
    { area: { ring: [...box(0, 1).slice(0, 3), [Number.NaN, 22]] } },
    { area: { ring: [...box(0, 1).slice(0, 3), [200, 22]] } },
    { area: { lon: 114, lat: 22.5, radius: Number.POSITIVE_INFINITY } },
    { area: { lon: 114, lat: 22.5, radius: -1 } },
    { area: { place: '../z1' } },
    { area: { place: 'jinxiu/z9' } },
    { area: {} },
  ])
    expect(await refused(wrong), JSON.stringify(wrong)).toBe('input.invalid')
  const unread = async (input: object) => (await read({ devices: ['car-1'], ...input })).error?.code
  for (const wrong of [
    { devices: [] },
    { devices: ['car-1', 'car-1'] },
    { devices: Array.from({ length: 9 }, (_, i) => `car-${i}`) },
    { within: 0 },
    { atLeast: Number.NaN },
    { most: 20_001 },
  ])
    expect(await unread(wrong), JSON.stringify(wrong)).toBe('input.invalid')
  expect(await unread({ devices: ['nobody'] })).toBe('device.unknown')
  // It is there, but stays where it is.
  expect(await unread({ devices: ['smoke-1'] })).toBe('device.unknown')
})

test('settled into the files of days nothing is otherwise; a retired terminal has been where it was', async () => {
  const before = await read({ devices: ['car-1', 'guard-1', 'old-1'] })
  const there = await search({ area: { ring: box(-500, 500) } })
  await server.restart()
  expect(await read({ devices: ['car-1', 'guard-1', 'old-1'] })).toEqual(before)
  expect((await search({ area: { ring: box(-500, 500) } })).found).toEqual(there.found)
  expect((await server.ask(retireDevice, { device: 'old-1', reason: '报废' }, 'admin')).status).toBe(200)
  expect((await search({ text: '巡逻车09' })).found).toMatchObject([{ device: 'old-1', retired: true }])
  expect((await read({ devices: ['old-1'] })).tracks).toMatchObject([{ device: 'old-1', retired: true }])
  expect(await ids({ text: '巡逻车09' }, 'zone1')).toEqual(['old-1'])
})

test('what cannot be written down is not told', async () => {
  const disk = new TestDisk()
  const full = await start({ site, devices, wrap: disk.wrap })
  await full.token('operator')
  disk.failing = new AnkanError('storage.full')
  expect((await full.ask(searchTracks, time, 'operator')).error?.code).toBe('storage.full')
  disk.failing = null
})

test('an area of duty that nobody has drawn shows nothing rather than all', async () => {
  const bare = await start({ site: testSite, devices })
  await bare.log.append(
    () => [deviceRegistered('jinxiu/z1', { ...(devices[4] as DeviceEntry), source: 'site' })],
    SYSTEM,
  )
  const { at, positions } = { at: FROM, positions: { lon: lon(-50), lat: lat(0) } }
  await bare.storage.commit({
    at: FROM,
    events: [],
    audit: [],
    deadLetters: [],
    vault: [],
    readings: Object.entries(positions).map(([metric, value]) => ({ device: 'car-1', metric, at, value })),
  })
  expect((await bare.ask(searchTracks, time, 'operator')).body.found).toHaveLength(1)
  expect((await bare.ask(searchTracks, time, 'zone1')).body.found).toEqual([])
})
