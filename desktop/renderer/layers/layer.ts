import type { Tiles } from '#shared/contract/place.ts'
import type { Site } from '#tiles/cim/site.ts'
import type { Globe } from '../scene/globe/globe.ts'
import type { WorldStore } from '../store/world-store.ts'

/** Its tiles are being loaded for the first time, are still being made, cannot be shown, or are shown in part. */
export type PlaceNotice = 'loading' | 'building' | 'failed' | 'missing'

export interface LayerContext {
  globe: Globe
  site: Site
  /** Where the shapes of the place lie; `address` makes of a path on the server one that can be fetched. */
  tiles: Tiles
  address(path: string): string
  /** What the person in front of the screen should know of the place; undefined: nothing. */
  notice(about: PlaceNotice | undefined): void
  world: WorldStore
}

/** Something drawn over the place, from the world store alone. A folder beside this file and a line in index.ts. */
export interface Layer {
  id: string
  /** Draws, keeps itself up to date, and returns how to take it away. */
  show(context: LayerContext): () => void
}
