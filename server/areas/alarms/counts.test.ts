import { expect, test } from 'vitest'
import { acknowledgeAlarms, countAlarms } from '#shared/contract/alarms.ts'
import { readDeviceHistory } from '#shared/contract/devices.ts'
import { SimulatedClock } from '#shared/time.ts'
import { publish, start } from '../../testing/start.ts'

const HOUR = 3_600_000

test('alarms are counted hour by hour and by grade, and what became of one is told with its device', async () => {
  const began = Math.floor(Date.now() / HOUR) * HOUR + 1000
  const clock = new SimulatedClock(began)
  const server = await start({ clock })
  const device = await server.device('smoke-1')
  const raise = async () => {
    await publish(device, 'smoke-1', { smoke: 20, temperature: 30 }, clock.now())
    const [alarm] = [...server.log.told.alarms.values()]
    clock.advance(1)
    await publish(device, 'smoke-1', { smoke: 0.1, temperature: 30 }, clock.now())
    return alarm?.alarm ?? ''
  }
  const first = await raise()
  expect((await server.ask(acknowledgeAlarms, { alarms: [first] }, 'operator')).status).toBe(200)
  // Meanwhile whoever signed in before is signed out, and the device is missed.
  clock.advance(HOUR)
  await raise()
  const counted = await server.ask(countAlarms, { hours: 2 }, 'commander')
  expect(counted.body).toEqual({
    from: began - 1000,
    counts: [
      { at: began - 1000, grade: 1, count: 1 },
      { at: began - 1000, grade: 3, count: 1 },
      { at: began - 1000 + HOUR, grade: 1, count: 1 },
    ],
  })
  expect((await server.ask(countAlarms, { hours: 1 }, 'commander')).body.counts).toHaveLength(1)
  expect((await server.ask(countAlarms, { hours: 0 }, 'commander')).status).toBe(400)

  const page = await server.ask(readDeviceHistory, { device: 'smoke-1', limit: 4 }, 'commander')
  expect(page.body.more).toBe(true)
  expect(page.body.events.map(({ type }: { type: string }) => type)).toEqual([
    'alarm:returned',
    'alarm:returned',
    'alarm:raised',
    'alarm:raised',
  ])
  const before = page.body.events[3].seq
  const rest = await server.ask(readDeviceHistory, { device: 'smoke-1', before }, 'commander')
  expect(rest.body.events.map(({ type }: { type: string }) => type)).toEqual([
    'alarm:acknowledged',
    'alarm:returned',
    'alarm:raised',
    'device:connected',
    'device:registered',
  ])
  expect(rest.body.more).toBe(false)
  expect((await server.ask(readDeviceHistory, { device: 'nobody' }, 'commander')).status).toBe(404)
})
