import { z } from 'zod'
import { PlacePath } from '#shared/place/path.ts'
import { Position } from '#shared/place/position.ts'
import { Ring, Xyz } from './geometry.ts'

export const buildingUses = [
  'residential',
  'commercial',
  'school',
  'kindergarten',
  'clinic',
  'market',
  'public',
  'police',
  'fire',
  'office',
  'garage',
  'utility',
] as const

/** A standard address: GB/T 42455.1 7.2.3 a) 2. The coordinates are the building's position. */
export const Address = z.object({
  door: z.string().min(1).max(100),
  district: z.string().max(100).optional(),
  police: z.string().max(100).optional(),
  street: z.string().max(100).optional(),
  community: z.string().max(100).optional(),
})
export type Address = z.infer<typeof Address>

export const Facade = z.object({
  /** What the walls are made of, and so how they look. */
  material: z.enum(['plaster', 'brick', 'tile', 'glass', 'concrete', 'stone']),
  color: z.string().regex(/^#[0-9a-f]{6}$/),
  /** The share of a storey's wall that is window. */
  glazing: z.number().min(0).max(0.95),
  balconies: z.boolean().default(false),
})
export type Facade = z.infer<typeof Facade>

export const Roof = z.object({ kind: z.enum(['flat', 'gable', 'hip']), height: z.number().min(0).max(20).default(0) })
export type Roof = z.infer<typeof Roof>

/** A building of several volumes: a podium with a tower on it, a stair head on a roof. */
export const Part = z.object({
  ring: Ring,
  fromFloor: z.number().int(),
  toFloor: z.number().int(),
  roof: Roof.optional(),
})
export type Part = z.infer<typeof Part>

/**
 * What a survey saw of a building, where it is more than walls raised on a footprint. Points are metres east, north
 * and up from the building's position; the first ring runs counter-clockwise seen from outside, the others are holes.
 */
export const Surface = z.object({
  kind: z.enum(['wall', 'roof', 'ground']),
  rings: z.array(z.array(Xyz).min(3)).min(1),
})
export type Surface = z.infer<typeof Surface>

/** The building archive: GB/T 42455.1 7.2.3 a) 1. */
export const Building = z.object({
  place: PlacePath,
  /** 建筑编号 */
  number: z.string().max(64).optional(),
  name: z.string().min(1).max(100),
  position: Position.optional(),
  builtYear: z.number().int().min(1000).max(2200).optional(),
  status: z.enum(['planned', 'construction', 'in-use', 'vacant', 'dangerous', 'demolished']).default('in-use'),
  /** 使用年限 */
  designLife: z.number().int().positive().max(500).optional(),
  use: z.enum(buildingUses),
  structure: z.enum(['frame', 'shear-wall', 'frame-shear-wall', 'brick-concrete', 'steel', 'timber']).optional(),
  footprint: Ring,
  /** Courtyards within the footprint. */
  holes: z.array(Ring).default([]),
  /** Storeys above the ground. */
  floors: z.number().int().min(1).max(200),
  basements: z.number().int().min(0).max(10).default(0),
  floorHeight: z.number().positive().max(20),
  /** 建筑高度, metres from the ground to the top, where it is known better than storeys tell. */
  height: z.number().positive().max(1500).optional(),
  /** 总建筑面积, square metres. */
  area: z.number().positive().optional(),
  drawings: z.array(z.object({ name: z.string().max(100), file: z.string().max(300) })).default([]),
  address: Address.optional(),
  units: z.number().int().min(1).max(20).default(1),
  parts: z.array(Part).default([]),
  facade: Facade.optional(),
  roof: Roof.optional(),
  /** When there is one, it is drawn in place of footprint, parts and roof. */
  shell: z.array(Surface).min(4).optional(),
  /** 7.2.3 b): when and from where it came. */
  recordedAt: z.iso.date().optional(),
  source: z.string().max(100).optional(),
})
export type Building = z.infer<typeof Building>
