import { deviceKinds } from '#models/devices/index.ts'
import { whereNow } from '#models/moving.ts'
import type { Point } from '#shared/place/ring.ts'
import type { Device } from '#shared/world/devices.ts'
import { alarmedDevices, type Condition, conditionOf } from '../device-state.ts'
import type { WorldStore } from '../world-store.ts'

/** A device as thematic maps see it. */
export interface Thing {
  device: Device
  condition: Condition
  /** What it measured last; of one that is silent nothing is known. */
  values: Readonly<Record<string, number>> | undefined
  at: Point
}

/** All devices, each as it is now. */
export function allThings(world: WorldStore, now: number): Thing[] {
  const alarms = alarmedDevices(world)
  return [...world.world.devices.values()].map((device) => {
    const condition = conditionOf(device, world, alarms, now)
    const isHeard = condition !== 'away' && condition !== 'unknown'
    return {
      device,
      condition,
      values: isHeard ? world.latest(device.device)?.[1] : undefined,
      at: spotOf(device, world),
    }
  })
}

/** Longitude and latitude of where it is now. */
export function spotOf(device: Device, world: WorldStore): Point {
  const kind = deviceKinds.get(device.kind)
  const { lon, lat } = kind?.moves
    ? whereNow(kind, device.position, world.latest(device.device)?.[1]).position
    : device.position
  return [lon, lat]
}
