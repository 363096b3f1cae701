import { expect, test } from 'vitest'
import { deviceKinds } from './devices/index.ts'
import { defineKind, WHEREABOUTS } from './kind.ts'
import { models } from './models.ts'
import { whereNow } from './moving.ts'

const post = { lon: 114, lat: 22.5, height: 2 }
const guard = deviceKinds.get('guard-terminal')
const there = { lon: 114.001, lat: 22.501, heading: 90, speed: 1.2, battery: 80 }

test('what moves is where it says, at the height it is registered with', () => {
  expect(whereNow(guard, post, there)).toEqual({
    position: { lon: 114.001, lat: 22.501, height: 2 },
    heading: 90,
    speed: 1.2,
    reported: true,
  })
})

test('what flies is as high as it says; where it does not say so, as high as its post', () => {
  const drone = deviceKinds.get('drone')
  expect(whereNow(drone, post, { ...there, height: 62 }).position.height).toBe(62)
  expect(whereNow(drone, post, there).position.height).toBe(2)
  expect(whereNow(drone, post, { ...there, height: Number.NaN }).position.height).toBe(2)
  // Who walks is on the ground, whatever else a receiver says.
  expect(whereNow(guard, post, { ...there, height: 62 }).position.height).toBe(2)
})

test('what has said nothing usable, and what does not move, is where it is registered', () => {
  const registered = { position: post, reported: false }
  const nothingUsable: (Record<string, number> | undefined)[] = [
    undefined,
    {},
    { lon: 114.001 },
    { lon: Number.NaN, lat: 22.5 },
    { lon: 114, lat: Number.POSITIVE_INFINITY },
    { lon: 181, lat: 22.5 },
    { lon: 114, lat: -91 },
    { lon: 0, lat: 0 },
  ]
  for (const said of nothingUsable) expect(whereNow(guard, post, said)).toEqual(registered)
  expect(whereNow(deviceKinds.get('smoke-detector'), post, there)).toEqual(registered)
  expect(whereNow(undefined, post, there)).toEqual(registered)
})

test('a heading or speed that cannot be is left out, the position stays', () => {
  const { position, ...others } = whereNow(guard, post, { ...there, heading: 400, speed: Number.NaN })
  expect(position.lon).toBe(114.001)
  expect(others).toEqual({ reported: true })
})

test('every kind that moves has a figure of its sort, and says where it is to the centimetre', () => {
  const moving = deviceKinds.all.filter(({ moves }) => moves)
  expect(new Set(moving.map(({ moves }) => moves?.as))).toEqual(new Set(['person', 'vehicle']))
  for (const { kind, moves, metrics, everySeconds } of moving) {
    const group = moves?.as === 'person' ? 'responder' : 'vehicle'
    expect([kind, models.get(moves?.model ?? '')?.group]).toEqual([kind, group])
    expect([metrics.lon?.decimals, metrics.lat?.decimals]).toEqual([7, 7])
    expect(everySeconds).toBeLessThanOrEqual(2)
  }
})

test('a kind that moves without saying where throws', () => {
  if (!guard) throw new Error('no guards')
  for (const metric of WHEREABOUTS) {
    const { [metric]: _, ...metrics } = guard.metrics
    expect(() => defineKind({ ...guard, metrics })).toThrow(`has no metric ${metric}`)
  }
})
