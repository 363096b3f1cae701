import type { Text } from '#models/kind.ts'
import { placeUpTo } from '#shared/place/path.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Condition } from '../device-state.ts'

/** What says how a key is called. */
export type KeyNames = 'condition' | 'kind' | 'place' | 'device'

/** Something by which things are told apart, counted, and picked out. */
export interface Dimension {
  id: string
  name: Text
  names: KeyNames
  /** Undefined: it has no part in this dimension. */
  keyOf(device: Device, condition: Condition): string | undefined
  /** In this order; else the most numerous first. */
  order?: readonly string[]
}

const condition: Dimension = {
  id: 'condition',
  name: { zh: '按状态', en: 'By state' },
  names: 'condition',
  keyOf: (_, is) => String(is),
  order: ['1', '2', '3', '4', 'away', 'unknown', 'calm'],
}

const kind: Dimension = {
  id: 'kind',
  name: { zh: '按类型', en: 'By kind' },
  names: 'kind',
  keyOf: (device) => device.kind,
}

const grid: Dimension = {
  id: 'grid',
  name: { zh: '按网格', en: 'By grid' },
  names: 'place',
  keyOf: ({ place }) => placeUpTo(place, 'zone'),
}

const building: Dimension = {
  id: 'building',
  name: { zh: '按建筑', en: 'By building' },
  names: 'place',
  keyOf: ({ place }) => placeUpTo(place, 'building'),
}

const device: Dimension = {
  id: 'device',
  name: { zh: '按设备', en: 'By device' },
  names: 'device',
  keyOf: (one) => one.device,
}

export const dimensions = { condition, kind, grid, building, device } as const
export type DimensionId = keyof typeof dimensions

export function isDimension(id: string): id is DimensionId {
  return Object.hasOwn(dimensions, id)
}
