import { registry } from '#shared/registry.ts'
import { governanceMap } from './governance.ts'
import type { ThematicMap } from './map.ts'
import { qualityMap } from './quality.ts'
import { securityMap } from './security.ts'
import { serviceMap } from './service.ts'

/** In the order in which they are offered. */
export const thematicMaps = registry<ThematicMap>('thematic map', (map) => map.id, [
  securityMap,
  governanceMap,
  serviceMap,
  qualityMap,
])
