import { deviceKinds } from '#models/devices/index.ts'
import { toLocal } from '#shared/place/local.ts'
import { isPosition } from '#shared/place/position.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Community } from '#tiles/cim/community.ts'

/** So many times the community's size away, something does not stand where somebody wrote that it stands. */
const FAR = 3

/** Devices that a picture of the community cannot show, or not as what they are. */
export interface OddDevices {
  /** Said to stand where no picture of the community will ever show them. */
  outside: number
  nowhere: number
  unknownKind: number
}

export function countOdd(devices: Iterable<Device>, { center, radius }: Community): OddDevices {
  const odd = { outside: 0, nowhere: 0, unknownKind: 0 }
  const reach = FAR * radius + 1000
  for (const { kind, position } of devices) {
    if (!deviceKinds.has(kind)) odd.unknownKind++
    if (!isPosition(position)) {
      odd.nowhere++
      continue
    }
    const { east, north } = toLocal(center, position.lon, position.lat)
    if (Math.hypot(east, north, position.height) > reach) odd.outside++
  }
  return odd
}
