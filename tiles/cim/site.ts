import { z } from 'zod'
import { PlacePath } from '#shared/place/path.ts'
import { Position } from '#shared/place/position.ts'
import { DeviceEntry } from '#shared/world/devices.ts'

/** A closed line on the ground, without the repeated first point. */
export const Ring = z.array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])).min(3)
export type Ring = z.infer<typeof Ring>

export const Community = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  name: z.string().min(1).max(100),
  center: Position,
  /** Metres from the center within which everything lies. */
  radius: z.number().positive(),
})
export type Community = z.infer<typeof Community>

export const Building = z.object({
  place: PlacePath,
  name: z.string().min(1).max(100),
  use: z.enum(['residential', 'commercial', 'school', 'public', 'garage']),
  footprint: Ring,
  floors: z.number().int().min(1).max(200),
  floorHeight: z.number().positive().max(20),
})
export type Building = z.infer<typeof Building>

export const Ground = z.object({ kind: z.enum(['grass', 'water', 'road', 'plaza']), ring: Ring })
export type Ground = z.infer<typeof Ground>

/** A community as the server and the scene know it. */
export const Site = z.object({
  community: Community,
  grounds: z.array(Ground),
  buildings: z.array(Building),
})
export type Site = z.infer<typeof Site>

/** What a site folder holds: one readable file each. */
export const siteFiles = {
  'community.json': Community,
  'grounds.json': z.array(Ground),
  'buildings.json': z.array(Building),
  'devices.json': z.array(DeviceEntry),
} as const
