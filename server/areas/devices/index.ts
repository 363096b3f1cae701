import type { DeviceKind } from '#models/kind.ts'
import {
  issueCredential,
  listDevices,
  pushReading,
  readDeviceHistory,
  readSeries,
  registerDevice,
  revokeCredential,
} from '#shared/contract/devices.ts'
import { refuse } from '#shared/errors.ts'
import { isWithin } from '#shared/place/path.ts'
import type { Registry } from '#shared/registry.ts'
import { deviceRegistered } from '#shared/world/devices.ts'
import { DeviceSecrets } from '../../access/devices.ts'
import type { Vault } from '../../access/vault.ts'
import { answer, decide, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'
import { dayOf, type Storage } from '../../log/storage.ts'
import type { Intake } from '../../sources/intake.ts'
import { ownDevice } from './own.ts'

interface Deps {
  log: EventLog
  storage: Storage
  vault: Vault
  kinds: Registry<DeviceKind>
  intake: Intake
  disconnect: (device: string) => void
}

export function deviceCalls({ log, storage, vault, kinds, intake, disconnect }: Deps): Served[] {
  const own = (id: string, duty: string) => ownDevice(log.told, id, duty)
  const setSecret = async (device: string, secret: string | null) => {
    await vault.put([DeviceSecrets.entry(device, secret)])
    disconnect(device)
  }
  return [
    answer(listDevices, (_, { duty }) => ({
      devices: [...log.told.devices.values()]
        .filter((device) => isWithin(device.place, duty))
        .map((device) => ({ ...device })),
    })),
    answer(readDeviceHistory, async ({ device, before, limit }, { duty }) => {
      own(device, duty)
      const found = await storage.eventsAbout(log.stream, device, { before, limit: limit + 1 })
      const events = found
        .slice(0, limit)
        .map(({ seq, at, type, by, data }) => ({ seq, at, type, by, data: { ...(data as object) } }))
      return { events, more: found.length > limit }
    }),
    decide(registerDevice, (world, entry, { duty }) => {
      if (world.devices.has(entry.device)) refuse('device.exists', { device: entry.device }, 'this device id is taken')
      if (!kinds.has(entry.kind)) refuse('kind.unknown', { kind: entry.kind }, 'no such kind of device')
      if (!isWithin(entry.place, duty))
        refuse('access.denied', { place: entry.place }, 'outside of the own area of duty')
      return [deviceRegistered(entry.place, { ...entry, source: 'operator' })]
    }),
    answer(issueCredential, async ({ device }, { duty }) => {
      own(device, duty)
      const secret = DeviceSecrets.fresh()
      await setSecret(device, secret)
      return { device, secret }
    }),
    answer(revokeCredential, async ({ device }, { duty }) => {
      own(device, duty)
      await setSecret(device, null)
      return {}
    }),
    answer(pushReading, async ({ readings }, { by }) => {
      // All are checked before the first is kept: a push is taken whole or refused whole.
      const checked = readings.map((message) => intake.check(by.id, message))
      await Promise.all(checked.map((one) => intake.keep(one)))
      return { kept: checked.length }
    }),
    answer(readSeries, async ({ device, metric, from, to, limit }, { duty }) => {
      own(device, duty)
      const points = await storage.readings(device, metric, from, to, limit + 1)
      const damaged = await storage.damagedDays()
      const missing = damaged.filter((day) => day >= dayOf(from) && day <= dayOf(to))
      return { points: points.slice(0, limit), more: points.length > limit, missing }
    }),
  ]
}
