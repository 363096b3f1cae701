import type { Text } from '#models/kind.ts'
import type { Enu } from '#shared/place/geodesy.ts'
import type { Position } from '#shared/place/position.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Sheet } from '../scene/content/content.ts'
import type { Condition } from '../store/device-state.ts'
import type { KnownSite } from '../store/site.ts'
import type { WorldStore } from '../store/world-store.ts'

export interface LayerContext {
  sheet: Sheet
  site: KnownSite
  world: WorldStore
  /** Metres east, north and up from the middle of the community. */
  local(position: Position): Enu
  /** The server's time. */
  now(): number
  /** What the person wants to see of it: keys of legend rows that are switched off. */
  isHidden(key: string): boolean
  /** Whether it is seen through the thematic map that is open. */
  admits(device: Device, condition: Condition): boolean
  /** Numbers or rows of the legend are others than before. */
  counted(): void
}

/** A line of the legend: what it looks like, how many there are, and whether it is shown. */
export interface LegendRow {
  /** `kind:smoke-detector`, `state:away`: what a filter calls it. */
  key: string
  name: Text
  image?: HTMLCanvasElement
  color?: string
  count: number
}

/** What the tones of a layer mean, from the least to the most. */
export interface Scale {
  ramp: readonly string[]
  least: Text
  most: Text
}

export interface ShownLayer {
  /** Rows by kind and by state; those of a layer that needs none: empty. */
  legend(): LegendRow[]
  /** How many things of it there are. */
  count(): number
  /** Rows were switched on or off. */
  filtered(): void
  stop(): void
}

/**
 * Something drawn over the place from the world store alone, once, for both scenes. A folder beside this file and a line
 * in index.ts.
 */
export interface Layer {
  id: string
  name: Text
  scale?: Scale
  /** Shown until somebody switches it off. */
  startsOn: boolean
  /** Keys of legend rows that are off until somebody switches them on. */
  startsHidden?: readonly string[]
  show(context: LayerContext): ShownLayer
}
