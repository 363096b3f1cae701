import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PastPosition } from '#shared/contract/history.ts'
import type { Frame } from '#shared/contract/wire.ts'
import { AnkanError } from '#shared/errors.ts'
import { alarmRaised } from '#shared/world/alarm-events.ts'
import { type Event, SYSTEM } from '#shared/world/event.ts'
import { Follower } from '#shared/world/follower.ts'
import { isStep, type StepTo } from '#shared/world/happenings.ts'
import { FilmSource } from './film-source.ts'
import { HistoryPlayer } from './history.ts'
import { LoanOver } from './past-state.ts'

const BEGIN = Date.UTC(2026, 10, 22, 9)
const MINUTE = 60_000
const NOW = BEGIN + 60 * MINUTE

/** An alarm a minute, for an hour, of which one is grave; answered as the server does. */
const frames: Frame[] = Array.from({ length: 60 }, (_, i) => {
  const grade = i === 40 ? (1 as const) : (3 as const)
  const raised = { alarm: `a${i}`, device: 'd', rule: 'r', grade, metric: 'm', limit: 1, value: 2 }
  const at = BEGIN + i * MINUTE
  const draft = alarmRaised('jinxiu', { ...raised, position: { lon: 114, lat: 22.5, height: 0 } })
  return { after: i, to: i + 1, at, events: [{ ...draft, seq: i + 1, at, by: SYSTEM } as Event] }
})

class FakeServer {
  asked: string[] = []
  failing = false

  ask = async (call: { name: string }, input: unknown): Promise<never> => {
    this.asked.push(call.name)
    if (this.failing) throw new AnkanError('history.unavailable')
    // As the contract has it: whole milliseconds.
    for (const value of Object.values(input as object))
      if (typeof value === 'number' && !Number.isInteger(value)) throw new AnkanError('input.invalid')
    if (call.name === 'history:happened') return this.happened(input as never) as never
    return (call.name === 'history:moment' ? this.moment(input as never) : this.reel(input as never)) as never
  }

  private moment({ at }: { at: number }) {
    const follower = new Follower()
    for (const frame of frames) if (frame.at <= at) follower.follow(frame)
    const state = { world: follower.world.snapshot(), values: {} }
    return { position: { at, seq: follower.world.seq, row: 0 }, packed: packed(state) }
  }

  /** Ten minutes a look, as the server looks so far at a time. */
  private happened({ at, direction, to, limit }: { at: number; direction: 1 | -1; to: StepTo; limit: number }) {
    const until = at + direction * 10 * MINUTE
    const isNear = (event: Event) =>
      (event.at - at) * direction > 0 && (until - event.at) * direction >= 0 && isStep(event, to)
    const near = frames.flatMap((frame) => frame.events ?? []).filter(isNear)
    const events = (direction === 1 ? near : near.reverse()).slice(0, limit)
    return { events, until: until < BEGIN || until > NOW ? null : until }
  }

  private reel({ from, to }: { from: PastPosition; to: number }) {
    const some = frames.filter((frame) => frame.to > from.seq && frame.at <= to)
    return { position: { at: to, seq: some.at(-1)?.to ?? from.seq, row: 0 }, packed: packed(some) }
  }
}

const packed = (content: unknown) => JSON.stringify(content)

let server: FakeServer
let shown: Follower
let looks: number
let caughtUp: boolean
let player: HistoryPlayer

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
  server = new FakeServer()
  caughtUp = false
  looks = 0
  const lookAt = (follower: Follower) => {
    looks++
    shown = follower
  }
  player = new HistoryPlayer(
    {
      source: new FilmSource({
        ask: server.ask as never,
        unpack: async (text) => JSON.parse(text),
        now: () => Date.now(),
      }),
      stage: { lookAt, shown: () => {} },
      caughtUp: () => {
        caughtUp = true
      },
    },
    BEGIN,
  )
})
afterEach(() => {
  player.close()
  vi.useRealTimers()
})

const alarms = () => shown.world.alarms.size
const settle = () => vi.waitFor(() => expect(player.state.getState().phase).toBe('ready'))

test('a moment is shown, and played on from at any speed', async () => {
  await player.seek(BEGIN + 10 * MINUTE + 30_000)
  expect(alarms()).toBe(11)
  player.play(60)
  await vi.advanceTimersByTimeAsync(100)
  await settle()
  await vi.advanceTimersByTimeAsync(5000)
  expect(player.at).toBeGreaterThan(BEGIN + 14 * MINUTE)
  expect(alarms()).toBe(Math.floor((player.at - BEGIN) / MINUTE) + 1)
  // What is fetched comes in stretches, not moment by moment.
  expect(server.asked.length).toBeLessThan(6)
  player.pause()
  const { at } = player
  await vi.advanceTimersByTimeAsync(5000)
  expect(player.at).toBe(at)
})

test('until the first moment has come it shows none, and tells no time of one', async () => {
  expect(player.shownAt).toBeUndefined()
  const sought = player.seek(BEGIN + MINUTE)
  expect(player.shownAt).toBeUndefined()
  await sought
  expect(player.shownAt).toBe(BEGIN + MINUTE)
})

test('between two milliseconds one comes to the nearest, and what did not come leaves the clock with the picture', async () => {
  for (const fraction of [0.2, 0.5, 0.7, 0.999]) {
    await player.seek(BEGIN + 20 * MINUTE + fraction + fraction * 1000)
    expect(player.state.getState().phase).toBe('ready')
    await player.seek(BEGIN + 40 * MINUTE - fraction)
    expect(player.state.getState().phase).toBe('ready')
  }
  const { at } = player
  server.failing = true
  await player.seek(BEGIN + 3 * MINUTE)
  expect(player.state.getState()).toMatchObject({ phase: 'failed', at, missed: BEGIN + 3 * MINUTE })
  server.failing = false
  await player.seek(BEGIN + 3 * MINUTE)
  expect(player.state.getState()).toMatchObject({ phase: 'ready', at: BEGIN + 3 * MINUTE })
})

test('backwards it is undone, also beyond what was fetched', async () => {
  await player.seek(BEGIN + 10 * MINUTE)
  player.play(-30)
  await vi.advanceTimersByTimeAsync(100)
  await settle()
  await vi.advanceTimersByTimeAsync(6000)
  await settle()
  expect(player.at).toBeLessThan(BEGIN + 8 * MINUTE)
  expect(alarms()).toBe(Math.floor((player.at - BEGIN) / MINUTE) + 1)
})

test('step by step from event to event, to and fro', async () => {
  await player.seek(BEGIN + 10 * MINUTE + 1000)
  await player.step(1)
  expect(player.at).toBe(BEGIN + 11 * MINUTE)
  expect(alarms()).toBe(12)
  await player.step(-1)
  await player.step(-1)
  expect(player.at).toBe(BEGIN + 9 * MINUTE)
  expect(alarms()).toBe(10)
  // Behind the last there is none.
  await player.seek(NOW - 1000)
  expect(await player.step(1)).toBe(false)
  expect(player.state.getState()).toMatchObject({ at: NOW - 1000, phase: 'ready' })
})

test('as many presses, as many steps, however quickly they come; whoever goes elsewhere takes no more', async () => {
  await player.seek(BEGIN + 30 * MINUTE + 1000)
  await Promise.all([player.step(-1), player.step(-1), player.step(-1), player.step(-1)])
  expect(player.at).toBe(BEGIN + 27 * MINUTE)
  await Promise.all([player.step(1), player.step(1), player.step(-1), player.step(1)])
  expect(player.at).toBe(BEGIN + 29 * MINUTE)
  const far = player.step(-1)
  void player.step(-1)
  await player.seek(BEGIN + 5 * MINUTE)
  await far
  expect(player.at).toBe(BEGIN + 5 * MINUTE)
  expect(alarms()).toBe(6)
})

test('steps go to the kind that was chosen, however far it is', async () => {
  await player.seek(BEGIN + 10 * MINUTE)
  player.stepTo('gravest')
  expect(await player.step(1)).toBe(true)
  expect(player.at).toBe(BEGIN + 40 * MINUTE)
  expect(alarms()).toBe(41)
  expect(await player.step(1)).toBe(false)
  expect(player.at).toBe(BEGIN + 40 * MINUTE)
  await player.seek(NOW - 1000)
  expect(await player.step(-1)).toBe(true)
  expect(player.at).toBe(BEGIN + 40 * MINUTE)
  player.stepTo('acts')
  expect(await player.step(-1)).toBe(false)
  server.failing = true
  expect(await player.step(-1)).toBe(true)
  expect(player.state.getState()).toMatchObject({ phase: 'failed', problem: 'history.unavailable' })
})

test('a stretch is repeated, quiet is passed over, and the present ends it', async () => {
  await player.seek(BEGIN + 5 * MINUTE)
  player.loop([BEGIN + 5 * MINUTE, BEGIN + 5 * MINUTE + 10_000])
  player.play(4)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(player.at).toBeLessThan(BEGIN + 5 * MINUTE + 11_000)
  player.loop(undefined)
  player.skipQuiet(true)
  player.play(1)
  await vi.advanceTimersByTimeAsync(20_000)
  // A minute takes but a few seconds of looking.
  expect(player.at).toBeGreaterThan(BEGIN + 8 * MINUTE)
  player.skipQuiet(false)
  await player.seek(Date.now() - 3000)
  expect(caughtUp).toBe(false)
  player.play(4)
  await vi.advanceTimersByTimeAsync(5000)
  expect(caughtUp).toBe(true)
})

test('a stretch that was chosen by hand is repeated, forwards and backwards', async () => {
  const [from, to] = [BEGIN + 5 * MINUTE + 0.352, BEGIN + 5 * MINUTE + 9999.3]
  await player.seek(BEGIN + 5 * MINUTE + 4000)
  player.loop([from, to])
  for (const speed of [4, -4]) {
    player.play(speed)
    const seen = new Set<number>()
    for (let i = 0; i < 100; i++) {
      await vi.advanceTimersByTimeAsync(100)
      seen.add(player.at)
    }
    // Forty seconds of it, in ten seconds again and again.
    expect(seen.size).toBeGreaterThan(30)
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(Math.floor(from) - 400)
    expect(Math.max(...seen)).toBeLessThanOrEqual(Math.ceil(to) + 400)
    expect(player.state.getState().playing).toBe(true)
  }
})

test('the answer for a moment that nobody wants any more is dropped; one that fails says so and can be tried again', async () => {
  const first = player.seek(BEGIN + 30 * MINUTE)
  const second = player.seek(BEGIN + 2 * MINUTE)
  await Promise.all([first, second])
  expect(alarms()).toBe(3)
  expect(looks).toBe(1)
  server.failing = true
  await player.seek(BEGIN + 50 * MINUTE)
  expect(player.state.getState()).toMatchObject({ phase: 'failed', problem: 'history.unavailable', playing: false })
  server.failing = false
  await player.seek(player.state.getState().missed ?? 0)
  expect(player.state.getState().phase).toBe('ready')
  expect(alarms()).toBe(51)
})

test('lent, it shows what the borrower wants, and nobody else moves it; given back, it is where it was and plays on', async () => {
  await player.seek(BEGIN + 10 * MINUTE)
  player.play(2)
  const loan = player.lend()
  expect(player.lend()).toBeUndefined()
  const { jumps } = player.state.getState()
  const asked = server.asked.length
  for (let i = 0; i <= 20; i++) {
    await loan?.show(BEGIN + 20 * MINUTE + i * 15_000)
    expect(alarms()).toBe(21 + Math.floor(i / 4))
  }
  // A stretch at a time, and what hangs on jumps is not asked for again with every picture.
  expect(server.asked.length - asked).toBeLessThan(20)
  expect(player.state.getState().jumps).toBe(jumps)
  const { at } = player
  player.play(60)
  player.pause()
  player.setSpeed(8)
  player.loop([BEGIN, BEGIN + 1])
  await player.seek(BEGIN)
  await player.step(1)
  await vi.advanceTimersByTimeAsync(3000)
  expect(player.state.getState()).toMatchObject({ at, playing: false, speed: 2, loop: undefined, lent: true })
  loan?.giveBack()
  expect(player.at).toBe(BEGIN + 10 * MINUTE)
  await settle()
  expect(alarms()).toBe(11)
  await vi.advanceTimersByTimeAsync(1000)
  expect(player.state.getState()).toMatchObject({ playing: true, speed: 2, lent: false })
  expect(player.at).toBeGreaterThan(BEGIN + 10 * MINUTE + 1500)
  expect(player.at).toBeLessThan(BEGIN + 11 * MINUTE)
})

test('a loan ends when others share the playhead or the past is left; what does not come says why', async () => {
  await player.seek(BEGIN + 10 * MINUTE)
  const first = player.lend()
  server.failing = true
  await expect(first?.show(BEGIN + 40 * MINUTE)).rejects.toMatchObject({ code: 'history.unavailable' })
  server.failing = false
  await first?.show(BEGIN + 40 * MINUTE)
  expect(alarms()).toBe(41)
  const head = { moment: BEGIN + 5 * MINUTE, speed: 1, playing: false, setAt: Date.now(), screen: 'screen-one' }
  player.follow({ head, now: () => Date.now(), steer: undefined })
  await expect(first?.show(BEGIN + 41 * MINUTE)).rejects.toBeInstanceOf(LoanOver)
  await settle()
  expect(player.at).toBe(BEGIN + 5 * MINUTE)
  expect(player.lend()).toBeUndefined()
  player.follow(undefined)
  const second = player.lend()
  player.close()
  const { at } = player
  await expect(second?.show(BEGIN + 6 * MINUTE)).rejects.toBeInstanceOf(LoanOver)
  second?.giveBack()
  expect(player.at).toBe(at)
})
