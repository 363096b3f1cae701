import { z } from 'zod'
import { PlacePath } from '#shared/place/path.ts'
import { Position } from '#shared/place/position.ts'

/** Things that stand about: furniture, lamps, hydrants, sheds. `kind` names the model that is drawn. */
export const Facility = z.object({
  id: z.string().min(1).max(64),
  kind: z.string().min(1).max(40),
  name: z.string().max(100).optional(),
  place: PlacePath,
  position: Position,
  /** Degrees clockwise from north of its front. */
  heading: z.number().min(0).max(360).default(0),
})
export type Facility = z.infer<typeof Facility>
