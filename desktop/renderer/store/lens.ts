import { createStore } from 'zustand/vanilla'
import { contains, type Point, type Ring } from '#shared/place/ring.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Condition } from './device-state.ts'
import type { DimensionId } from './maps/dimensions.ts'
import { thematicMaps } from './maps/index.ts'
import type { Picks } from './maps/map.ts'
import { isPicked, pickedDimensions } from './maps/tally.ts'

/** Through which thematic map this screen looks at the community, and what is picked out of it. */
export interface Lens {
  map: string | undefined
  picks: Picks
  /** Drawn by hand: only what lies within. */
  area: Ring | undefined
  /** Somebody is drawing it. */
  drawing: boolean
}

const CLEAR: Omit<Lens, 'map'> = { picks: {}, area: undefined, drawing: false }

export const lens = createStore<Lens>(() => ({ map: undefined, ...CLEAR }))

/** Undefined: the community as it is, with all there is. */
export function openMap(map: string | undefined): void {
  if (map !== undefined && !thematicMaps.get(map)) return
  // The area stays: what else is there?
  const { area } = lens.getState()
  lens.setState({ map, ...CLEAR, ...(map !== undefined && { area }) })
}

/** Picks one more key of a dimension, or lets go of it. */
export function pick(dimension: DimensionId, key: string): void {
  const { picks } = lens.getState()
  const before = picks[dimension] ?? []
  const keys = before.includes(key) ? before.filter((one) => one !== key) : [...before, key]
  lens.setState({ picks: { ...picks, [dimension]: keys } })
}

/** Exactly these; picked already, they are let go of. */
export function pickAll(picks: Picks): void {
  const before = lens.getState().picks
  const isSame = JSON.stringify(before) === JSON.stringify(picks)
  lens.setState({ picks: isSame ? {} : picks })
}

export function startDrawing(drawing: boolean): void {
  lens.setState({ drawing })
}

export function drawArea(area: Ring | undefined): void {
  lens.setState({ area })
}

export function clearLens(): void {
  lens.setState(CLEAR)
}

export function forgetLens(): void {
  openMap(undefined)
}

export function isNarrowed({ picks, area }: Pick<Lens, 'picks' | 'area'>): boolean {
  return area !== undefined || pickedDimensions(picks).length > 0
}

/** Whether it is seen through the lens. Asked for what is narrowed alone: who, where it is now. */
export function admits({ map: id, picks, area }: Lens, device: Device, condition: Condition, at: () => Point): boolean {
  const map = id === undefined ? undefined : thematicMaps.get(id)
  if (!map) return true
  if (!map.wants(device.kind)) return false
  if (pickedDimensions(picks).some((dimension) => !isPicked({ device, condition }, dimension, picks))) return false
  return area === undefined || contains(area, at())
}
