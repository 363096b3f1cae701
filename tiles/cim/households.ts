import { z } from 'zod'
import { ResidentNeed, Sex } from '#shared/contract/people.ts'
import { PlacePath } from '#shared/place/path.ts'

/** Personal data: asked for by permission, masked by default, never in a frame or a tile. */
export const Resident = z.object({
  name: z.string().min(1).max(64),
  sex: Sex,
  birthYear: z.number().int().min(1900).max(2200),
  needs: z.array(ResidentNeed).default([]),
})
export type Resident = z.infer<typeof Resident>

export const Household = z.object({
  home: PlacePath,
  tenure: z.enum(['owner', 'tenant']),
  residents: z.array(Resident).min(1).max(20),
})
export type Household = z.infer<typeof Household>
