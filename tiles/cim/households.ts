import { z } from 'zod'
import { PlacePath } from '#shared/place/path.ts'

/** Personal data: asked for by permission, masked by default, never in a frame or a tile. */
export const Resident = z.object({
  name: z.string().min(1).max(64),
  sex: z.enum(['male', 'female']),
  birthYear: z.number().int().min(1900).max(2200),
  /** What helpers have to know before they knock. */
  needs: z
    .array(z.enum(['elderly-alone', 'disabled', 'wheelchair', 'infant', 'chronic-illness', 'pregnant']))
    .default([]),
})
export type Resident = z.infer<typeof Resident>

export const Household = z.object({
  home: PlacePath,
  tenure: z.enum(['owner', 'tenant']),
  residents: z.array(Resident).min(1).max(20),
})
export type Household = z.infer<typeof Household>
