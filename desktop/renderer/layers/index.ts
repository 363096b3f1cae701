import { registry } from '#shared/registry.ts'
import { alarmLayer } from './alarms/alarm-layer.ts'
import { cameraLayer } from './cameras/camera-layer.ts'
import { deviceLayer } from './devices/device-layer.ts'
import { gridLayer } from './grids/grid-layer.ts'
import { heatLayer } from './heat/heat-layer.ts'
import type { Layer } from './layer.ts'
import { nameLayer } from './names/name-layer.ts'
import { peopleLayer } from './people/people-layer.ts'
import { trackLayer } from './tracks/track-layer.ts'
import { vehicleLayer } from './vehicles/vehicle-layer.ts'

/** From the lowest to the uppermost. */
export const layers = registry<Layer>('layer', (layer) => layer.id, [
  heatLayer,
  gridLayer,
  nameLayer,
  deviceLayer,
  cameraLayer,
  vehicleLayer,
  peopleLayer,
  trackLayer,
  alarmLayer,
])
