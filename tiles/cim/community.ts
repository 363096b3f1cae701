import { z } from 'zod'
import { PlacePath } from '#shared/place/path.ts'
import { Position } from '#shared/place/position.ts'
import { Ring } from './geometry.ts'

/** Somebody who answers for a place. */
export const InCharge = z.object({
  duty: z.string().min(1).max(40),
  name: z.string().min(1).max(64),
  phone: z.string().max(32).optional(),
})
export type InCharge = z.infer<typeof InCharge>

export const Community = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  name: z.string().min(1).max(100),
  center: Position,
  /** Metres of the ground, height 0 of every position here, above the ellipsoid: what Beidou height codes count from. */
  datum: z.number().min(-500).max(9000).default(0),
  /** Metres from the center within which everything lies. */
  radius: z.number().positive(),
  /** GB/T 42455.1 7.2.3: where it belongs to. */
  district: z.string().max(100).optional(),
  street: z.string().max(100).optional(),
  police: z.string().max(100).optional(),
  boundary: Ring.optional(),
})
export type Community = z.infer<typeof Community>

/** A grid unit (网格): every object within it belongs to it, and these people answer for it. */
export const Grid = z.object({
  place: PlacePath,
  name: z.string().min(1).max(100),
  ring: Ring,
  inCharge: z.array(InCharge).default([]),
})
export type Grid = z.infer<typeof Grid>
