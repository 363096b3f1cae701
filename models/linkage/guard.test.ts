import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkageTold, tellKey } from '#shared/world/linkage-tells.ts'
import { World } from '#shared/world/world.ts'
import { causeOf, MOST_FOR_A_CAUSE, mayTell, NOT_AGAIN_MS } from './guard.ts'

const MINUTE = 60_000
const LINKAGES = ['a', 'b']
const DEVICES = ['d1', 'd2', 'd3']

/** Alarms about devices, minutes apart; each calls a linkage that tells a device. */
const alarm = fc.record({
  after: fc.integer({ min: 0, max: 14 }),
  about: fc.constantFrom(...DEVICES),
  linkage: fc.constantFrom(...LINKAGES),
  tells: fc.constantFrom(...DEVICES),
})

test('however alarms and linkages call one another: none tells a device again within ten minutes, nor four times for one cause', () => {
  fc.assert(
    fc.property(fc.array(alarm, { maxLength: 120 }), (alarms) => {
      const world = new World()
      const told: { key: string; at: number; cause: string }[] = []
      let at = 0
      for (const [n, { after, about, linkage, tells: device }] of alarms.entries()) {
        at += after * MINUTE
        const tells = [...world.linkageTells.where('device', about)].flatMap((id) => world.linkageTells.get(id) ?? [])
        const cause = causeOf(`alarm-${n}`, tells, at)
        const key = tellKey(linkage, device, 'x')
        if (!mayTell(world.linkageTells.get(key), cause, at, false)) continue
        for (const before of told.filter((one) => one.key === key))
          expect(at - before.at).toBeGreaterThanOrEqual(NOT_AGAIN_MS)
        told.push({ key, at, cause })
        const { type, data } = linkageTold('c', { linkage, cause, orders: [{ told: device, command: 'x' }] })
        world.apply({ seq: n + 1, at, type, place: 'c', by: { kind: 'system', id: 's' }, data })
      }
      const perCause = new Map<string, number>()
      for (const { key, cause } of told) perCause.set(`${key} ${cause}`, (perCause.get(`${key} ${cause}`) ?? 0) + 1)
      for (const times of perCause.values()) expect(times).toBeLessThanOrEqual(MOST_FOR_A_CAUSE)
    }),
  )
})

test('a linkage whose own work raises its alarm comes to its end by itself, whatever the pace', () => {
  for (const [pace, most] of [
    [1, 1],
    [9, 1],
    [11, MOST_FOR_A_CAUSE],
    [100, MOST_FOR_A_CAUSE],
  ] as const) {
    const world = new World()
    const key = tellKey('a', 'd1', 'x')
    let times = 0
    // Each alarm comes of what was told before it: where nothing is told, nothing comes.
    for (let at = 0; ; at += pace * MINUTE) {
      const before = world.linkageTells.get(key)
      const cause = causeOf(`alarm-${times}`, before ? [before] : [], at)
      if (!mayTell(before, cause, at, false)) break
      const { type, data } = linkageTold('c', { linkage: 'a', cause, orders: [{ told: 'd1', command: 'x' }] })
      world.apply({ seq: ++times, at, type, place: 'c', by: { kind: 'system', id: 's' }, data })
    }
    expect([pace, times]).toEqual([pace, most])
  }
})

test('what a person told the device in between frees it at once', () => {
  const tell = { place: 'c', device: 'd', at: 1000, cause: 'x', times: [['x', 3]] as const }
  expect(mayTell(tell, 'x', 2000, false)).toBe(false)
  expect(mayTell(tell, 'x', 2000, true)).toBe(true)
  expect(mayTell(tell, 'y', 1000 + NOT_AGAIN_MS, false)).toBe(true)
  expect(mayTell(tell, 'x', 1000 + NOT_AGAIN_MS, false)).toBe(false)
})
