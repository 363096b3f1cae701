import {
  changeDevice,
  moveDevice,
  registerDevice,
  restoreDevice,
  retireDevice,
  serviceDevice,
} from '#shared/contract/registry.ts'
import { refuse } from '#shared/errors.ts'
import { isWithin } from '#shared/place/path.ts'
import { type Clock, HOUR } from '#shared/time.ts'
import { deviceServiced } from '#shared/world/device-changes.ts'
import { entryOf } from '#shared/world/device-entry.ts'
import type { Device } from '#shared/world/devices.ts'
import type { World } from '#shared/world/world.ts'
import { DeviceSecrets } from '../../access/devices.ts'
import type { Vault } from '../../access/vault.ts'
import { answer, decide, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'
import { dayOf } from '../../log/storage.ts'
import { checkEntry, checkPlace, type Knowing } from './check-entry.ts'
import { change, phoneChange, registration, restoration, retirement } from './drafts.ts'
import { refuseWhenTaken } from './taken.ts'

const FURTHEST_ZONE = 14 * HOUR

interface Deps extends Knowing {
  log: EventLog
  vault: Vault
  clock: Clock
  disconnect: (device: string) => void
}

/** What is known of devices, set by people: one at a time. */
export function registryCalls({ log, vault, clock, disconnect, ...knowing }: Deps): Served[] {
  const { places } = knowing
  return [
    answer(registerDevice, async ({ phone, ...entry }, { by, duty }) => {
      await places.readRoomsOf(entry.place)
      await log.append((world) => {
        refuseWhenTaken(world, entry.device)
        checkEntry(world, knowing, entry, duty)
        return registration(entry, { source: 'operator' }, phone)
      }, by)
      return {}
    }),
    answer(changeDevice, async ({ phone, seen, ...entry }, { by, duty }) => {
      await places.readRoomsOf(entry.place)
      await log.append((world) => {
        const device = known(world, entry.device, duty)
        checkSeen(device, seen)
        checkEntry(world, knowing, entry, duty)
        return [...change(world, device, entry), ...phoneChange(world, entry, phone)]
      }, by)
      return {}
    }),
    answer(moveDevice, async ({ device: id, place, position, seen }, { by, duty }) => {
      await places.readRoomsOf(place)
      await log.append((world) => {
        const device = known(world, id, duty)
        checkSeen(device, seen)
        checkPlace(places, { place, position }, duty)
        return change(world, device, { ...entryOf(device), place, position })
      }, by)
      return {}
    }),
    answer(retireDevice, async ({ device: id, reason }, { by, duty }) => {
      const rows = DeviceSecrets.retired(vault, id)
      await log.append(
        (world) => {
          const device = known(world, id, duty)
          refuseWhenGateway(world, id)
          return retirement(world, device, reason)
        },
        by,
        { vault: rows },
      )
      vault.adopt(rows)
      disconnect(id)
      return {}
    }),
    answer(restoreDevice, async ({ device: id }, { by, duty }) => {
      const rows = DeviceSecrets.forgotten(id)
      await log.append(
        (world) => {
          const kept = world.archive.get(id)?.retired?.device
          if (!kept || !isWithin(kept.place, duty)) return refuse('device.unknown', { device: id }, 'no retired device')
          // The world may have changed meanwhile.
          checkEntry(world, knowing, { ...kept, gateway: undefined }, duty)
          const { gateway } = kept
          const { gateway: _, ...alone } = kept
          return restoration(gateway && world.devices.has(gateway) ? kept : (alone as Device), clock.now())
        },
        by,
        { vault: rows },
      )
      vault.adopt(rows)
      return {}
    }),
    decide(serviceDevice, (world, said, { duty }) => {
      const device = known(world, said.device, duty)
      // A day counts from where on earth it is first: nobody's today is refused.
      if (said.on > dayOf(clock.now() + FURTHEST_ZONE))
        refuse('device.dates', { on: said.on }, 'a service in the future')
      return [deviceServiced(device.place, said)]
    }),
  ]
}

/** Those behind it would be spoken for by nobody, and nobody would notice. */
function refuseWhenGateway(world: World, id: string): void {
  const behind = world.devices.where('gateway', id).size
  if (behind > 0) refuse('gateway.in-use', { device: id, count: behind }, `${behind} devices name it as their gateway`)
}

/** What is not in the own area of duty, and what is not there at all, are answered alike. */
export function known(world: World, id: string, duty: string): Device {
  const device = world.devices.get(id)
  return device && isWithin(device.place, duty) ? device : refuse('device.unknown', { device: id }, 'no such device')
}

/** Two people at one device: the second is told, and does not undo the first without knowing. */
function checkSeen({ device, changedAt = 0, changedBy }: Device, seen: number | undefined): void {
  if (seen !== undefined && seen !== changedAt)
    refuse(
      'device.changed',
      { device, by: changedBy?.name ?? changedBy?.id, at: changedAt },
      'somebody has changed it meanwhile',
    )
}
