import { refuse } from '#shared/errors.ts'
import { isWithin } from '#shared/place/path.ts'
import type { Device } from '#shared/world/devices.ts'
import type { World } from '#shared/world/world.ts'

/** One of the area of duty; of others nobody is told that they are there. */
export function ownDevice(world: World, id: string, duty: string): Readonly<Device> {
  const device = world.devices.get(id)
  return device && isWithin(device.place, duty) ? device : refuse('device.unknown', { device: id }, 'no such device')
}
