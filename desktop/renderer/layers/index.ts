import { registry } from '#shared/registry.ts'
import { alarmLayer } from './alarms/alarm-layer.ts'
import { blockLayer } from './blocks/block-layer.ts'
import { deviceLayer } from './devices/device-layer.ts'
import type { Layer } from './layer.ts'

export const layers = registry<Layer>('layer', (layer) => layer.id, [blockLayer, deviceLayer, alarmLayer])
