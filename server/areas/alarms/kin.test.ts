import { beforeEach, expect, test } from 'vitest'
import { alarmClustered, alarmRaised } from '#shared/world/alarm-events.ts'
import type { Alarm, Sign } from '#shared/world/alarm-record.ts'
import { World } from '#shared/world/world.ts'
import { nearestKin } from './kin.ts'

const S = 1000
let world: World
let at: number

beforeEach(() => {
  world = new World()
  at = 0
})

function raise(alarm: string, sign: Sign, place: string, second: number, more: Partial<Alarm> = {}, east = 0): void {
  at = second * S
  const data = { alarm, device: alarm, rule: 'r', grade: 1 as const, metric: 'm', limit: 1, value: 2, sign, ...more }
  const position = { lon: 114 + east / 100_000, lat: 22.5, height: 3 }
  const draft = alarmRaised(place, { ...data, position } as never)
  world.apply({ ...draft, seq: world.seq + 1, at, by: { kind: 'system', id: 's' } })
}

const kinOf = (sign: Sign, place: string, second: number, east = 0) =>
  nearestKin(
    world,
    { sign, place, device: 'new', position: { lon: 114 + east / 100_000, lat: 22.5, height: 3 } },
    second * S,
  )?.alarm

const HERE = 'jx/z1/b1/f03/r2'

test('each trouble finds what may be its cause, as near as it reaches and as soon as it comes', () => {
  raise('fire', 'fire', HERE, 0)
  const cases: [sign: Sign, place: string, second: number, kin: string | undefined, east?: number][] = [
    ['fire', 'jx/z1/b1/f03/r9', 60, 'fire'],
    ['fire', 'jx/z1/b1/f17/r1', 60, 'fire'],
    ['fire', 'jx/z1/b2/f03/r1', 60, undefined, 90],
    // Over to what stands near.
    ['fire', 'jx/z1/b2/f03/r1', 60, 'fire', 20],
    ['evacuation', 'jx/z1/b1/f01/door', 60, 'fire'],
    ['distress', 'jx/z1/b1/f09/r1', 60, 'fire'],
    ['distress', 'jx/z1/b2/f09/r1', 60, undefined, 90],
    ['silence', 'jx/z1/b1/f03/r2', 60, 'fire'],
    ['silence', 'jx/z1/b1/f09/r2', 60, undefined],
    ['water', 'jx/z1/b1/f03/r2', 60, undefined],
    ['intrusion', 'jx/z1/b1/f03/r2', 60, undefined],
    // What is said of the whole building, or of the floor.
    ['power', 'jx/z1/b1', 60, 'fire'],
    // Too late to be of it.
    ['fire', 'jx/z1/b1/f03/r9', 301, undefined],
    ['smoke', 'jx/z1', 60, 'fire'],
    ['smoke', 'jx/z2', 60, undefined],
  ]
  for (const [sign, place, second, kin, east = 0] of cases)
    expect([sign, place, kinOf(sign, place, second, east)]).toEqual([sign, place, kin])
})

test('a cause may be told a little after its effect, but takes none that has a cause already', () => {
  raise('shut', 'stoppage', 'jx/z1/b1/f01/lift', 0)
  expect(kinOf('power', 'jx/z1/b1/f01/room', 20)).toBe('shut')
  expect(kinOf('power', 'jx/z1/b1/f01/room', 40)).toBeUndefined()
  world.apply({
    ...alarmClustered('jx/z1', { alarm: 'shut', cluster: 'other' }),
    seq: world.seq + 1,
    at,
    by: { kind: 'system', id: 's' },
  })
  expect(kinOf('power', 'jx/z1/b1/f01/room', 20)).toBeUndefined()
})

test('of several the likelier, then the nearer, then the newer; not what is aside, nor what somebody took out', () => {
  raise('flood', 'water', 'jx/z1/b1/f03/r1', 0)
  expect(kinOf('power', 'jx/z1/b1/f03/r3', 5)).toBe('flood')
  raise('fire', 'fire', 'jx/z1/b1/f09/r1', 1)
  expect(kinOf('power', 'jx/z1/b1/f03/r3', 5)).toBe('fire')
  raise('near', 'fire', 'jx/z1/b1/f03/r8', 2)
  expect(kinOf('fire', 'jx/z1/b1/f03/r3', 5)).toBe('near')
  raise('newer', 'fire', 'jx/z1/b1/f03/r9', 3)
  expect(kinOf('fire', 'jx/z1/b1/f03/r3', 5)).toBe('newer')
  raise('aside', 'fire', 'jx/z1/b1/f03/r9', 4, { aside: { how: 'shelved', because: 'aside-123456' } })
  expect(kinOf('fire', 'jx/z1/b1/f03/r3', 5)).toBe('newer')
  const take = alarmClustered('jx/z1', { alarm: 'newer', cluster: null })
  world.apply({ ...take, seq: world.seq + 1, at, by: { kind: 'system', id: 's' } })
  expect(kinOf('fire', 'jx/z1/b1/f03/r3', 5)).toBe('near')
})
