import { useMemo } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { nameOfKind } from '../../store/describe.ts'
import { alarmedDevices, conditionOf } from '../../store/device-state.ts'
import { useCenter, useSlowNow, useSubject } from '../../store/hooks.ts'
import { placeName } from '../../store/place-name.ts'
import { useDevicesFound } from '../../store/search/use-devices-found.ts'
import { useSite } from '../../store/site.ts'
import type { DeviceLine } from './lines.ts'

/** All devices, each as it is now. What they are called is worked out when one is registered, how they are every few seconds. */
export function useLines(): DeviceLine[] {
  const { world } = useCenter()
  const site = useSite()
  const { t, language } = useSpeech()
  const now = useSlowNow()
  const devices = useSubject('devices')
  const alarms = useSubject('alarms')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the table
  const named = useMemo(
    () =>
      [...world.world.devices.values()].map((device) => ({
        device,
        kind: nameOfKind(device.kind)[language],
        where: placeName(site, device.place, t),
      })),
    [world, site, t, language, devices],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the table
  return useMemo(() => {
    const alarmed = alarmedDevices(world)
    return named.map((line) => ({ ...line, condition: conditionOf(line.device, world, alarmed, now) }))
  }, [named, world, now, alarms])
}

/** The devices that fit what is typed, found as the search finds them; undefined: nothing is typed. */
export function useFound(typed: string): ReadonlySet<string> | undefined {
  const found = useDevicesFound(typed, Number.POSITIVE_INFINITY)
  return useMemo(() => found && new Set(found.map(({ id }) => id)), [found])
}
