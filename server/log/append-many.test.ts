import { expect, test } from 'vitest'
import { systemClock } from '#shared/time.ts'
import { deviceRegistered } from '#shared/world/devices.ts'
import { SYSTEM } from '#shared/world/event.ts'
import { TestDisk } from '../testing/disk.ts'
import { MemoryStorage } from '../testing/memory-storage.ts'
import { EventLog } from './log.ts'

const MANY = 5000
const registered = (device: string) =>
  deviceRegistered('jinxiu/z1', {
    device,
    kind: 'smoke-detector',
    name: device,
    place: 'jinxiu/z1',
    position: { lon: 114, lat: 22, height: 0 },
    source: 'test',
  })
const many = Array.from({ length: MANY }, (_, i) => registered(`d${i}`))

test('another decision waits for all of it, sees all of it, and the log has no gap', async () => {
  const log = await EventLog.open(new MemoryStorage().asStorage, systemClock)
  const all = log.appendMany(() => many, SYSTEM)
  let seen = 0
  await log.append((world) => {
    seen = world.devices.size
    return [registered('after')]
  }, SYSTEM)
  await all
  expect([seen, log.told.devices.size, log.told.seq]).toEqual([MANY, MANY + 1, MANY + 1])
})

test('a commit that fails while it is applied leaves nothing of it, and what waited for it is decided anew', async () => {
  const disk = new TestDisk()
  const log = await EventLog.open(disk.wrap(new MemoryStorage().asStorage), systemClock)
  disk.failing = new Error('no space')
  const before = log.append(() => [registered('before')], SYSTEM)
  const all = log.appendMany(() => many, SYSTEM)
  await expect(before).rejects.toThrow()
  await expect(all).rejects.toThrow()
  expect([log.decided.devices.size, log.told.devices.size]).toEqual([0, 0])
  disk.failing = null
  await log.probe()
  await log.append(() => [registered('again')], SYSTEM)
  expect([...log.told.devices.ids()]).toEqual(['again'])
})
