import { expect, test } from 'vitest'
import { deviceKinds } from '#models/devices/index.ts'
import { toLocal } from '#shared/place/local.ts'
import { makeDemo } from './demo.ts'

const { site, devices } = makeDemo(2026)
const movesAs = (kind: string) => deviceKinds.get(kind)?.moves?.as
const movers = devices.filter(({ kind }) => movesAs(kind))

test('72 people and 28 vehicles, a drone among them, are on duty, each with a name and somebody who answers for it', () => {
  expect(movers.filter(({ kind }) => movesAs(kind) === 'person')).toHaveLength(72)
  expect(movers.filter(({ kind }) => movesAs(kind) === 'vehicle')).toHaveLength(28)
  expect(new Set(movers.map(({ name }) => name)).size).toBe(100)
  const plates: string[] = []
  for (const { name, kind, maker, keeper, owner, plate, position } of movers) {
    expect(name).toMatch(movesAs(kind) === 'person' ? /^\D+\d\d [\u4e00-\u9fff]{2,3}$/ : /^\D+\d\d$/)
    if (movesAs(kind) === 'vehicle') plates.push(plate ?? '')
    else expect(plate).toBeUndefined()
    expect([maker, keeper, owner].every((text) => text && text.length > 1)).toBe(true)
    expect(position.height).toBe(0)
  }
  expect([new Set(plates).size, plates.includes('')]).toEqual([28, false])
  expect(movers.filter(({ kind }) => kind === 'drone').map(({ name }) => name)).toEqual(['巡逻无人机01'])
})

test('each grid has its own grid workers, the first of whom is in charge there', () => {
  for (const { place, inCharge } of site.grids) {
    const own = movers.filter((one) => one.kind === 'grid-worker-terminal' && one.place === place)
    expect(own.length, place).toBeGreaterThanOrEqual(3)
    expect(own[0]?.name.split(' ')[1]).toBe(inCharge.find(({ duty }) => duty === '网格员')?.name)
  }
})

test('posts lie apart in the open, before the houses of those who serve there', () => {
  const spots = new Set(movers.map(({ position }) => `${position.lon} ${position.lat}`))
  expect(spots.size).toBe(100)
  const house = site.buildings.find(({ name }) => name === '锦绣社区警务室')
  for (const { position } of movers.filter(({ kind }) => kind === 'police-car-terminal')) {
    const { east, north } = toLocal(house?.position ?? site.community.center, position.lon, position.lat)
    expect(Math.hypot(east, north)).toBeLessThan(40)
  }
})

test('as many as a bench wants, without moving anything else; their ids stay', () => {
  const ids = (list: typeof devices) => list.map(({ device }) => device)
  const many = makeDemo(2026, { movers: 2000 }).devices
  expect(many.length - devices.length).toBe(1900)
  expect(new Set(ids(many)).size).toBe(many.length)
  expect(many.slice(0, devices.length)).toEqual(devices)
  const none = makeDemo(2026, { movers: 0 }).devices
  expect(none).toEqual(devices.slice(0, none.length))
  expect(none.some(({ kind }) => movesAs(kind))).toBe(false)
})
