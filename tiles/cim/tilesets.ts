import { z } from 'zod'
import { Position } from '#shared/place/position.ts'

/** A tileset made elsewhere (a survey flight, a city's model), kept whole in the site folder and drawn beside our own. */
export const Tileset = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  name: z.string().min(1).max(100),
  /** Its entry, from the site folder: `tilesets/<id>/tileset.json`. */
  file: z.string().regex(/^tilesets\/[a-z0-9][a-z0-9-]*\/[^\\]+\.json$/),
  /** The middle of what it holds. */
  center: Position,
  /** Metres by which it is raised when it is drawn, for height systems that differ. */
  lift: z.number().min(-1000).max(1000).default(0),
})
export type Tileset = z.infer<typeof Tileset>
