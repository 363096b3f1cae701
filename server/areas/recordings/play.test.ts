import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  keepRecording,
  playRecording,
  readRecording,
  removeRecording,
  steerReplay,
} from '#shared/contract/recordings.ts'
import { retireDevice } from '#shared/contract/registry.ts'
import { DAY, MINUTE, SECOND, SimulatedClock } from '#shared/time.ts'
import { publish, type Running, start } from '../../testing/start.ts'
import { until } from '../../testing/until.ts'
import { brought, replayOf } from './testing.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const THEN = NOW - 100 * DAY

/** One reading every ten seconds, of smoke-1 and gas-1; the seventh minute smokes. */
const rows = Array.from({ length: 60 }, (_, i) => [
  `${THEN + i * 10_000},smoke-1,smoke,${i >= 42 && i < 48 ? 60 : 1}`,
  `${THEN + i * 10_000},gas-1,lel,${i / 10}`,
]).flat()
const FILE = `time,device,metric,value\n${rows.join('\n')}\n`
const END = THEN + 59 * 10_000

async function center(file = FILE) {
  const clock = new SimulatedClock(NOW)
  const server = await start({ clock })
  const { recording } = await brought(server, file, 'a night.csv')
  const play = (more: object = {}) => server.ask(playRecording, { recording, ...more }, 'admin')
  const steer = (wish: object) => server.ask(steerReplay, { recording, ...wish }, 'admin')
  /** Time goes by as it does in life: what is begun in a moment is over before the next. */
  const pass = async (ms: number) => {
    for (let i = 0; i < ms; i += 200) {
      clock.advance(200)
      await new Promise((resolve) => setTimeout(resolve, 3))
    }
  }
  const passUntil = (is: (replay: Awaited<ReturnType<typeof replayOf>>) => boolean, what: string) =>
    until(
      async () => {
        clock.advance(200)
        return is(await replayOf(server))
      },
      what,
      20_000,
    )
  return { server, clock, recording, play, steer, pass, passUntil }
}

const recorded = (server: Running, device = 'smoke-1') => server.log.told.devices.get(device)?.recorded
const alarms = (server: Running) => [...server.log.told.alarms.values()].map(({ device, rule }) => `${device} ${rule}`)
const code = async (asked: Promise<{ error?: { code: string } }>) => (await asked).error?.code

test('what is played goes through the intake at the times of now: rules judge it, its devices say so, and it ends', async () => {
  const { server, clock, play, passUntil, recording } = await center()
  expect((await play({ speed: 60 })).status).toBe(200)
  expect(recorded(server)).toEqual({ file: 'a night.csv', until: NOW, playing: true })
  expect(await replayOf(server)).toMatchObject({ state: 'playing', position: THEN, from: THEN, to: END, speed: 60 })
  expect(await code(play())).toBe('recording.busy')
  expect(await code(server.ask(keepRecording, { recording }, 'admin'))).toBe('recording.busy')
  expect(await code(server.ask(removeRecording, { recording }, 'admin'))).toBe('recording.busy')
  await passUntil((replay) => replay?.state === 'ended', 'it is over')
  expect(await replayOf(server)).toMatchObject({ why: 'end', played: 120, position: END })
  expect(alarms(server)).toEqual(['smoke-1 smoke-high'])
  const kept = await server.storage.readings('smoke-1', 'smoke', NOW, clock.now(), 1000)
  expect(kept).toHaveLength(60)
  // Ten minutes in ten seconds: a sixth of a second from one to the next.
  const [first, last] = [kept[0]?.[0] ?? 0, kept.at(-1)?.[0] ?? 0]
  expect((last - first) / 59).toBeCloseTo(10_000 / 60, -1)
  expect(first).toBeGreaterThanOrEqual(NOW)
  await until(() => recorded(server)?.playing === undefined, 'its devices say so no more')
  expect(recorded(server)?.until).toBeGreaterThanOrEqual(last)
})

test('paused, gone on with, at another speed, in a loop, from where it stood, and stopped', async () => {
  const { server, play, steer, pass, passUntil } = await center()
  await play({ speed: 10, loop: true, from: THEN + 5 * MINUTE })
  await pass(6 * SECOND)
  await steer({ state: 'paused' })
  const paused = (await replayOf(server))?.position ?? 0
  expect(paused).toBeGreaterThan(THEN + 5 * MINUTE + 50 * SECOND)
  expect(paused).toBeLessThan(THEN + 5 * MINUTE + 65 * SECOND)
  await pass(10 * SECOND)
  expect((await replayOf(server))?.position).toBe(paused)
  await steer({ state: 'playing', speed: 60 })
  await passUntil((replay) => (replay?.rounds ?? 0) > 0, 'it begins anew')
  await steer({ loop: false })
  await passUntil((replay) => replay?.state === 'ended', 'it is over')
  expect(await code(steer({ state: 'playing' }))).toBe('recording.not-ready')
  await play({ speed: 60 })
  await pass(SECOND)
  await steer({ state: 'ended' })
  expect(await replayOf(server)).toMatchObject({ state: 'ended', why: 'stopped' })
})

test('a device that is there, or was a moment ago, is not played for; one that speaks up ends it', async () => {
  const { server, clock, play, passUntil } = await center()
  const device = await server.device('smoke-1')
  await until(() => server.log.told.devices.get('smoke-1')?.link === 'online', 'it is online')
  expect(await play()).toMatchObject({
    status: 409,
    error: { code: 'recording.speaks', details: { device: 'smoke-1' } },
  })
  await publish(device, 'smoke-1', { smoke: 2 })
  await device.endAsync()
  await until(() => {
    clock.advance(SECOND)
    return server.log.told.devices.get('smoke-1')?.link === 'offline'
  }, 'it is gone')
  expect(await code(play())).toBe('recording.speaks')
  clock.advance(10 * MINUTE)
  expect((await play({ speed: 1 })).status).toBe(200)
  await passUntil((replay) => (replay?.played ?? 0) > 0, 'something is played')
  const back = await server.device('smoke-1')
  await publish(back, 'smoke-1', { smoke: 3 })
  await until(async () => (await replayOf(server))?.state === 'ended', 'it ends')
  expect(await replayOf(server)).toMatchObject({ why: 'device-spoke', device: 'smoke-1' })
  await until(() => recorded(server)?.playing === undefined, 'its devices say so no more')
})

test('what was played is nobody speaking: it can be played again at once, and nobody is missed for it', async () => {
  const { server, clock, play, passUntil } = await center()
  for (let i = 0; i < 2; i++) {
    expect((await play({ speed: 60 })).status).toBe(200)
    await passUntil((replay) => replay?.state === 'ended', 'it is over')
    await until(() => recorded(server)?.playing === undefined, 'its devices say so no more')
  }
  for (let i = 0; i < 600; i++) clock.advance(SECOND)
  expect(alarms(server)).toEqual(['smoke-1 smoke-high'])
})

test('after a restart nothing is played, and it is known where it stood', async () => {
  const { server, play, pass, recording } = await center()
  await play({ speed: 10 })
  await pass(12 * SECOND)
  await server.restart()
  expect(await replayOf(server)).toBeUndefined()
  expect(recorded(server)?.playing).toBeUndefined()
  const stood = (await server.ask(readRecording, { recording }, 'admin')).body.stood as number
  expect(stood).toBeGreaterThan(THEN + 100 * SECOND)
  expect((await play({ from: stood })).status).toBe(200)
})

test('a device retired, or the files deleted, while it plays', async () => {
  const { server, play, passUntil, recording } = await center()
  await play({ speed: 60, loop: true })
  await rm(join(server.folder, 'recordings'), { recursive: true })
  await passUntil((replay) => (replay?.rounds ?? 0) > 1, 'what is open is played on')
  await server.ask(retireDevice, { device: 'gas-1', reason: 'broken' }, 'admin')
  await passUntil((replay) => replay?.state === 'ended', 'it ends')
  expect(await replayOf(server)).toMatchObject({ why: 'device-gone', device: 'gas-1' })
  expect(await code(server.ask(playRecording, { recording }, 'admin'))).toBe('recording.gone')
})
