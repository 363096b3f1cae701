import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { listAudit } from '#shared/contract/audit.ts'
import { findPeople, readLiving } from '#shared/contract/people.ts'
import { AnkanError } from '#shared/errors.ts'
import { SimulatedClock } from '#shared/time.ts'
import { Building } from '#tiles/cim/buildings.ts'
import type { Household } from '#tiles/cim/households.ts'
import { TestDisk } from '../../testing/disk.ts'
import { testSite } from '../../testing/site.ts'
import { type Running, start, tempFolder } from '../../testing/start.ts'
import { SiteTiles } from '../place/tiles.ts'

const footprint = [
  [114, 22.5],
  [114.001, 22.5],
  [114.001, 22.501],
]
const building = (place: string, name: string) =>
  Building.parse({ place, name, use: 'residential', footprint, floors: 6, basements: 1, floorHeight: 3 })
const site = { ...testSite, buildings: [building('jinxiu/z1/b01', '一栋'), building('jinxiu/z2/b02', '二栋')] }

const household = (home: string, name: string, birthYear: number): Household => ({
  home,
  tenure: 'owner',
  residents: [{ name, sex: 'female', birthYear, needs: ['elderly-alone'] }],
})
const households = [
  household('jinxiu/z1/b01/f01/101', '陈秀英', 1949),
  household('jinxiu/z1/b01/f01/102', '欧阳娜', 1990),
  household('jinxiu/z1/b01/f02/201', '王芳', 2026),
  household('jinxiu/z2/b02/f01/101', '李敏', 1980),
]
const NAMES = /秀英|陈秀|欧阳|王芳|李敏|19[0-9]{2}/

let folder: string
beforeEach(async () => {
  folder = await tempFolder()
})

async function serve(list: unknown = households, { wrap } = new TestDisk()): Promise<Running> {
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  if (list) await writeFile(join(folder, 'households.json'), JSON.stringify(list))
  const clock = new SimulatedClock(Date.UTC(2026, 10, 21, 12))
  return start({ site, tiles: new SiteTiles(folder), clock, wrap })
}

test('a building, a storey, a home; names and ages masked', async () => {
  const server = await serve()
  const living = async (place: string) => (await server.ask(readLiving, { place }, 'operator')).body
  const house = await living('jinxiu/z1/b01')
  expect(house).toMatchObject({ total: 3, more: false, recorded: true })
  expect(house.households[0]).toEqual({
    home: 'jinxiu/z1/b01/f01/101',
    name: '一栋 101',
    tenure: 'owner',
    residents: [{ name: '陈**', sex: 'female', ageBand: [70, 79], needs: ['elderly-alone'] }],
  })
  expect(house.households[2].residents[0]).toMatchObject({ name: '王**', ageBand: [0, 9] })
  expect(JSON.stringify(house)).not.toMatch(NAMES)
  expect((await living('jinxiu/z1/b01/f01')).total).toBe(2)
  expect((await living('jinxiu/z1/b01/f02/201')).total).toBe(1)
  // Nobody lives there, and nobody is next door because of the beginning of a number.
  expect(await living('jinxiu/z1/b01/f01/10')).toEqual({ households: [], total: 0, more: false, recorded: true })
})

test('whole for those who may see names, and for nobody else', async () => {
  const server = await serve()
  const whole = (as: string) => server.ask(readLiving, { place: 'jinxiu/z1/b01/f01', whole: true, why: '火警' }, as)
  for (const as of ['commander', 'admin'])
    expect((await whole(as)).body.households[1].residents).toEqual([
      { name: '欧阳娜', sex: 'female', birthYear: 1990, needs: ['elderly-alone'] },
    ])
  const refused = await whole('operator')
  expect(refused.error).toMatchObject({ code: 'access.denied', details: { needs: 'people.unmask' } })
  expect(JSON.stringify(refused.body)).not.toMatch(NAMES)
  expect((await server.ask(readLiving, { place: 'jinxiu/z1/b01' }, 'viewer')).error?.code).toBe('access.denied')
  expect((await server.ask(readLiving, { place: 'jinxiu/z1/b01' })).error?.code).toBe('access.required')
})

test('who asked what of whom is audited, granted or refused, without a name', async () => {
  const server = await serve()
  await server.ask(readLiving, { place: 'jinxiu/z1/b01/f01', whole: true, why: '火警' }, 'commander')
  await server.ask(readLiving, { place: 'jinxiu/z2/b02' }, 'operator')
  await server.ask(readLiving, { place: 'jinxiu/z2/b02', whole: true }, 'operator')
  await server.ask(readLiving, { place: 'jinxiu/z2/b02' }, 'viewer')
  const { body } = await server.ask(listAudit, { call: 'people:living' }, 'admin')
  expect(body.entries).toMatchObject([
    { by: { id: 'viewer' }, result: 'access.denied' },
    { by: { id: 'operator' }, input: { place: 'jinxiu/z2/b02', whole: true }, result: 'access.denied' },
    { by: { id: 'operator' }, input: { place: 'jinxiu/z2/b02', whole: false }, result: 'done' },
    { by: { id: 'commander' }, input: { place: 'jinxiu/z1/b01/f01', whole: true, why: '火警' }, result: 'done' },
  ])
  expect(JSON.stringify(body)).not.toMatch(NAMES)
})

test('nobody learns of those outside of the own area of duty', async () => {
  const server = await serve()
  const ask = (place: string) => server.ask(readLiving, { place }, 'zone1')
  expect((await ask('jinxiu/z1/b01')).body.total).toBe(3)
  for (const place of ['jinxiu/z2/b02', 'jinxiu/z2/b02/f01/101', 'jinxiu', 'jinxiu/z2/b99'])
    expect((await ask(place)).error?.code, place).toBe('access.denied')
})

test('a place that there is not, and one too large, are wrong questions', async () => {
  const server = await serve()
  for (const place of ['jinxiu/z1/b99', 'jinxiu/z1/b01/f07', 'jinxiu/z1/b01/f00', 'jinxiu/z1', 'jinxiu', '../b01', ''])
    expect((await server.ask(readLiving, { place }, 'operator')).error?.code, place).toBe('input.invalid')
  const why = 'x'.repeat(201)
  expect((await server.ask(readLiving, { place: 'jinxiu/z1/b01', why }, 'operator')).status).toBe(400)
})

test('a site without the list says so; a damaged one is refused without a word of it, until it is mended', async () => {
  const bare = await serve(null)
  const nothing = { households: [], total: 0, more: false, recorded: false }
  expect((await bare.ask(readLiving, { place: 'jinxiu/z1/b01' }, 'operator')).body).toEqual(nothing)
  const damaged = await serve([{ ...households[0], tenure: '陈秀英' }])
  const { status, body } = await damaged.ask(readLiving, { place: 'jinxiu/z1/b01' }, 'operator')
  expect([status, body.error.code]).toEqual([500, 'site.damaged'])
  expect(JSON.stringify(body)).not.toMatch(NAMES)
  await writeFile(join(folder, 'households.json'), JSON.stringify(households))
  expect((await damaged.ask(readLiving, { place: 'jinxiu/z1/b01' }, 'operator')).body.total).toBe(3)
})

test('an answer has an end', async () => {
  const many = Array.from({ length: 620 }, (_, i) => household(`jinxiu/z1/b01/f01/${1000 + i}`, '李敏', 1980))
  const server = await serve(many)
  const { body } = await server.ask(readLiving, { place: 'jinxiu/z1/b01' }, 'operator')
  expect([body.households.length, body.total, body.more]).toEqual([500, 620, true])
})

test('what cannot be written down is not told', async () => {
  const disk = new TestDisk()
  const server = await serve(households, disk)
  await server.token('operator')
  disk.failing = new AnkanError('storage.full')
  const { status, body } = await server.ask(readLiving, { place: 'jinxiu/z1/b01' }, 'operator')
  expect([status, body.error.code]).toEqual([507, 'storage.full'])
  expect(JSON.stringify(body)).not.toContain('**')
  disk.failing = null
})

test('somebody is found by name, by those who may see names, within their duty, and it is on record for whom they looked', async () => {
  const server = await serve()
  const find = async (name: string, as = 'commander') => server.ask(findPeople, { name }, as)
  expect((await find(' 秀英')).body).toEqual({
    found: [{ name: '陈秀英', sex: 'female', birthYear: 1949, home: 'jinxiu/z1/b01/f01/101', homeName: '一栋 101' }],
    more: false,
    recorded: true,
  })
  expect((await find('李')).body.found).toHaveLength(1)
  expect((await find('没有的人')).body.found).toEqual([])
  expect((await find('   ')).status).toBe(400)
  for (const account of ['operator', 'viewer', 'zone1']) expect((await find('王', account)).status).toBe(403)
  const { body } = await server.ask(listAudit, { call: 'people:find' }, 'admin')
  expect(
    body.entries.map(({ by, input, result }: Record<string, { id: string; name: string }>) => [
      by?.id,
      input?.name,
      result,
    ]),
  ).toEqual([
    ...['zone1', 'viewer', 'operator'].map((account) => [account, '王', 'access.denied']),
    ['commander', '   ', 'input.invalid'],
    ...['没有的人', '李', '秀英'].map((name) => ['commander', name, 'done']),
  ])
})

test('without the list nobody is found, and the answer says why', async () => {
  const server = await serve(null)
  expect((await server.ask(findPeople, { name: '王' }, 'commander')).body).toEqual({
    found: [],
    more: false,
    recorded: false,
  })
})
