import { beforeEach, expect, test } from 'vitest'
import { readMoment } from '#shared/contract/history.ts'
import {
  attendReplay,
  beginReplay,
  drawInReplay,
  endReplay,
  eraseInReplay,
  handReplayOver,
  joinReplay,
  leaveReplay,
  pointInReplay,
  showReplay,
  steerReplayTogether,
  takeReplay,
  wishToLead,
} from '#shared/contract/replays.ts'
import type { Pointing } from '#shared/contract/wire.ts'
import { MINUTE, SECOND, SimulatedClock } from '#shared/time.ts'
import { momentOf } from '#shared/world/replays.ts'
import { type Running, start } from '../../testing/start.ts'
import { until } from '../../testing/until.ts'
import { GONE_MS } from './attendance.ts'

const NOW = Date.UTC(2026, 10, 22, 9)
const PAST = NOW - 10 * MINUTE
const LINE = [
  [120.1, 30.2, 8],
  [120.11, 30.2, 8],
]
let clock: SimulatedClock
let server: Running
let replay: string

const ask = async (call: Parameters<Running['ask']>[0], account: string, more: object = {}) => {
  const { status, error } = await server.ask(call, { replay, ...more } as never, account)
  return error?.code ?? status
}
const steer = (account: string, more: object) =>
  ask(steerReplayTogether, account, { screen: 'screen-of-hand', ...more })
const row = () => server.log.told.replays.get(replay)
const join = (account: string, screen = `screen-${account}`) => ask(joinReplay, account, { screen })

beforeEach(async () => {
  clock = new SimulatedClock(NOW)
  server = await start({ clock })
  const begun = await server.ask(beginReplay, { screen: 'screen-operator', moment: PAST }, 'operator')
  replay = begun.body.replay as string
})

test('one leads and all others are told where the playhead is, also who comes late and whose duty is one zone', async () => {
  const screen = await server.screen('zone1')
  expect(await join('zone1')).toBe(200)
  expect(await steer('operator', { moment: PAST, speed: 4, playing: true })).toBe(200)
  // Frames leave by the same clock.
  clock.advance(SECOND)
  await until(() => screen.world.replays.get(replay)?.head.speed === 4, 'the head')
  clock.advance(10 * SECOND)
  const head = screen.world.replays.get(replay)?.head
  expect(head && momentOf(head, clock.now())).toBe(PAST + 44 * SECOND)
  const late = await server.screen('commander')
  expect(late.world.replays.get(replay)?.head).toEqual(head)
  expect(await steer('zone1', { moment: 0, speed: 1, playing: true })).toBe('replay.not-leading')
  const future = { moment: clock.now() + MINUTE, speed: 1, playing: false }
  expect(await steer('operator', future)).toBe('history.to-come')
  for (const bad of [{ speed: 0 }, { speed: 61 }, { moment: -1 }, { moment: 'now' }])
    expect(await steer('operator', { moment: 0, speed: 1, playing: true, ...bad })).toBe('input.invalid')
})

test('it is handed over, asked for, taken when its leader is gone, and taken from anybody by who may lead', async () => {
  await join('zone1')
  await join('viewer')
  expect(await ask(takeReplay, 'zone1')).toBe('replay.led')
  expect(await ask(wishToLead, 'zone1')).toBe(200)
  expect(row()?.wishes).toMatchObject([{ account: 'zone1' }])
  expect(await ask(handReplayOver, 'zone1', { to: 'zone1' })).toBe('replay.not-leading')
  expect(await ask(handReplayOver, 'operator', { to: 'viewer' })).toBe('access.denied')
  expect(await ask(handReplayOver, 'operator', { to: 'admin' })).toBe('replay.not-there')
  expect(await ask(handReplayOver, 'operator', { to: 'zone1' })).toBe(200)
  expect(row()).toMatchObject({ leader: { account: 'zone1' }, wishes: [] })
  expect(await ask(leaveReplay, 'zone1', { screen: 'screen-zone1' })).toBe(200)
  expect(await ask(takeReplay, 'operator')).toBe(200)
  expect(await ask(takeReplay, 'commander')).toBe('replay.not-there')
  await join('commander')
  expect(await ask(takeReplay, 'commander')).toBe(200)
  expect(row()?.leader.account).toBe('commander')
})

test('a screen that says nothing has left; one that nobody attends is over, also over a restart', async () => {
  await join('zone1')
  const attends = (account: string) => ask(attendReplay, account, { screen: `screen-${account}` })
  const pass = async (ms: number, who: string[]) => {
    for (let passed = 0; passed < ms; passed += 3 * SECOND) {
      clock.advance(3 * SECOND)
      for (const account of who) await attends(account)
    }
  }
  await pass(GONE_MS + 3 * SECOND, ['zone1'])
  await until(() => row()?.screens['screen-operator'] === undefined, 'the leader gone')
  expect(await attends('operator')).toBe('replay.not-there')
  expect(await ask(takeReplay, 'zone1')).toBe(200)
  await server.restart()
  // Whoever was there has as long to come back as who has just come.
  await pass(GONE_MS - 3 * SECOND, [])
  expect(row()?.screens).toHaveProperty('screen-zone1')
  await pass(9 * SECOND, [])
  await until(() => row() === undefined, 'its end')
  expect(await steer('zone1', { moment: 0, speed: 1, playing: false })).toBe('replay.unknown')
})

test('lines are drawn and taken away, and where somebody points is seen and written down nowhere', async () => {
  await join('zone1')
  const screen = await server.screen('viewer')
  const seen: Pointing[] = []
  screen.socket.on('pointing', (pointing) => seen.push(pointing))
  const before = server.log.told.seq
  expect(await ask(pointInReplay, 'zone1', { at: [120.1, 30.2, 8] })).toBe(200)
  expect(await ask(pointInReplay, 'commander', { at: null })).toBe('replay.not-there')
  await until(() => seen.length === 1, 'the pointing')
  expect(seen).toMatchObject([{ replay, account: 'zone1', at: [120.1, 30.2, 8] }])
  expect(server.log.told.seq).toBe(before)

  expect(await ask(drawInReplay, 'zone1', { points: LINE })).toBe(200)
  expect(await ask(drawInReplay, 'operator', { points: LINE })).toBe(200)
  const [first, second] = row()?.strokes ?? []
  expect(await ask(eraseInReplay, 'zone1', { stroke: second?.stroke })).toBe('replay.not-leading')
  expect(await ask(eraseInReplay, 'zone1', { stroke: first?.stroke })).toBe(200)
  expect(row()?.strokes).toHaveLength(1)
  expect(await ask(eraseInReplay, 'operator')).toBe(200)
  expect(row()?.strokes).toHaveLength(0)
  for (const points of [[], LINE.slice(1), [...LINE, [200, 0, 0]], [[Number.NaN, 0, 0], LINE[0]]])
    expect(await ask(drawInReplay, 'operator', { points })).toBe('input.invalid')
})

test('a wall sees the past as long as a replay is shown on it, and no longer', async () => {
  const look = async () => (await server.ask(readMoment, { at: PAST }, 'viewer')).error?.code ?? 'seen'
  expect(await look()).toBe('history.not-shared')
  expect(await ask(showReplay, 'operator', { onWalls: true })).toBe('access.denied')
  await join('commander')
  expect(await ask(showReplay, 'commander', { onWalls: true })).toBe(200)
  expect(await look()).toBe('seen')
  expect(await ask(endReplay, 'zone1')).toBe('replay.not-leading')
  expect(await ask(endReplay, 'operator')).toBe(200)
  expect(row()).toBeUndefined()
  expect(await look()).toBe('history.not-shared')
})

test('the walls go back when who leads goes, and it is over when walls alone are left', async () => {
  await join('commander')
  await join('zone1')
  await join('viewer')
  await ask(takeReplay, 'commander')
  await ask(showReplay, 'commander', { onWalls: true })
  expect(row()?.screens['screen-viewer']?.looksOnly).toBe(true)
  await steer('commander', { moment: PAST, speed: 4, playing: true })
  clock.advance(2 * SECOND)
  const leave = (account: string) => ask(leaveReplay, account, { screen: `screen-${account}` })
  expect(await leave('commander')).toBe(200)
  expect(row()).toMatchObject({ onWalls: false, leader: { account: 'commander' } })
  // It stands still where it was.
  expect(row()?.head).toMatchObject({ moment: PAST + 8 * SECOND, playing: false })
  // Who led and went may still hand it over from the present, or end it for all.
  expect(await ask(handReplayOver, 'commander', { to: 'zone1' })).toBe(200)
  expect(row()?.leader.account).toBe('zone1')
  await ask(showReplay, 'commander', { onWalls: true })
  await leave('operator')
  expect(row()?.onWalls).toBe(true)
  await leave('zone1')
  expect(row()).toBeUndefined()
})

test('the walls go back when who leads vanishes', async () => {
  await join('commander')
  await join('zone1')
  await ask(takeReplay, 'commander')
  await ask(showReplay, 'commander', { onWalls: true })
  for (let passed = 0; passed <= GONE_MS; passed += 3 * SECOND) {
    clock.advance(3 * SECOND)
    await ask(attendReplay, 'zone1', { screen: 'screen-zone1' })
  }
  await until(() => row()?.onWalls === false, 'the walls being let go')
  expect(row()?.screens).toHaveProperty('screen-zone1')
})
