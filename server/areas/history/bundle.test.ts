import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { gunzipSync } from 'node:zlib'
import type { MqttClient } from 'mqtt'
import { beforeEach, expect, test } from 'vitest'
import { Bundle } from '#shared/bundle/bundle.ts'
import { planOf } from '#shared/bundle/holes.ts'
import type { BundlePart } from '#shared/bundle/manifest.ts'
import { acknowledgeAlarms } from '#shared/contract/alarms.ts'
import { listAudit } from '#shared/contract/audit.ts'
import { routeOf } from '#shared/contract/call.ts'
import { exportHistory, readExport, readSealingKey } from '#shared/contract/history.ts'
import { listLinkages, setLinkageMode } from '#shared/contract/linkages.ts'
import type { Frame, FullState } from '#shared/contract/wire.ts'
import { HOUR, MINUTE, SECOND, SimulatedClock } from '#shared/time.ts'
import { Film } from '#shared/world/film.ts'
import { Follower } from '#shared/world/follower.ts'
import { worldHash } from '#shared/world/hash.ts'
import { publish, type Running, start } from '../../testing/start.ts'
import { until } from '../../testing/until.ts'

const BEGIN = Date.UTC(2026, 10, 22, 9)
let clock: SimulatedClock
let server: Running
let devices: Map<string, MqttClient>

beforeEach(async () => {
  clock = new SimulatedClock(BEGIN)
  server = await start({ clock })
  devices = new Map()
})

async function say(id: string, values: Record<string, number>): Promise<void> {
  const device = devices.get(id) ?? (await server.device(id))
  devices.set(id, device)
  await publish(device, id, values, clock.now())
}

async function withoutFollowers(): Promise<void> {
  const { body } = await server.ask(listLinkages, {}, 'commander')
  for (const { linkage } of (body as { linkages: { linkage: string }[] }).linkages)
    await server.ask(setLinkageMode, { linkage, mode: 'off', seen: 0 }, 'commander')
}

async function taken(from: number, to: number, account = 'commander'): Promise<Response> {
  return fetch(server.url + routeOf(exportHistory as never), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await server.token(account)}` },
    body: JSON.stringify({ export: 'export-1', from, to }),
  })
}

async function opened(response: Response): Promise<Bundle> {
  expect(response.status).toBe(200)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const bundle = await Bundle.open({ size: bytes.length, read: async (from, to) => bytes.slice(from, to) })
  await bundle.examine()
  return bundle
}

async function contentOf<T>(bundle: Bundle, part: BundlePart): Promise<T> {
  return JSON.parse(gunzipSync((await bundle.content(part)) ?? '').toString('utf8')) as T
}

/** From the whole world that is given up to the end. */
async function filmFrom(bundle: Bundle, moment: BundlePart): Promise<Film> {
  const { parts, from, to } = bundle.manifest
  const follower = new Follower()
  follower.start(await contentOf<FullState>(bundle, moment))
  const film = new Film(follower, moment.from ?? 0)
  for (const part of planOf(parts, bundle.altered, from, to).reels)
    if (part.from >= film.from) film.add(await contentOf<Frame[]>(bundle, part), part.to)
  return film
}

test('what a bundle shows of any moment is what a live screen showed then, from wherever in it one begins', async () => {
  await withoutFollowers()
  const noted: { at: number; hash: string; values: unknown }[] = []
  for (let step = 0; step < 40; step++) {
    clock.advance(2 * MINUTE + step * SECOND)
    await say(step % 3 === 0 ? 'smoke-2' : 'smoke-1', { smoke: step % 6 === 0 ? 12 : 1 })
    if (step % 9 === 4) {
      const waiting = [...server.log.told.alarms.values()].filter(({ acknowledgedAt }) => acknowledgedAt === undefined)
      if (waiting.length > 0)
        await server.ask(acknowledgeAlarms, { alarms: waiting.map(({ alarm }) => alarm) }, 'operator')
    }
    // Somebody who does something stays signed in.
    await server.ask(listLinkages, {}, 'commander')
    const { follower } = await server.screen('commander')
    noted.push({
      at: clock.now(),
      hash: worldHash(follower.world),
      values: structuredClone(Object.fromEntries(follower.values)),
    })
  }
  const [from, to] = [noted[5]?.at ?? 0, noted[35]?.at ?? 0]
  const bundle = await opened(await taken(from, to))
  const { manifest } = bundle
  expect(bundle.seal).toBe('sealed')
  expect([...bundle.altered]).toEqual([])
  expect(bundle.fingerprint).toBe(manifest.key.fingerprint)
  expect((await server.ask(readSealingKey, {}, 'operator')).body).toEqual({ fingerprint: bundle.fingerprint })
  expect(planOf(manifest.parts, bundle.altered, from, to)).toMatchObject({ from, to, holes: [] })
  const moments = manifest.parts.filter(({ kind }) => kind === 'moment')
  expect(moments.length).toBeGreaterThan(2)
  for (const moment of [moments[0], moments.at(-1)] as BundlePart[]) {
    const film = await filmFrom(bundle, moment)
    const within = noted.filter(({ at }) => at >= film.from && at <= to)
    expect(within.length).toBeGreaterThan(0)
    for (const { at, hash, values } of [...within, ...within.toReversed()]) {
      film.show(at)
      expect(worldHash(film.follower.world)).toBe(hash)
      expect(Object.fromEntries(film.follower.values)).toEqual(values)
    }
  }
  // The key is the center's own: after a restart it is the same.
  devices.clear()
  await server.restart()
  expect((await opened(await taken(from, to))).fingerprint).toBe(bundle.fingerprint)
})

test('nobody takes more along than they may see, and the taking is on record with its range', async () => {
  await say('smoke-1', { smoke: 12 })
  await say('smoke-2', { smoke: 12 })
  clock.advance(MINUTE)
  await say('smoke-2', { smoke: 13 })
  clock.advance(MINUTE)
  for (const account of ['viewer', 'operator', 'zone1'])
    expect((await taken(BEGIN - 1, clock.now(), account)).status).toBe(403)
  expect((await taken(BEGIN - 25 * HOUR, clock.now())).status).toBe(400)
  expect((await taken(clock.now() + 1, clock.now() + MINUTE)).status).toBe(400)

  const bundle = await opened(await taken(BEGIN - 1, clock.now(), 'zone1chief'))
  const screen = await server.screen('zone1chief')
  const seen = new Set(screen.follower.world.devices.ids())
  expect(seen.size).toBeGreaterThan(0)
  expect(seen.has('smoke-2')).toBe(false)
  expect(bundle.manifest.sight.place).toContain('jinxiu')
  for (const part of bundle.manifest.parts) {
    if (part.kind === 'place' || part.kind === 'inside') continue
    expect(JSON.stringify(await contentOf(bundle, part))).not.toContain('smoke-2')
  }
  const film = await filmFrom(bundle, bundle.manifest.parts[0] as BundlePart)
  film.show(clock.now())
  expect(worldHash(film.follower.world)).toBe(worldHash(screen.follower.world))

  const { body } = await server.ask(listAudit, { call: 'history:export', limit: 20 }, 'commander')
  const entries = (body as { entries: { by: { id: string }; result: string; input: unknown }[] }).entries
  expect(entries.filter(({ result }) => result === 'done')).toMatchObject([
    { by: { id: 'zone1chief' }, input: { from: BEGIN - 1, to: clock.now() } },
  ])
  expect(entries.filter(({ result }) => result === 'access.denied')).toHaveLength(3)
})

test('who goes away ends it, and a third one at a time is refused', async () => {
  await say('smoke-1', { smoke: 12 })
  clock.advance(20 * HOUR)
  const share = async (id: string, account = 'commander') =>
    ((await server.ask(readExport, { export: id }, account)).body as { share: number | null }).share
  const held = holdReels()
  const ends = await Promise.all(['export-one', 'export-two'].map((id) => begun(id, clock.now())))
  expect(await share('export-one')).not.toBeNull()
  expect(await share('export-one', 'admin')).toBeNull()
  const third = await server.ask(exportHistory, { export: 'export-three', from: BEGIN, to: clock.now() }, 'commander')
  expect(third).toMatchObject({ status: 429, error: { code: 'history.busy' } })
  for (const end of ends) await end()
  held.goOn()
  await until(async () => (await share('export-one')) === null && (await share('export-two')) === null, 'both to end')
  // Of 240 that the stretch has.
  expect(held.asked).toBeLessThan(5)
})

/** A download of which the head has come; resolves with how to go away. */
async function begun(id: string, to: number): Promise<() => Promise<void>> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await server.token('commander')}` }
  const asked = request(server.url + routeOf(exportHistory as never), { method: 'POST', headers })
  asked.end(JSON.stringify({ export: id, from: BEGIN, to }))
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  expect(response.statusCode).toBe(200)
  return async () => {
    response.destroy()
    await once(response, 'close')
  }
}

/** Holds what follows the first answers, so that an export is under way for as long as is wished. */
function holdReels(): { goOn(): void; asked: number } {
  const { history } = server.storage
  const reel = history.reel.bind(history)
  let goOn = () => {}
  const gate = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const held = { goOn, asked: 0 }
  history.reel = async (...args) => {
    held.asked++
    await gate
    return reel(...args)
  }
  return held
}
