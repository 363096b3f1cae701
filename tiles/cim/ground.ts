import { z } from 'zod'
import { Line, LonLat, Ring } from './geometry.ts'

/** What covers the ground. Later ones lie upon earlier ones. */
export const Ground = z.object({
  kind: z.enum(['grass', 'water', 'road', 'plaza', 'path', 'sport', 'playground', 'parking', 'farmland', 'hill']),
  ring: Ring,
  name: z.string().max(100).optional(),
  /** Metres above the datum; of a hill: of its top. */
  height: z.number().min(-100).max(4000).optional(),
})
export type Ground = z.infer<typeof Ground>

export const Tree = z.object({
  at: LonLat,
  species: z.enum(['banyan', 'palm', 'camphor', 'ginkgo']),
  height: z.number().min(0.5).max(60),
})
export type Tree = z.infer<typeof Tree>

export const Wall = z.object({
  line: Line,
  height: z.number().min(0.2).max(10),
  kind: z.enum(['wall', 'fence', 'hedge']),
})
export type Wall = z.infer<typeof Wall>

export const Gate = z.object({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(100),
  at: LonLat,
  /** Degrees clockwise from north that one looks to when leaving. */
  heading: z.number().min(0).max(360),
  width: z.number().positive().max(40),
  /** `fire`: kept closed, for fire engines alone. */
  kind: z.enum(['vehicle', 'pedestrian', 'fire']),
})
export type Gate = z.infer<typeof Gate>
