import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Frame } from '../contract/wire.ts'
import { alarmAcknowledged, alarmRaised, alarmReturned } from './alarm-events.ts'
import { type Event, SYSTEM } from './event.ts'
import { Follower } from './follower.ts'
import { worldHash } from './hash.ts'
import { World } from './world.ts'

const position = { lon: 114, lat: 22.5, height: 0 }

/** A log of `count` events in which alarms come, are noticed and go. */
function logOf(count: number): Event[] {
  return Array.from({ length: count }, (_, i) => {
    const alarm = `a${Math.floor(i / 3)}`
    const draft = [
      alarmRaised('jinxiu', { alarm, device: 'd', rule: 'r', grade: 2, position, metric: 'm', limit: 1, value: 2 }),
      alarmAcknowledged('jinxiu', { alarm }),
      alarmReturned('jinxiu', { alarm, value: 0 }),
    ][i % 3 === 0 || i % 7 === 0 ? 0 : i % 3]
    return { ...draft, seq: i + 1, at: 1000 + i, by: SYSTEM } as Event
  })
}

function worldOf(events: Event[]): World {
  const world = new World()
  for (const event of events) world.apply(event)
  return world
}

const frame = (events: Event[], after: number, to: number): Frame => ({
  after,
  to,
  at: 0,
  events: events.filter((event) => event.seq > after && event.seq <= to),
})

test('frames in order are followed; what is known is passed over; what is missing is noticed', () => {
  const log = logOf(10)
  const follower = new Follower()
  expect(follower.follow(frame(log, 0, 4))?.changes.length).toBeGreaterThan(0)
  expect(follower.follow(frame(log, 0, 4))).toEqual({ changes: [], values: [] })
  expect(follower.follow(frame(log, 5, 8))).toBeNull()
  expect(follower.world.seq).toBe(4)
  expect(follower.follow(frame(log, 2, 8))).not.toBeNull()
  expect(worldHash(follower.world)).toBe(worldHash(worldOf(log.slice(0, 8))))
  // Of what the own scope may not see only the number comes.
  expect(follower.follow({ after: 8, to: 10, at: 0 })).toEqual({ changes: [], values: [] })
  expect(follower.world.seq).toBe(10)
})

test('a full state begins anew; one without a world renews the values alone', () => {
  const log = logOf(6)
  const follower = new Follower()
  follower.start({ world: JSON.parse(JSON.stringify(worldOf(log).snapshot())), values: { d: [5, { m: 1 }] } })
  expect(worldHash(follower.world)).toBe(worldHash(worldOf(log)))
  follower.start({ world: null, values: { e: [6, { m: 2 }] } })
  expect(worldHash(follower.world)).toBe(worldHash(worldOf(log)))
  expect([...follower.values.keys()]).toEqual(['e'])
})

test('an older value never takes the place of a newer one', () => {
  const follower = new Follower()
  const values = (at: number, m: number): Frame => ({ after: 0, to: 0, at: 0, values: { d: [at, { m }] } })
  expect(follower.follow(values(10, 1))?.values).toEqual(['d'])
  expect(follower.follow(values(9, 2))?.values).toEqual([])
  expect(follower.follow(values(10, 3))?.values).toEqual(['d'])
  expect(follower.values.get('d')).toEqual([10, { m: 3 }])
})

test('frames cut anyhow, repeated and overlapping, give the same world; a lost one is never passed over', () => {
  const log = logOf(60)
  const cut = fc.array(fc.record({ back: fc.nat(5), length: fc.integer({ min: 1, max: 9 }), lost: fc.boolean() }), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(cut, (cuts) => {
      const follower = new Follower()
      let sent = 0
      for (const { back, length, lost } of cuts) {
        const after = Math.max(0, sent - back)
        sent = Math.min(log.length, Math.max(sent, after + length))
        if (lost) continue
        const followed = follower.follow(frame(log, after, sent))
        if (followed === null) expect(after).toBeGreaterThan(follower.world.seq)
        else expect(follower.world.seq).toBe(sent)
        expect(worldHash(follower.world)).toBe(worldHash(worldOf(log.slice(0, follower.world.seq))))
      }
    }),
    { numRuns: 200, seed: 3 },
  )
})
