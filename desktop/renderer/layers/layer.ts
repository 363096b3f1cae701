import type { Site } from '#tiles/cim/site.ts'
import type { Globe } from '../scene/globe/globe.ts'
import type { WorldStore } from '../store/world-store.ts'

export interface LayerContext {
  globe: Globe
  site: Site
  world: WorldStore
}

/** Something drawn over the place, from the world store alone. A folder beside this file and a line in index.ts. */
export interface Layer {
  id: string
  /** Draws, keeps itself up to date, and returns how to take it away. */
  show(context: LayerContext): () => void
}
