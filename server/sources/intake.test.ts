import { expect, test } from 'vitest'
import { SimulatedClock } from '#shared/time.ts'
import { publish, start } from '../testing/start.ts'

const NOW = Date.UTC(2026, 10, 21, 12)

test('a clock that ran ahead does not silence what the device says next', async () => {
  const clock = new SimulatedClock(NOW)
  const server = await start({ clock })
  const device = await server.device('smoke-1')
  await publish(device, 'smoke-1', { smoke: 0.1 }, NOW + 290_000)
  clock.advance(1000)
  await publish(device, 'smoke-1', { smoke: 60 })
  expect([...server.log.told.alarms.values()]).toMatchObject([{ device: 'smoke-1', value: 60 }])
})

test('each metric has its own newest reading: one that is a little older than another still counts', async () => {
  const clock = new SimulatedClock(NOW)
  const server = await start({ clock })
  const device = await server.device('smoke-1')
  await publish(device, 'smoke-1', { temperature: 21 }, NOW)
  await publish(device, 'smoke-1', { smoke: 30 }, NOW - 1000)
  expect(server.log.told.alarms.size).toBe(1)
  // But smoke itself has spoken since.
  await publish(device, 'smoke-1', { smoke: 0.1 }, NOW - 2000)
  expect([...server.log.told.alarms.values()]).toMatchObject([{ state: 'unacknowledged', value: 30 }])
})
