import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AnkanError, refuse } from '#shared/errors.ts'
import { SimulatedClock } from '#shared/time.ts'
import { alarmAcknowledged, alarmRaised, alarmRecurred, alarmReturned } from '#shared/world/alarm-events.ts'
import { deviceConnected, deviceDisconnected, deviceRegistered } from '#shared/world/devices.ts'
import { type Draft, type Event, SYSTEM } from '#shared/world/event.ts'
import { worldHash } from '#shared/world/hash.ts'
import { userChanged, userCreated, userRemoved } from '#shared/world/users.ts'
import { World } from '#shared/world/world.ts'
import { MemoryStorage } from '../testing/memory-storage.ts'
import { EventLog } from './log.ts'

const position = { lon: 114, lat: 22.5, height: 0 }
const entry = (device: string) => ({ device, kind: 'smoke-detector', name: device, place: 'jinxiu/z1', position })
const registered = (device: string) => deviceRegistered('jinxiu/z1', { ...entry(device), source: 'test' })
const full = new AnkanError('storage.full', {}, 'no space')

async function open(storage = new MemoryStorage(), clock = new SimulatedClock()) {
  return { storage, clock, log: await EventLog.open(storage.asStorage, clock) }
}

test('events are numbered without a gap and told in order, after they are stored', async () => {
  const { storage, log } = await open()
  const told: number[] = []
  log.onCommitted(({ events }) => {
    expect(storage.stored.length).toBeGreaterThanOrEqual(events.at(-1)?.seq ?? 0)
    told.push(...events.map((event) => event.seq))
  })
  const written = await Promise.all(
    Array.from({ length: 20 }, (_, n) => log.append(() => [registered(`d${n}`)], SYSTEM)),
  )
  await log.append(() => [registered('x'), deviceConnected('jinxiu/z1', { device: 'x' })], SYSTEM)
  expect(written.flat().map((event) => event.seq)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
  expect(told).toEqual(Array.from({ length: 22 }, (_, n) => n + 1))
  expect(storage.stored.map(({ event }) => event.seq)).toEqual(told)
})

test('of two decisions in one group the second sees the first', async () => {
  const { storage, log } = await open()
  const take = () =>
    log.append((world) => {
      if (world.devices.has('one')) refuse('device.exists')
      return [registered('one')]
    }, SYSTEM)
  const outcomes = await Promise.allSettled([take(), take(), take()])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(storage.batches).toHaveLength(1)
})

test('told stays behind the disk, decided runs ahead', async () => {
  const { storage, log } = await open()
  let release = () => {}
  storage.gate = new Promise((go) => {
    release = go
  })
  const appending = log.append(() => [registered('one')], SYSTEM)
  expect([log.decided.seq, log.told.seq]).toEqual([1, 0])
  release()
  await appending
  expect(log.told.seq).toBe(1)
  expect(worldHash(log.told)).toBe(worldHash(log.decided))
})

test('a decision with one bad draft does nothing at all', async () => {
  const { storage, log } = await open()
  const bad = { type: 'device:registered', place: 'jinxiu', data: { device: 7 } } as Draft
  await expect(log.append(() => [registered('one'), bad], SYSTEM)).rejects.toMatchObject({ code: 'event.unknown' })
  await expect(
    log.append(() => [registered('one'), { type: 'no:such', place: 'jinxiu', data: {} }], SYSTEM),
  ).rejects.toMatchObject({ code: 'event.unknown' })
  expect([log.decided.seq, log.decided.devices.size, storage.batches.length]).toEqual([0, 0, 0])
})

test('a failing commit rejects all that was decided on it, and the decided world is the told one again', async () => {
  const { storage, clock, log } = await open()
  await log.append(() => [registered('kept')], SYSTEM)
  const before = worldHash(log.told)
  const faults: (string | undefined)[] = []
  log.onFault((fault) => faults.push(fault?.code))
  let release = () => {}
  storage.gate = new Promise((go) => {
    release = go
  })
  storage.failing = full
  const first = log.append(() => [registered('a')], SYSTEM)
  await new Promise((resolve) => setImmediate(resolve))
  const behind = log.append(() => [registered('b')], SYSTEM)
  const aside = log.write({ vault: [{ key: 'k', value: 'v' }] })
  release()
  const outcomes = await Promise.allSettled([first, behind, aside])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect([worldHash(log.decided), worldHash(log.told)]).toEqual([before, before])
  expect(faults).toEqual(['storage.full'])

  await expect(log.append(() => [registered('c')], SYSTEM)).rejects.toMatchObject({
    code: 'storage.read-only',
    details: { because: 'storage.full' },
  })
  expect(await log.probe()).toBe(false)
  storage.failing = null
  expect(await Promise.all([log.probe(), log.probe()])).toEqual([true, true])
  expect(faults).toEqual(['storage.full', undefined])
  clock.advance(5)
  const [event] = (await log.append(() => [registered('d')], SYSTEM)) as [Event]
  expect(event.seq).toBe(2)
  expect([...log.told.devices.ids()]).toEqual(['kept', 'd'])
})

test('a probe that fails late does not close a log that writes again', async () => {
  const { storage, log } = await open()
  storage.failing = full
  await expect(log.append(() => [registered('a')], SYSTEM)).rejects.toThrow()
  // Two ask at once; whatever the second meets, both must agree with what the log says of itself.
  const probes = [log.probe(), log.probe()]
  storage.failing = null
  const results = await Promise.all(probes)
  expect(log.fault === null).toBe(results.at(-1))
  expect(new Set(results).size).toBe(1)
})

test('time never runs backwards in the log, though the wall clock may', async () => {
  const { clock, log } = await open()
  const stamps: number[] = []
  for (const jump of [0, 1000, -3_600_000, 5, 86_400_000, -86_400_000, 1]) {
    clock.jump(jump)
    const [event] = (await log.append(() => [registered('one')], SYSTEM)) as [Event]
    stamps.push(event.at)
  }
  expect(stamps).toEqual([...stamps].sort((a, b) => a - b))
  expect(stamps[1]).toBe((stamps[0] as number) + 1000)
})

test('a log with a hole is not folded', async () => {
  const { storage, log } = await open()
  for (const id of ['a', 'b', 'c']) await log.append(() => [registered(id)], SYSTEM)
  storage.stored.splice(1, 1)
  await expect(EventLog.open(storage.asStorage, new SimulatedClock())).rejects.toMatchObject({
    code: 'storage.damaged',
    details: { after: 1 },
  })
})

const ids = fc.constantFrom('a', 'b', 'c', 'd')
const user = (account: string, disabled: boolean) => ({
  account,
  name: account,
  role: 'viewer' as const,
  idleMinutes: 5,
  maxSessions: 1,
  disabled,
})
const place = fc.constantFrom('jinxiu', 'jinxiu/z1', 'jinxiu/z2/b01')
const anyDraft: fc.Arbitrary<Draft> = fc.oneof(
  fc.tuple(ids, place).map(([id, at]) => deviceRegistered(at, { ...entry(id), place: at, source: 'test' })),
  fc.tuple(ids, place).map(([id, at]) => deviceConnected(at, { device: id })),
  fc.tuple(ids, place).map(([id, at]) => deviceDisconnected(at, { device: id })),
  fc
    .tuple(ids, place, fc.double({ noNaN: true, noDefaultInfinity: true }))
    .map(([id, at, value]) =>
      alarmRaised(at, { alarm: id, device: id, rule: 'r', grade: 1, position, metric: 'm', limit: 1, value }),
    ),
  fc.tuple(ids, place).map(([id, at]) => alarmRecurred(at, { alarm: id, value: 1 })),
  fc.tuple(ids, place).map(([id, at]) => alarmReturned(at, { alarm: id, value: 0 })),
  fc.tuple(ids, place).map(([id, at]) => alarmAcknowledged(at, { alarm: id, note: '好' })),
  fc.tuple(ids, fc.boolean()).map(([id, disabled]) => userCreated('jinxiu', user(`${id}${id}`, disabled))),
  fc.tuple(ids, fc.boolean()).map(([id, disabled]) => userChanged('jinxiu', user(`${id}${id}`, disabled))),
  ids.map((id) => userRemoved('jinxiu', { account: `${id}${id}` })),
)

test('whatever happened: a fold from any snapshot, from the beginning, and the running log are one world', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          drafts: fc.array(anyDraft, { maxLength: 4 }),
          ms: fc.integer({ min: -50, max: 50 }),
          snap: fc.boolean(),
        }),
        {
          maxLength: 25,
        },
      ),
      async (steps) => {
        const { storage, clock, log } = await open()
        for (const { drafts, ms, snap } of steps) {
          clock.jump(ms)
          const appended = log.append(() => drafts, SYSTEM)
          if (snap) {
            await appended
            await log.saveSnapshot()
          }
        }
        await log.append(() => [], SYSTEM)
        const whole = new World()
        for (const { event } of storage.stored) whole.apply(event)
        const again = await EventLog.open(storage.asStorage, clock)
        expect(worldHash(again.told)).toBe(worldHash(whole))
        expect(worldHash(log.told)).toBe(worldHash(whole))
        expect(worldHash(log.decided)).toBe(worldHash(whole))
        expect(again.told.at).toBe(log.told.at)
        // The order of the records is part of what a screen shows first.
        expect([...again.told.alarms.ids()]).toEqual([...log.told.alarms.ids()])
      },
    ),
    { numRuns: 300, seed: 20261121 },
  )
})
