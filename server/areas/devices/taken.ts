import { refuse } from '#shared/errors.ts'
import type { World } from '#shared/world/world.ts'

/** Whether an id belongs to a device, in use or retired. */
export function isTaken(world: World, id: string): boolean {
  return world.devices.has(id) || world.archive.get(id)?.retired !== undefined
}

/** All that are taken, by what they are without capitals: ids that differ by case alone are one to whoever reads or types them. */
export function takenIds(world: World): Map<string, string> {
  const taken = new Map<string, string>()
  for (const { device, retired } of world.archive.values()) if (retired) taken.set(device.toLowerCase(), device)
  for (const id of world.devices.ids()) taken.set(id.toLowerCase(), id)
  return taken
}

export function refuseWhenTaken(world: World, id: string): void {
  const taken = isTaken(world, id) ? id : takenIds(world).get(id.toLowerCase())
  if (taken !== undefined) refuse('device.exists', { device: taken }, `this device id is taken: ${taken}`)
}
