import type { DeviceEntry } from '#shared/world/devices.ts'
import { careDevices } from './care.ts'
import { peopleOnDuty } from './duty.ts'
import { environmentDevices } from './environment.ts'
import { chargers, equipmentDevices } from './equipment.ts'
import { fireDevices } from './fire.ts'
import { Installer } from './installer.ts'
import { securityDevices } from './security.ts'
import { utilityDevices } from './utilities.ts'
import type { World } from './world.ts'

/** Devices of every kind where such devices stand. */
export function placeDevices(world: World): DeviceEntry[] {
  const install = new Installer()
  for (const theme of [
    fireDevices,
    securityDevices,
    utilityDevices,
    environmentDevices,
    equipmentDevices,
    chargers,
    careDevices,
    peopleOnDuty,
  ])
    theme(install, world)
  return install.devices
}
