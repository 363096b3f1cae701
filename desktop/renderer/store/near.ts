import { deviceKinds } from '#models/devices/index.ts'
import { whereNow } from '#models/moving.ts'
import { around, type Spot } from '#models/near.ts'
import { placeUpTo } from '#shared/place/path.ts'
import type { Position } from '#shared/place/position.ts'
import { isPosition } from '#shared/place/position.ts'
import { centroid } from '#shared/place/ring.ts'
import type { Device } from '#shared/world/devices.ts'
import { buildingAt } from './place-name.ts'
import type { Selection } from './selection.ts'
import type { KnownSite } from './site.ts'
import type { WorldStore } from './world-store.ts'

export type { Spot } from '#models/near.ts'

export interface Near {
  device: Device
  /** As the crow flies, without height. */
  metres: number
  /** A camera that has it before it. */
  sees: boolean
}

/** Where that is which is chosen: undefined, nothing is, or nobody knows where. */
export function spotOfChosen(
  chosen: Pick<Selection, 'alarm' | 'device' | 'place'>,
  world: WorldStore,
  site: KnownSite | undefined,
): Spot | undefined {
  const spot = whereIs(chosen, world, site)
  // An alarm may come without a place, and what somebody sends may be no position at all.
  return spot && isPosition(spot.position) ? spot : undefined
}

function whereIs(
  { alarm: alarmId, device: deviceId, place }: Pick<Selection, 'alarm' | 'device' | 'place'>,
  world: WorldStore,
  site: KnownSite | undefined,
): Spot | undefined {
  const alarm = alarmId === undefined ? undefined : world.get('alarms', alarmId)
  if (alarm) return alarm
  const device = deviceId === undefined ? undefined : world.get('devices', deviceId)
  if (device) {
    const { position, reported } = whereNow(
      deviceKinds.get(device.kind),
      device.position,
      world.latest(device.device)?.[1],
    )
    // What goes about is where it is, not in the house where it belongs.
    return { position, place: reported ? (placeUpTo(device.place, 'community') as string) : device.place }
  }
  if (place === undefined || !site) return undefined
  const building = buildingAt(site, place)
  if (building?.position) return { position: building.position, place }
  const ring = site.grids.find((grid) => grid.place === place)?.ring
  if (!ring) return undefined
  const [lon, lat] = centroid(ring)
  return { position: { lon, lat, height: 0 }, place }
}

function placeNow(device: Device, world: WorldStore): Position {
  const kind = deviceKinds.get(device.kind)
  return whereNow(kind, device.position, world.latest(device.device)?.[1]).position
}

/** The nearest of some devices; those that see the spot come before those that only stand near by. */
export function nearest(
  spot: Spot,
  devices: Iterable<Device>,
  world: WorldStore,
  most: number,
  reach = Number.POSITIVE_INFINITY,
): Near[] {
  const standing = (device: Device) => ({ place: device.place, position: placeNow(device, world), view: device.view })
  return around(spot, devices, standing, reach)
    .sort((a, b) => Number(b.sees) - Number(a.sees) || a.metres - b.metres)
    .slice(0, most)
    .map(({ one, ...near }) => ({ device: one, ...near }))
}
