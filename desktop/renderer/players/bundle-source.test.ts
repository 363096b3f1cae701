import { gunzipSync, strFromU8 } from 'fflate'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Bundle } from '#shared/bundle/bundle.ts'
import { FROM, inMemory, MINUTE, madeEntries, TO, zipOf } from '#shared/bundle/testing/made-bundle.ts'
import type { Follower } from '#shared/world/follower.ts'
import { BundleSource } from './bundle-source.ts'
import { HistoryPlayer } from './history.ts'

const unpack = async <T>(content: Uint8Array) => JSON.parse(strFromU8(gunzipSync(content))) as T
const after = (minutes: number) => FROM + minutes * MINUTE
let shown: Follower
let player: HistoryPlayer

async function sourceOf(...spoiled: string[]): Promise<BundleSource> {
  const entries = madeEntries()
  for (const name of spoiled) entries[`${name}.json.gz`] = new Uint8Array(8)
  const bundle = await Bundle.open(inMemory(zipOf(entries)))
  await bundle.examine()
  return new BundleSource(bundle, unpack)
}

async function playerOf(...spoiled: string[]): Promise<void> {
  const source = await sourceOf(...spoiled)
  const lookAt = (follower: Follower) => {
    shown = follower
  }
  player = new HistoryPlayer({ source, stage: { lookAt, shown: () => {} } }, source.begin)
}

/** What the device showed last. */
const value = () => shown.values.get('d')?.[1].m
const phase = () => player.state.getState().phase

/** As long as it takes, at the speed that is played at. */
const played = (seen: () => void) => vi.waitFor(seen, { timeout: 60_000 })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  player.close()
  vi.useRealTimers()
})

test('any moment of it is shown, nothing before its beginning or after its end', async () => {
  await playerOf()
  for (const [minutes, expected] of [
    [17, 3],
    [2, 0],
    [26, 5],
    [11, 2],
  ] as const) {
    await player.seek(after(minutes))
    expect(value()).toBe(expected)
  }
  await player.seek(TO + MINUTE)
  expect(player.at).toBe(TO)
  await player.seek(FROM - MINUTE)
  expect(player.at).toBe(FROM)
  expect(value()).toBeUndefined()
})

test('what was altered is not shown, is said, and play goes on behind it', async () => {
  await playerOf('reels/2')
  await player.seek(after(13))
  expect(player.state.getState()).toMatchObject({ phase: 'failed', problem: 'bundle.altered' })
  await player.seek(after(7))
  expect(phase()).toBe('ready')
  expect(value()).toBe(1)
  player.play(60)
  await played(() => expect(player.at).toBeGreaterThan(after(21)))
  expect(value()).toBe(4)
  player.play(-60)
  await played(() => expect(player.at).toBeLessThan(after(9)))
  expect(value()).toBe(1)
})

test('it stops at its end and at its beginning, with all that it holds shown', async () => {
  await playerOf()
  await player.seek(after(25))
  player.play(60)
  await played(() => expect(player.state.getState().playing).toBe(false))
  expect(player.state.getState()).toMatchObject({ at: TO, phase: 'ready' })
  expect(value()).toBe(5)
  await player.seek(after(3))
  player.play(-60)
  await played(() => expect(player.state.getState().playing).toBe(false))
  expect(player.state.getState()).toMatchObject({ at: FROM, phase: 'ready' })
})

test('when its end was altered it ends before that; when its beginning was, it begins behind it', async () => {
  const cutEnd = await sourceOf('reels/5')
  expect([cutEnd.begin, cutEnd.end()]).toEqual([FROM, after(25)])
  const cutBegin = await sourceOf('moments/0')
  expect([cutBegin.begin, cutBegin.end()]).toEqual([after(10), TO])
  expect((await sourceOf('moments/0', 'moments/2', 'moments/4')).isEmpty).toBe(true)
  await playerOf()
})

test('steps find what the file holds, over what was altered', async () => {
  await playerOf('reels/2')
  await player.seek(after(7))
  const found: number[] = []
  for (let at = FROM; ; ) {
    const next = (await player.source.happened(at, 1, 'any', 1))[0]?.at
    if (next === undefined) break
    found.push(next)
    at = next
  }
  expect(found.length).toBeGreaterThan(2)
  expect(found.some((at) => at > after(10) && at < after(15))).toBe(false)
  const back: number[] = []
  for (let at = TO + 1; ; ) {
    const before = (await player.source.happened(at, -1, 'any', 1))[0]?.at
    if (before === undefined) break
    back.unshift(before)
    at = before
  }
  expect(back).toEqual(found)
  const all = await player.source.happened(TO + 1, -1, 'any', 100)
  expect(all.map(({ at }) => at).reverse()).toEqual(found)
})
