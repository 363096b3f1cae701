import { z } from 'zod'

const Finite = z.number().refine(Number.isFinite)

/** Where a camera stood: what it looked at (metres from the middle of the community), the way, how far; and the building it was in. */
export const Vantage = z.object({
  pose: z.object({
    target: z.object({ east: Finite, north: Finite, up: Finite }),
    heading: Finite,
    pitch: Finite,
    range: z.number().positive(),
  }),
  building: z.string().max(200).optional(),
  arrangement: z
    .object({ mode: z.enum(['closed', 'apart', 'alone']), floor: z.number().int().optional(), seeThrough: z.boolean() })
    .optional(),
})
export type Vantage = z.infer<typeof Vantage>
