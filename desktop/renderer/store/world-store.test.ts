import { expect, test } from 'vitest'
import type { Frame } from '#shared/contract/wire.ts'
import { alarmAcknowledged, alarmRaised, alarmReturned } from '#shared/world/alarm-events.ts'
import { deviceRegistered } from '#shared/world/devices.ts'
import type { Actor, Draft, Event } from '#shared/world/event.ts'
import { World } from '#shared/world/world.ts'
import { countUnheard } from './heard.ts'
import { WorldStore } from './world-store.ts'

const PLACE = 'jinxiu/z1/b01/f01'
const position = { lon: 114, lat: 22.5, height: 0 }
const li: Actor = { kind: 'user', id: 'zhiban', name: '李值班' }

function events(...drafts: Draft[]): Event[] {
  return drafts.map((draft, i) => ({ ...draft, seq: i + 1, at: 1000 + i, by: li }))
}

function raised(alarm: string, rule = 'smoke-high'): Draft {
  const data = { alarm, device: 'd1', rule, grade: 1 as const, position, metric: 'smoke', limit: 8, value: 9 }
  return alarmRaised(PLACE, data)
}

function started(): WorldStore {
  const store = new WorldStore()
  store.start('log', { world: new World().snapshot(), values: {} })
  return store
}

function frame(after: number, list: Event[]): Frame {
  return { after, to: list.at(-1)?.seq ?? after, at: 2000, events: list }
}

test('an alarm that ends is remembered with who ended it', () => {
  const store = started()
  const list = events(
    raised('a'),
    alarmReturned(PLACE, { alarm: 'a', value: 1 }),
    alarmAcknowledged(PLACE, { alarm: 'a' }),
  )
  expect(store.follow(frame(0, list.slice(0, 2)))).toBe(true)
  expect(store.justClosed).toEqual([])
  store.follow(frame(2, list.slice(2)))
  expect(store.world.alarms.size).toBe(0)
  expect(store.justClosed).toMatchObject([{ alarm: { alarm: 'a' }, by: li, how: 'alarm:acknowledged', at: 1002 }])
  // The same frame once more changes nothing.
  store.follow(frame(2, list.slice(2)))
  expect(store.justClosed).toHaveLength(1)
})

test('what could not be recorded is kept apart: two rules of a device are two alarms, the same one is one', () => {
  const store = started()
  const list = events(raised('', 'smoke-high'), raised('', 'cable-hot'))
  store.unkept({ at: 1, reason: 'full', events: list })
  store.unkept({ at: 2, reason: 'full', events: list })
  expect(store.unkeptEvents).toHaveLength(2)
  expect(store.world.alarms.size).toBe(0)
  store.forgetUnkept()
  expect(store.unkeptEvents).toEqual([])
})

test('a missing frame is told, and listeners hear what changed and nothing else', () => {
  const store = started()
  const heard: unknown[] = []
  store.subscribe('alarms', (ids) => heard.push(ids && [...ids]))
  store.subscribe('devices', () => heard.push('devices'))
  expect(store.follow(frame(5, []))).toBe(false)
  store.follow(frame(0, events(raised('a'))))
  expect(heard).toEqual([['a']])
})

test('the next person at this screen sees nothing of the last one', () => {
  const store = started()
  store.follow(frame(0, events(raised('a'))))
  store.clear()
  expect(store.world.alarms.size).toBe(0)
  expect(store.position()).toBeUndefined()
})

test('a device counts as heard while its reading is fresh, connected or not', () => {
  const store = started()
  const entry = { device: 'd1', kind: 'smoke-detector', name: 'd1', place: PLACE, position, source: 'site' }
  store.follow(frame(0, events(deviceRegistered(PLACE, entry))))
  expect(countUnheard(store, 50_000)).toBe(1)
  store.follow({ after: 1, to: 1, at: 0, values: { d1: [50_000, { smoke: 0.2 }] } })
  expect(countUnheard(store, 60_000)).toBe(0)
  expect(countUnheard(store, 90_000)).toBe(1)
})
