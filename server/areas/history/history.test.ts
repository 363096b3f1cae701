import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { MqttClient } from 'mqtt'
import { beforeEach, expect, test } from 'vitest'
import { acknowledgeAlarms } from '#shared/contract/alarms.ts'
import {
  type PastPosition,
  readHappened,
  readMoment,
  readReel,
  readTimeline,
  type TimelineGap,
  type TimelineSpan,
} from '#shared/contract/history.ts'
import { listLinkages, setLinkageMode } from '#shared/contract/linkages.ts'
import { moveDevice } from '#shared/contract/registry.ts'
import { readHealth } from '#shared/contract/system.ts'
import type { Frame, FullState, LatestValues } from '#shared/contract/wire.ts'
import { seededRandom } from '#shared/random.ts'
import { HOUR, MINUTE, SECOND, SimulatedClock } from '#shared/time.ts'
import { Follower } from '#shared/world/follower.ts'
import { add, isStep, none, STEPS, type StepTo } from '#shared/world/happenings.ts'
import { worldHash } from '#shared/world/hash.ts'
import { publish, type Running, start } from '../../testing/start.ts'

const BEGIN = Date.UTC(2026, 10, 22, 9)
let clock: SimulatedClock
let server: Running
let devices: Map<string, MqttClient>

beforeEach(async () => {
  clock = new SimulatedClock(BEGIN)
  server = await start({ clock })
  devices = new Map()
})

/** What follows an alarm by itself comes a moment after it: while the clock stands, at the very time of what was noted. */
async function withoutFollowers(): Promise<void> {
  const { body } = await server.ask(listLinkages, {}, 'commander')
  for (const { linkage } of (body as { linkages: { linkage: string }[] }).linkages)
    expect(await server.ask(setLinkageMode, { linkage, mode: 'off', seen: 0 }, 'commander')).toMatchObject({
      status: 200,
    })
}

async function say(id: string, values: Record<string, number>, at = clock.now()): Promise<void> {
  const device = devices.get(id) ?? (await server.device(id))
  devices.set(id, device)
  await publish(device, id, values, at)
}

const unpacked = <T>(packed: string) => JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8')) as T

async function momentOf(at: number, account = 'commander') {
  const { status, body } = await server.ask(readMoment, { at }, account)
  expect(status).toBe(200)
  const { position, packed } = body as { position: PastPosition; packed: string }
  const follower = new Follower()
  follower.start(unpacked<FullState>(packed))
  return { position, follower }
}

async function reelOf(from: PastPosition, to: number, account = 'commander') {
  const { status, body } = await server.ask(readReel, { from, to }, account)
  expect(status).toBe(200)
  const { position, packed } = body as { position: PastPosition; packed: string }
  return { position, frames: unpacked<Frame[]>(packed) }
}

interface Noted {
  at: number
  hash: string
  values: Record<string, LatestValues>
}

/** What a screen that is live knows at this moment. */
async function live(): Promise<Noted> {
  const screen = await server.screen('commander')
  const { world, values } = screen.follower
  const noted = { at: clock.now(), hash: worldHash(world), values: structuredClone(Object.fromEntries(values)) }
  screen.close()
  return noted
}

async function isAsNoted({ at, hash, values }: Noted): Promise<void> {
  const { follower } = await momentOf(at)
  expect(worldHash(follower.world)).toBe(hash)
  expect(Object.fromEntries(follower.values)).toEqual(values)
}

test('any moment comes back as it was told: late readings, a clock set back, a restart and all', async () => {
  await withoutFollowers()
  const random = seededRandom(8)
  const noted: Noted[] = []
  for (let step = 0; step < 60; step++) {
    if (step === 25) clock.jump(-2 * MINUTE)
    clock.advance(SECOND + Math.floor(random() * 20 * SECOND))
    const id = random() < 0.5 ? 'smoke-1' : 'smoke-2'
    // Now and then something comes that was measured long ago, or by a clock that runs ahead.
    const off = random() < 0.2 ? -Math.floor(random() * HOUR) : random() < 0.1 ? 2 * SECOND : 0
    await say(id, { smoke: Math.round(random() * 150) / 10 }, clock.now() + off)
    if (step % 7 === 3) {
      const alarms = [...server.log.told.alarms.values()].filter(({ acknowledgedAt }) => acknowledgedAt === undefined)
      if (alarms.length > 0)
        await server.ask(acknowledgeAlarms, { alarms: alarms.map(({ alarm }) => alarm) }, 'operator')
    }
    if (step === 40) {
      devices.clear()
      await server.restart(() => clock.advance(20 * MINUTE))
    }
    noted.push(await live())
  }
  // The time of the record never goes back: until the clock that was set back is there again, it stands.
  const last = new Map<number, Noted>()
  let reached = 0
  for (const one of noted) {
    reached = Math.max(reached, one.at)
    last.set(reached, { ...one, at: reached })
  }
  expect(last.size).toBeGreaterThan(40)
  for (const one of last.values()) await isAsNoted(one)
})

test('played on from any moment, the world becomes that of the next: by frames as a live screen gets them', async () => {
  await withoutFollowers()
  const noted: Noted[] = []
  for (let step = 0; step < 30; step++) {
    clock.advance(10 * SECOND)
    await say('smoke-1', { smoke: step % 6 === 0 ? 12 : 1 })
    if (step % 5 === 0) await say('smoke-2', { smoke: step })
    noted.push(await live())
  }
  let { position, follower } = await momentOf(noted[3]?.at ?? 0)
  for (const { at, hash, values } of noted.slice(4)) {
    const reel = await reelOf(position, at)
    expect(reel.position.at).toBe(at)
    for (const frame of reel.frames) expect(follower.follow(frame)).not.toBeNull()
    position = reel.position
    expect(worldHash(follower.world)).toBe(hash)
    expect(Object.fromEntries(follower.values)).toEqual(values)
  }
  // And from a position that nobody was at last.
  const again = await momentOf(noted[10]?.at ?? 0)
  const reel = await reelOf(again.position, noted[20]?.at ?? 0)
  for (const frame of reel.frames) again.follower.follow(frame)
  expect(worldHash(again.follower.world)).toBe(noted[20]?.hash)
})

test('nobody sees more of the past than of the present', async () => {
  await say('smoke-1', { smoke: 12 })
  await say('smoke-2', { smoke: 12 })
  clock.advance(MINUTE)
  expect(await server.ask(readMoment, { at: clock.now() }, 'viewer')).toMatchObject({ status: 409 })
  const { follower } = await momentOf(clock.now(), 'zone1')
  const { follower: whole } = await momentOf(clock.now())
  expect([...whole.world.alarms.values()]).toHaveLength(2)
  expect([...whole.world.users.values()]).toHaveLength(0)
  const screen = await server.screen('zone1')
  expect(worldHash(follower.world)).toBe(worldHash(screen.follower.world))
  expect(Object.fromEntries(follower.values)).toEqual(Object.fromEntries(screen.follower.values))
  const { frames } = await reelOf((await momentOf(BEGIN - 1, 'zone1')).position, clock.now(), 'zone1')
  // What came from elsewhere is told as a live screen is told it: without where that was.
  const came = { device: 'smoke-2', place: 'jinxiu/z1/b01/f02', position: { lon: 114, lat: 22.5, height: 0 } }
  expect(await server.ask(moveDevice, came, 'admin')).toMatchObject({ status: 200 })
  clock.advance(MINUTE)
  const since = (await momentOf(clock.now() - MINUTE - 1, 'zone1')).position
  const told = JSON.stringify((await reelOf(since, clock.now(), 'zone1')).frames)
  expect(told).toContain('device:moved')
  expect(told).not.toContain('jinxiu/z2')
  expect(JSON.stringify((await reelOf(since, clock.now())).frames)).toContain('jinxiu/z2')
  const devicesSeen = new Set(frames.flatMap(({ values = {} }) => Object.keys(values)))
  expect([...devicesSeen].sort()).toEqual([...screen.follower.values.keys()].sort())
})

test('a timeline tells alarms by grade, what people did, and when nothing was heard', async () => {
  await say('smoke-1', { smoke: 12 })
  clock.advance(MINUTE)
  const [alarm] = [...server.log.told.alarms.ids()]
  await server.ask(acknowledgeAlarms, { alarms: [alarm ?? ''] }, 'operator')
  clock.advance(20 * MINUTE)
  await say('smoke-2', { smoke: 1 })
  const ask = async (every: number) => {
    const { body } = await server.ask(readTimeline, { from: BEGIN, to: clock.now() + MINUTE, every }, 'commander')
    return body as { begin: number; spans: { at: number; alarms: number[]; acts: number }[]; gaps: unknown[] }
  }
  for (const every of [MINUTE, SECOND * 2]) {
    const { begin, spans, gaps } = await ask(every)
    expect(begin).toBe(BEGIN)
    expect(spans.find(({ at }) => at === BEGIN)?.alarms.reduce((a, b) => a + b)).toBe(1)
    expect(spans.find(({ at }) => at === BEGIN + MINUTE)?.acts).toBe(1)
    // The devices were missed meanwhile, which is an event as well.
    expect(gaps).toMatchObject([{ to: BEGIN + 21 * MINUTE, why: 'silent' }])
  }
  expect(await server.ask(readTimeline, { from: 0, to: clock.now(), every: 1000 }, 'commander')).toMatchObject({
    status: 400,
  })
})

test('the next event of any kind is found, and the one before, also by who sees but one zone', async () => {
  const random = seededRandom(7)
  for (let i = 0; i < 30; i++) {
    await say(`smoke-${1 + Math.floor(random() * 2)}`, { smoke: random() < 0.3 ? 12 : 1 })
    if (random() < 0.3) {
      const alarms = [...server.log.told.alarms.ids()].slice(0, 1)
      await server.ask(acknowledgeAlarms, { alarms }, 'operator')
    }
    clock.advance(Math.floor(random() * 3 * MINUTE) + 1)
  }
  for (const account of ['commander', 'zone1']) {
    const { position } = await momentOf(BEGIN - MINUTE, account)
    const { frames } = await reelOf(position, clock.now(), account)
    const events = frames.flatMap((frame) => frame.events ?? [])
    expect(events.length).toBeGreaterThan(10)
    // All of a kind, page by page, is all that was told of it.
    for (const to of STEPS) {
      const found: number[] = []
      for (let at = clock.now() + 1; ; ) {
        const { body } = await server.ask(readHappened, { at, direction: -1, to, limit: 20 }, account)
        const page = body as { events: { seq: number; at: number }[]; until: number | null }
        for (const { seq } of page.events) if (!found.includes(seq)) found.push(seq)
        if (page.until === null) break
        // What happened within one millisecond may lie on either side of a page.
        at = page.until === at - 1 ? page.until : page.until + 1
      }
      const fits = events.filter((event) => isStep(event, to)).map(({ seq }) => seq)
      expect(found.sort((a, b) => a - b)).toEqual(fits)
    }
    for (let i = 0; i < 80; i++) {
      const at = BEGIN - MINUTE + Math.floor(random() * (clock.now() - BEGIN + MINUTE))
      const direction = random() < 0.5 ? 1 : -1
      const to = STEPS[Math.floor(random() * STEPS.length)] as StepTo
      const fits = events.filter((event) => (event.at - at) * direction > 0 && isStep(event, to))
      const expected =
        fits.length === 0 ? null : Math[direction === 1 ? 'min' : 'max'](...fits.map((event) => event.at))
      const { body } = await server.ask(readHappened, { at, direction, to }, account)
      expect((body as { events: { at: number }[] }).events[0]?.at ?? null).toBe(expected)
    }
  }
  for (const bad of [{ to: 'nothing' }, { direction: 2 }, { at: -1 }, { at: 1.5 }])
    expect(
      await server.ask(readHappened, { at: BEGIN, direction: 1, to: 'any', ...bad } as never, 'commander'),
    ).toMatchObject({
      status: 400,
    })
  expect(await server.ask(readHappened, { at: BEGIN, direction: 1, to: 'any' }, 'viewer')).toMatchObject({
    status: 403,
  })
})

test('counted in the minutes or one by one, a timeline tells the same of each kind', async () => {
  await say('smoke-1', { smoke: 12 })
  clock.advance(10 * SECOND)
  await server.ask(acknowledgeAlarms, { alarms: [...server.log.told.alarms.ids()].slice(0, 1) }, 'operator')
  clock.advance(3 * MINUTE)
  await say('smoke-1', { smoke: 1 })
  clock.advance(MINUTE)
  const total = async (every: number) => {
    const { body } = await server.ask(readTimeline, { from: BEGIN, to: BEGIN + 10 * MINUTE, every }, 'commander')
    const { spans } = body as { spans: TimelineSpan[] }
    const sum = none()
    for (const span of spans) add(sum, span)
    return { ...sum, readings: 0 }
  }
  const counted = await total(MINUTE)
  expect(counted.alarms.reduce((a, b) => a + b)).toBe(server.log.told.alarms.size)
  expect(counted.acts).toBe(1)
  expect(counted.course).toBeGreaterThan(0)
  expect(counted.devices).toBeGreaterThan(0)
  expect(await total(500)).toEqual(counted)
})

/** What a screen knew that is on the tape. */
async function taped(): Promise<Noted> {
  await say('smoke-1', { smoke: 12 })
  clock.advance(MINUTE)
  await momentOf(clock.now())
  const noted = await live()
  devices.clear()
  return noted
}

test('a file that was damaged is set aside and told as a gap; the events are all there', async () => {
  const before = await taped()
  await server.restart(() => {
    for (const name of readdirSync(server.folder))
      if (/^(tape-|moments).*\.db$/.test(name)) writeFileSync(join(server.folder, name), 'not a database at all')
  })
  const { follower } = await momentOf(before.at)
  expect(worldHash(follower.world)).toBe(before.hash)
  const gaps = async () => {
    const { body } = await server.ask(readTimeline, { from: BEGIN, to: clock.now(), every: MINUTE }, 'commander')
    return (body as { gaps: TimelineGap[] }).gaps
  }
  const begin = (await gaps())[0]?.from as number
  expect(begin).toBeGreaterThanOrEqual(BEGIN)
  expect(await gaps()).toEqual([{ from: begin, to: Date.UTC(2026, 10, 23), why: 'damaged' }])
  expect((await server.ask(readHealth, {}, 'commander')).body).toMatchObject({ damagedTapes: ['2026-11-22'] })
  // What comes now is on a tape of its own: it ends the gap, and is shown.
  clock.advance(MINUTE)
  const back = clock.now()
  await say('smoke-1', { smoke: 3 })
  clock.advance(MINUTE)
  const { follower: later } = await momentOf(clock.now())
  expect(later.values.get('smoke-1')).toEqual([back, { smoke: 3 }])
  expect(await gaps()).toEqual([{ from: begin, to: back, why: 'damaged' }])
})

test('a tape that is put back from a backup is shown again', async () => {
  const day = 'tape-2026-11-22.db'
  const backup = await mkdtemp(join(tmpdir(), 'ankan-backup-'))
  const before = await taped()
  await server.restart(() => {
    copyFileSync(join(server.folder, day), join(backup, day))
    writeFileSync(join(server.folder, day), 'not a database at all')
  })
  const damaged = async () => (await server.ask(readHealth, {}, 'commander')).body.damagedTapes
  expect((await momentOf(before.at)).follower.values.size).toBe(0)
  expect(await damaged()).toEqual(['2026-11-22'])
  await server.restart(() => {
    for (const name of readdirSync(server.folder))
      if (name.startsWith('tape-') || name.startsWith('moments.db')) rmSync(join(server.folder, name))
    copyFileSync(join(backup, day), join(server.folder, day))
  })
  expect(await damaged()).toEqual([])
  await isAsNoted(before)
  await rm(backup, { recursive: true })
})
