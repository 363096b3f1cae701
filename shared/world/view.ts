import { z } from 'zod'

/** Where a camera looks, and what it takes in. */
export const View = z.object({
  /** Degrees clockwise from north. */
  heading: z.number().min(0).max(360),
  /** Degrees: 0 is level, below the horizon is negative. */
  tilt: z.number().min(-90).max(90),
  /** Degrees of its opening, from side to side. */
  angle: z.number().min(1).max(360),
  /** Metres as far as something is made out. */
  range: z.number().min(1).max(2000),
  /** Metres of the lens above the position of the device. */
  lens: z.number().min(0).max(100).default(0),
})
export type View = z.infer<typeof View>
