import { expect, test } from 'vitest'
import { pushReading } from '#shared/contract/devices.ts'
import type { DeviceEntry } from '#shared/world/devices.ts'
import { DeviceSecrets } from '../../access/devices.ts'
import { secretOf, testDevices } from '../../testing/site.ts'
import { publish, start } from '../../testing/start.ts'
import { until } from '../../testing/until.ts'

const post = { lon: 114, lat: 22.5, height: 0 }
const guard: DeviceEntry = { device: 'guard-1', kind: 'guard-terminal', name: 'g', place: 'jinxiu/z1', position: post }

test('who moves says where, to the last digit, and calls for help from there', async () => {
  const server = await start({ devices: [...testDevices, guard] })
  await server.app.vault.put([DeviceSecrets.entry('guard-1', secretOf('guard-1'))])
  const device = await server.device('guard-1')
  const there = { lon: 114.0012345, lat: 22.5009876, heading: 271.5, speed: 1.4 }
  const screen = await server.screen('operator')
  await publish(device, 'guard-1', there)
  const frame = await until(() => screen.frames.find(({ values }) => values?.['guard-1']), 'its position on a screen')
  expect(frame.values?.['guard-1']?.[1]).toEqual(there)
  // A call for help may come without a position: the one before counts.
  await publish(device, 'guard-1', { sos: 1 })
  expect([...server.log.told.alarms.values()]).toMatchObject([
    { rule: 'sos', position: { lon: 114.0012345, lat: 22.5009876, height: 0 } },
  ])
  const nowhere = { readings: [{ values: { lon: 181, lat: 22.5 } }] }
  const { error } = await server.ask(pushReading, nowhere, { device: 'guard-1', secret: secretOf('guard-1') })
  expect(error).toMatchObject({ code: 'reading.invalid', details: { metric: 'lon' } })
  expect(server.log.told.devices.get('guard-1')?.position).toEqual(post)
  await until(async () => (await server.storage.readings('guard-1', 'lon', 0, Date.now() + 1, 9)).length > 0, 'kept')
  expect((await server.storage.readings('guard-1', 'lon', 0, Date.now() + 1, 9)).map(([, lon]) => lon)).toEqual([
    114.0012345,
  ])
})
