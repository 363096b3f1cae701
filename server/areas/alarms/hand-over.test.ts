import { expect, test } from 'vitest'
import { acknowledgeAlarms, shelveAlarms } from '#shared/contract/alarms.ts'
import { takeOutOfService } from '#shared/contract/asides.ts'
import { handOverShift, readHandOver, takeOverShift } from '#shared/contract/hand-overs.ts'
import { MINUTE, SimulatedClock } from '#shared/time.ts'
import { World } from '#shared/world/world.ts'
import { publish, type Running, start } from '../../testing/start.ts'
import { until } from '../../testing/until.ts'

async function smoke(server: Running, clock: SimulatedClock, id: string): Promise<string> {
  clock.advance(1000)
  await publish(await server.device(id), id, { smoke: 12 }, clock.now())
  return [...server.log.told.alarms.values()].find(({ device }) => device === id)?.alarm ?? ''
}

test('what is open is written down, handed over, and confirmed by the one it was handed to; a restart keeps it', async () => {
  const clock = new SimulatedClock(Date.UTC(2026, 10, 22, 9))
  const server = await start({ clock })
  const first = await smoke(server, clock, 'smoke-1')
  const second = await smoke(server, clock, 'smoke-2')
  await server.ask(acknowledgeAlarms, { alarms: [first], note: '已派人' }, 'operator')
  await server.ask(shelveAlarms, { alarms: [second], minutes: 60, reason: '检修' }, 'operator')
  await server.ask(takeOutOfService, { place: 'jinxiu/z2/b02/b1', reason: '施工' }, 'commander')

  const preview = (await server.ask(readHandOver, {}, 'operator')).body
  expect(preview.handed).toBeUndefined()
  expect(preview.sheet).toMatchObject({
    open: { count: 1, list: [{ alarm: first, state: 'acknowledged', note: '已派人' }] },
    waiting: { count: 0 },
    shelved: { count: 1, list: [{ alarm: second, note: '检修' }] },
    outOfService: { count: 1, list: [{ place: 'jinxiu/z2/b02/b1', reason: '施工' }] },
    figures: { alarms: 2, chattering: 0 },
  })

  expect((await server.ask(handOverShift, { to: 'operator' }, 'operator')).error?.code).toBe('hand-over.to-oneself')
  expect((await server.ask(handOverShift, { to: 'viewer' }, 'operator')).error?.code).toBe('assignee.unknown')
  // Whose duty is a part does not take over the whole.
  expect((await server.ask(handOverShift, { to: 'zone1' }, 'operator')).error?.code).toBe('assignee.unknown')
  const screen = await server.screen('commander')
  const { handOver } = (await server.ask(handOverShift, { to: 'commander', note: '注意 1 栋' }, 'operator')).body
  await until(() => {
    clock.advance(100)
    return screen.world.handOvers.has(handOver)
  }, 'the screen hears of it')
  clock.advance(MINUTE)

  expect((await server.ask(takeOverShift, { handOver }, 'admin')).error?.code).toBe('hand-over.not-yours')
  expect((await server.ask(takeOverShift, { handOver: 'hand-over-nothing' }, 'admin')).error?.code).toBe(
    'hand-over.unknown',
  )
  expect((await server.ask(takeOverShift, { handOver, note: '收到' }, 'commander')).status).toBe(200)
  expect((await server.ask(takeOverShift, { handOver }, 'commander')).error?.code).toBe('hand-over.taken')

  await server.restart()
  const kept = (await server.ask(readHandOver, { handOver }, 'commander')).body
  expect(kept).toMatchObject({
    sheet: { open: { count: 1 }, shelved: { count: 1 } },
    handed: { by: { id: 'operator' }, to: { account: 'commander' }, note: '注意 1 栋' },
    taken: { note: '收到' },
  })
  expect(server.log.told.handOvers.get(handOver)).toMatchObject({ takenNote: '收到', counts: { open: 1, shelved: 1 } })
  // It is of the whole community: whoever has a part of it is not told.
  expect((await server.ask(readHandOver, { handOver }, 'zone1')).error?.code).toBe('hand-over.unknown')
  expect((await server.ask(readHandOver, {}, 'zone1')).body.sheet).toMatchObject({
    open: { count: 1 },
    shelved: { count: 0 },
  })
})

test('the last hundred are in the world, those of before in the log alone', async () => {
  const server = await start()
  const sheet = (await server.ask(readHandOver, {}, 'operator')).body.sheet
  const world = new World()
  for (let i = 0; i < 130; i++)
    world.apply({
      seq: i + 1,
      at: i,
      type: 'shift:handed-over',
      place: 'jinxiu',
      by: { kind: 'user', id: 'a' },
      data: { handOver: `hand-over-${100_000 + i}`, to: { account: 'b', name: 'B' }, sheet },
    })
  expect(world.handOvers.size).toBe(100)
  expect(world.handOvers.has('hand-over-100029')).toBe(false)
  expect(world.handOvers.has('hand-over-100129')).toBe(true)
})
