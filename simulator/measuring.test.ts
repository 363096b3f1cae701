import { expect, test } from 'vitest'
import { deviceKinds } from '#models/devices/index.ts'
import type { DeviceKind } from '#models/kind.ts'
import { seededRandom } from '#shared/random.ts'
import { Measuring } from './measuring.ts'
import { Walker } from './walker.ts'
import { Ways } from './ways.ts'

const center = { lon: 114.0579, lat: 22.5431, height: 0 }
const community = { id: 'town', name: 'Town', center, datum: 0, radius: 400 }
const ways = new Ways({ community, grids: [], roads: { nodes: [], edges: [], closures: [] } }, 'person')
const kindOf = (kind: string) => deviceKinds.get(kind) as DeviceKind
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 12) + seconds * 1000)

test('who moves says each time where, but seldom how the battery is; a call for help at once', () => {
  const random = seededRandom(4)
  const guard = new Measuring(kindOf('guard-terminal'), random, undefined, new Walker(ways, 'person', center, random))
  const told = (seconds: number, event = 0) => Object.keys(guard.take(at(seconds), event)).sort()
  const where = ['heading', 'lat', 'lon', 'speed']
  const all = ['battery', 'heading', 'lat', 'lon', 'sos', 'speed']
  expect(told(0)).toEqual([...all, 'fault'].sort())
  for (let s = 2; s < 30; s += 2) expect(told(s)).toEqual(where)
  expect(told(30)).toEqual(all)
  expect(told(32, 1)).toEqual(all)
  expect(told(34, 1)).toEqual(where)
  // And when it is over.
  expect(told(36, 0)).toEqual(all)
})

test('values are rounded as the sensor does; a position to the centimetre', () => {
  const random = seededRandom(4)
  const post = { ...center, lon: 114.057912345678 }
  const guard = new Measuring(kindOf('guard-terminal'), random, undefined, new Walker(ways, 'person', post, random))
  expect(guard.take(at(0), 0).lon).toBe(114.0579123)
})

test('what stays where it is measures all it can, each time', () => {
  const kind = kindOf('smoke-detector')
  const smoke = new Measuring(kind, seededRandom(4))
  for (const s of [0, 1, 2]) {
    const values = smoke.take(at(s), 0)
    const metrics = Object.keys(kind.metrics).filter((name) => name !== 'fault' || s === 0)
    expect(Object.keys(values).sort()).toEqual(metrics.sort())
    for (const [name, value] of Object.entries(values))
      expect(value).toBe(Number(value.toFixed(kind.metrics[name]?.decimals)))
  }
})

test('a fault is told at first, when it changes, and to whoever may not have heard of it', () => {
  const smoke = new Measuring(kindOf('smoke-detector'), seededRandom(4))
  const told = (second: number) => smoke.take(at(second), 0).fault
  expect([told(0), told(1)]).toEqual([0, undefined])
  smoke.fault = 1
  expect([told(2), told(3)]).toEqual([1, undefined])
  smoke.tellAll()
  expect([told(4), told(5)]).toEqual([1, undefined])
})

test('states are told as commands have left them', () => {
  const set = { mode: 1, level: 40 }
  const lamp = new Measuring(kindOf('street-lamp'), seededRandom(4), set)
  expect(lamp.take(at(0), 0)).toMatchObject({ mode: 1, level: 40 })
  set.mode = 2
  expect(lamp.take(at(1), 0).power).toBe(2)
})

test('a battery that drains does so while nobody looks, and is seen to once it is low; one that does not stays as it is', () => {
  const day = 24 * 3600
  const button = (drains: boolean) => {
    const one = new Measuring(kindOf('sos-button'), seededRandom(4), undefined, undefined, drains)
    return (days: number) => one.take(at(days * day), 0).battery as number
  }
  const [drained, still] = [button(true), button(false)]
  expect([0, 400, 800].map(still)).toEqual([82, 82, 82])
  const first = drained(0)
  expect(drained(60)).toBeLessThan(first)
  // Long after two years it is low, and half a day later it is as new.
  expect(drained(1000)).toBeLessThan(15)
  expect(drained(1000.5)).toBe(100)
})
