import {
  issueCredential,
  listDevices,
  pushReading,
  readDeviceHistory,
  readSeries,
  revokeCredential,
} from '#shared/contract/devices.ts'
import { holds } from '#shared/contract/roles.ts'
import { refuse } from '#shared/errors.ts'
import { isWithin } from '#shared/place/path.ts'
import { allSeen } from '#shared/world/sight.ts'
import { areas } from '#shared/world/world.ts'
import { DeviceSecrets } from '../../access/devices.ts'
import type { Vault } from '../../access/vault.ts'
import { answer, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'
import { dayOf, type Storage } from '../../log/storage.ts'
import type { Intake } from '../../sources/intake.ts'
import { ownDevice } from './own.ts'

interface Deps {
  log: EventLog
  storage: Storage
  vault: Vault
  intake: Intake
  disconnect: (device: string) => void
}

/** What any frame carries. */
const told = new Set<string>(areas.filter(({ see }) => see !== null).map(({ name }) => name))

export function deviceCalls({ log, storage, vault, intake, disconnect }: Deps): Served[] {
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
    answer(readDeviceHistory, async ({ device, before, limit }, { duty, role }) => {
      const manages = holds(role, 'devices.manage')
      const place = log.told.devices.get(device)?.place ?? (manages ? log.told.archive.get(device)?.place : undefined)
      if (place === undefined || !isWithin(place, duty)) refuse('device.unknown', { device }, 'no such device')
      // What happened where it stood before is told to whoever may see that place.
      const found = await storage.eventsAbout(log.stream, device, { before, limit: limit + 1, within: duty })
      // What no frame carries is not told here either.
      const events = allSeen(found.slice(0, limit), { place: duty, areas: told }).map(
        ({ seq, at, type, by, data }) => ({
          seq,
          at,
          type,
          by,
          data: data as object,
        }),
      )
      return { events, more: found.length > limit }
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
