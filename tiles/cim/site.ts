import { z } from 'zod'
import { DeviceEntry } from '#shared/world/devices.ts'
import { Building } from './buildings.ts'
import { Community, Grid } from './community.ts'
import { Facility } from './facilities.ts'
import { Gate, Ground, Tree, Wall } from './ground.ts'
import { Household } from './households.ts'
import { Roads } from './roads.ts'
import { Tileset } from './tilesets.ts'

/** A community as the server and the scene know it: all but its people and the insides of its buildings. */
export const Site = z.object({
  community: Community,
  grids: z.array(Grid),
  grounds: z.array(Ground),
  roads: Roads,
  walls: z.array(Wall),
  gates: z.array(Gate),
  trees: z.array(Tree),
  facilities: z.array(Facility),
  buildings: z.array(Building),
  /** The city around, drawn simpler and never spoken of. */
  surroundings: z.object({ grounds: z.array(Ground), buildings: z.array(Building) }),
  tilesets: z.array(Tileset),
})
export type Site = z.infer<typeof Site>

/** What a site folder holds: one readable file each, and the insides of buildings (interiors.ts). */
export const siteFiles = {
  'community.json': Community,
  'grids.json': z.array(Grid),
  'grounds.json': z.array(Ground),
  'roads.json': Roads,
  'walls.json': z.array(Wall),
  'gates.json': z.array(Gate),
  'trees.json': z.array(Tree),
  'facilities.json': z.array(Facility),
  'buildings.json': z.array(Building),
  'surroundings.json': Site.shape.surroundings,
  'tilesets.json': z.array(Tileset),
  'devices.json': z.array(DeviceEntry),
  'households.json': z.array(Household),
} as const

export type SiteFile = keyof typeof siteFiles
