import { expect, test } from 'vitest'
import { acknowledgeAlarms, closeAlarms, listAlarms } from '#shared/contract/alarms.ts'
import { pushReading, readSeries } from '#shared/contract/devices.ts'
import { TestDisk } from './testing/disk.ts'
import { secretOf } from './testing/site.ts'
import { publish, start } from './testing/start.ts'
import { until } from './testing/until.ts'

test('smoke travels from the detector to every screen, is acknowledged once, survives a restart, and ends', async () => {
  const server = await start()
  const first = await server.screen('operator')
  const second = await server.screen('viewer')
  const detector = await server.device('smoke-1')

  await publish(detector, 'smoke-1', { smoke: 12, temperature: 40 })
  const { body } = await server.ask(listAlarms, {}, 'viewer')
  expect(body.alarms).toMatchObject([{ device: 'smoke-1', rule: 'smoke-high', state: 'unacknowledged', grade: 1 }])
  const id = body.alarms[0].alarm as string
  await until(() => second.world.alarms.get(id), 'the alarm on a screen')

  expect(await first.ask(acknowledgeAlarms, { alarms: [id], note: '已派人' })).toEqual({
    ok: true,
    value: { done: [id], refused: [] },
  })
  const seen = await until(() => {
    const alarm = second.world.alarms.get(id)
    return alarm?.state === 'acknowledged' && alarm
  }, 'the acknowledgement on the other screen')
  expect(seen).toMatchObject({ acknowledgedBy: { kind: 'user', id: 'operator', name: 'OPERATOR' }, note: '已派人' })
  expect(seen.acknowledgedAt).toBeGreaterThan(Date.now() - 10_000)

  const again = await server.ask(acknowledgeAlarms, { alarms: [id] }, 'commander')
  expect(again.status).toBe(409)
  expect(again.error).toMatchObject({ code: 'alarm.already-acknowledged', details: { by: 'OPERATOR' } })
  const before = server.log.told.alarms.get(id)

  await server.restart()
  expect(server.log.told.alarms.get(id)).toEqual(before)
  const third = await server.screen('viewer')
  expect(third.world.alarms.get(id)).toEqual(before)
  const series = await server.ask(readSeries, { device: 'smoke-1', metric: 'smoke', from: 0, to: Date.now() }, 'viewer')
  expect(series.body.points.map(([, value]: number[]) => value)).toEqual([12])

  await publish(await server.device('smoke-1'), 'smoke-1', { smoke: 0.3 })
  await until(() => third.world.alarms.get(id)?.state === 'settled', 'on a screen that it is gone, and to be closed')
  const close = { alarms: [id], verdict: 'false', cause: '烹饪油烟', disposal: '已到场核实' }
  expect((await server.ask(closeAlarms, close, 'operator')).status).toBe(200)
  await until(() => !third.world.alarms.has(id), 'the end of the alarm on a screen')
  expect((await server.ask(listAlarms, {}, 'viewer')).body.alarms).toEqual([])
  expect(third.gaps).toBe(0)
})

test('a publish is acknowledged, and told, after the commit and not before', async () => {
  const disk = new TestDisk()
  const server = await start({ wrap: disk.wrap })
  const screen = await server.screen('viewer')
  const detector = await server.device('smoke-1')
  await until(() => server.log.told.devices.get('smoke-1')?.link === 'online', 'the link')

  disk.hold()
  let acknowledged = false
  const publishing = publish(detector, 'smoke-1', { smoke: 50 }).then(() => {
    acknowledged = true
  })
  await until(() => disk.held === 1, 'the commit to be under way')
  // The answer to a call that needs no disk proves that the server had every chance to acknowledge meanwhile.
  for (let i = 0; i < 5; i++) await server.ask(listAlarms, {}, 'viewer')
  expect(acknowledged).toBe(false)
  expect(server.log.decided.alarms.size).toBe(1)
  expect((await server.ask(listAlarms, {}, 'viewer')).body.alarms).toEqual([])
  expect(screen.world.alarms.size).toBe(0)

  disk.release()
  await publishing
  expect((await server.ask(listAlarms, {}, 'viewer')).body.alarms).toHaveLength(1)
  await until(() => screen.world.alarms.size === 1, 'the alarm on the screen')
})

test('an HTTP push is answered after the commit, is taken whole or refused whole', async () => {
  const disk = new TestDisk()
  const server = await start({ wrap: disk.wrap })
  const device = { device: 'gas-1', secret: secretOf('gas-1') }
  disk.hold()
  let answered = false
  const pushing = server.ask(pushReading, { readings: [{ values: { lel: 30 } }] }, device).finally(() => {
    answered = true
  })
  await until(() => disk.held === 1, 'the commit to be under way')
  expect(answered).toBe(false)
  disk.release()
  expect(await pushing).toMatchObject({ status: 200, body: { kept: 1 } })
  const alarms = (await server.ask(listAlarms, {}, 'viewer')).body.alarms
  expect(alarms).toMatchObject([{ device: 'gas-1', rule: 'gas-high' }])

  const now = Date.now()
  const half = [
    { at: now, values: { lel: 1 } },
    { at: now + 1, values: { lel: 1000 } },
  ]
  expect((await server.ask(pushReading, { readings: half }, device)).error?.code).toBe('reading.invalid')
  const { body } = await server.ask(readSeries, { device: 'gas-1', metric: 'lel', from: 0, to: now + 10 }, 'viewer')
  expect(body.points.map(([, value]: number[]) => value)).toEqual([30])
})

test('a reading that comes late is kept as history and judged no more', async () => {
  const server = await start()
  const detector = await server.device('smoke-1')
  const now = Date.now()
  await publish(detector, 'smoke-1', { smoke: 0.2 }, now)
  await publish(detector, 'smoke-1', { smoke: 60 }, now - 60_000)
  expect(server.log.told.alarms.size).toBe(0)
  await server.restart()
  const screen = await server.screen('viewer')
  await until(() => screen.follower.values.has('smoke-1'), 'the readings of before the restart')
  await publish(await server.device('smoke-1'), 'smoke-1', { smoke: 60 }, now - 50_000)
  expect(server.log.told.alarms.size).toBe(0)
  expect(await server.storage.readings('smoke-1', 'smoke', 0, now, 10)).toEqual([
    [now - 60_000, 60],
    [now - 50_000, 60],
    [now, 0.2],
  ])
})
