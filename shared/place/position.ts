import { z } from 'zod'

/** WGS 84 / CGCS2000 degrees, and metres above the community's ground datum. */
export const Position = z.object({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  height: z.number().min(-1000).max(10_000),
})
export type Position = z.infer<typeof Position>

/** Says the same as the schema, for what is looked at by the hundred thousand. */
export function isPosition(said: Partial<Record<keyof Position, unknown>> | null | undefined): said is Position {
  return within(said?.lon, -180, 180) && within(said?.lat, -90, 90) && within(said?.height, -1000, 10_000)
}

function within(said: unknown, least: number, most: number): boolean {
  return typeof said === 'number' && said >= least && said <= most
}
