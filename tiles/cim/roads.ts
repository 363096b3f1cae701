import { z } from 'zod'
import { Line, LonLat } from './geometry.ts'

export const RoadNode = z.object({ id: z.string().min(1).max(64), at: LonLat })
export type RoadNode = z.infer<typeof RoadNode>

/** A piece of road between two nodes: what vehicles and people move on. */
export const RoadEdge = z.object({
  id: z.string().min(1).max(64),
  name: z.string().max(100).optional(),
  from: z.string(),
  to: z.string(),
  /** The points between, where it is not straight. */
  via: Line.or(z.tuple([LonLat])).optional(),
  width: z.number().positive().max(80),
  lanes: z.number().int().min(0).max(12),
  class: z.enum(['arterial', 'collector', 'local', 'lane', 'path']),
  oneWay: z.boolean().default(false),
  /** Kept free for fire engines: 4 m wide and 4 m high at least. */
  fireLane: z.boolean().default(false),
})
export type RoadEdge = z.infer<typeof RoadEdge>

export const Closure = z.object({
  edge: z.string(),
  reason: z.string().min(1).max(200),
  from: z.number().int().optional(),
  to: z.number().int().optional(),
})
export type Closure = z.infer<typeof Closure>

export const Roads = z.object({
  nodes: z.array(RoadNode),
  edges: z.array(RoadEdge),
  closures: z.array(Closure).default([]),
})
export type Roads = z.infer<typeof Roads>
