import type { DeviceKind } from '#models/kind.ts'
import { refuse } from '#shared/errors.ts'
import { isWithin } from '#shared/place/path.ts'
import type { Registry } from '#shared/registry.ts'
import type { DeviceEntry } from '#shared/world/device-entry.ts'
import type { World } from '#shared/world/world.ts'
import type { KnownPlaces } from './known-places.ts'

export interface Knowing {
  kinds: Registry<DeviceKind>
  places: KnownPlaces
}

/** Refuses what cannot be true of a device, and what is not for whoever says it. */
export function checkEntry(world: World, { kinds, places }: Knowing, entry: DeviceEntry, duty: string): void {
  if (!kinds.has(entry.kind)) refuse('kind.unknown', { kind: entry.kind }, 'no such kind of device')
  checkPlace(places, entry, duty)
  checkDates(entry)
  const { gateway, device } = entry
  if (gateway !== undefined && (gateway === device || !world.devices.has(gateway)))
    refuse('gateway.unknown', { gateway }, 'no such device to speak for it')
  // One that is spoken for speaks for nobody.
  if (gateway !== undefined && world.devices.get(gateway)?.gateway !== undefined)
    refuse('gateway.unknown', { gateway }, 'somebody else speaks for it')
}

/** A slip of the keys would silence reminders for decades. */
function checkDates({ installedAt, warrantyUntil, servicedAt }: DeviceEntry): void {
  if (installedAt && warrantyUntil && warrantyUntil < installedAt)
    refuse('device.dates', { installedAt, warrantyUntil }, 'the warranty ends before it was installed')
  if (installedAt && servicedAt && servicedAt < installedAt)
    refuse('device.dates', { installedAt, servicedAt }, 'it was looked after before it was installed')
}

export function checkPlace(
  places: KnownPlaces,
  { place, position }: Pick<DeviceEntry, 'place' | 'position'>,
  duty: string,
): void {
  if (!isWithin(place, duty)) refuse('access.denied', { place }, 'outside of the own area of duty')
  if (!places.has(place)) refuse('place.unknown', { place }, 'the community has no such place')
  if (places.isFar(position)) refuse('place.too-far', { ...position }, 'kilometres away from the community')
}
