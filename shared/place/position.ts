import { z } from 'zod'

/** WGS 84 / CGCS2000 degrees, and metres above the community's ground datum. */
export const Position = z.object({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  height: z.number().min(-1000).max(10_000),
})
export type Position = z.infer<typeof Position>
