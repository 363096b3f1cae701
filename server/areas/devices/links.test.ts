import { expect, test } from 'vitest'
import { SimulatedClock } from '#shared/time.ts'
import { start } from '../../testing/start.ts'
import { until } from '../../testing/until.ts'

test('a device is online at once, and gone only when it does not come back', async () => {
  const clock = new SimulatedClock(Date.now())
  const server = await start({ clock })
  const link = () => server.log.told.devices.get('smoke-1')?.link
  const links = () => server.log.told.seq
  const first = await server.device('smoke-1')
  await until(() => link() === 'online', 'online')
  const seq = links()
  await first.endAsync(true)
  const second = await server.device('smoke-1')
  clock.advance(11_000)
  expect(link()).toBe('online')
  expect(links()).toBe(seq)
  await second.endAsync(true)
  await until(() => {
    clock.advance(1000)
    return link() === 'offline'
  }, 'offline')
})
