import { registry } from '#shared/registry.ts'
import { alarmLayer } from './alarms/alarm-layer.ts'
import { deviceLayer } from './devices/device-layer.ts'
import type { Layer } from './layer.ts'
import { placeLayer } from './place/place-layer.ts'

export const layers = registry<Layer>('layer', (layer) => layer.id, [placeLayer, deviceLayer, alarmLayer])
