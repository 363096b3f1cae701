import { useMemo } from 'react'
import { toLocal } from '#shared/place/local.ts'
import { useCenter, useSubject } from '../../store/hooks.ts'
import { useSite } from '../../store/site.ts'

/** So many times the community's size away, something does not stand where somebody wrote that it stands. */
const FAR = 3

/** How many devices are said to stand where no picture of the community will ever show them. */
export function useOutside(): number {
  const { world } = useCenter()
  const site = useSite()
  const version = useSubject('devices')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that devices changed
  return useMemo(() => {
    if (!site) return 0
    const { center, radius } = site.community
    let count = 0
    for (const { position } of world.world.devices.values()) {
      const { east, north } = toLocal(center, position.lon, position.lat)
      if (Math.hypot(east, north) > FAR * radius + 1000) count++
    }
    return count
  }, [site, version, world])
}
