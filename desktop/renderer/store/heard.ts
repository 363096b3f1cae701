import { deviceKinds } from '#models/devices/index.ts'
import type { Device } from '#shared/world/devices.ts'
import type { WorldStore } from './world-store.ts'

/** Twice its interval without a word, and a device's last number is old. */
export function silentFrom(kind: string, measuredAt: number): number {
  return measuredAt + (deviceKinds.get(kind)?.everySeconds ?? 60) * 2000 + 5000
}

export function isStale(kind: string, measuredAt: number, now: number): boolean {
  return now > silentFrom(kind, measuredAt)
}

/** A connection alone says nothing: a device is heard when a valid reading of it is fresh. */
export function isHeard(world: WorldStore, device: Device, now: number): boolean {
  const latest = world.latest(device.device)
  return latest !== undefined && !isStale(device.kind, latest[0], now)
}

export function countUnheard(world: WorldStore, now: number): number {
  let count = 0
  for (const device of world.world.devices.values()) if (!isHeard(world, device, now)) count++
  return count
}
