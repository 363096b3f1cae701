import { z } from 'zod'
import { LonLat, Outline, Xy } from './geometry.ts'

export const roomUses = [
  'home',
  'corridor',
  'lobby',
  'stairs',
  'elevator',
  'shaft',
  'shop',
  'class',
  'office',
  'hall',
  'ward',
  'store',
  'machine',
  'parking',
  'toilet',
  'ramp',
] as const

export const cellUses = ['living', 'bedroom', 'kitchen', 'bath', 'balcony', 'study', 'bay'] as const

/** A part of a room that has no address of its own: the kitchen of a home, a bay in a garage. */
export const Cell = z.object({
  use: z.enum(cellUses),
  outline: Outline,
  /** Where one walks in; a cell without a door is only drawn on the floor. */
  door: Xy.optional(),
})
export type Cell = z.infer<typeof Cell>

export const Room = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  /** Counted anew on each floor: room `01` of floor 12 is called 1201. A room without one bears its id on every floor. */
  number: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  name: z.string().min(1).max(60),
  use: z.enum(roomUses),
  outline: Outline,
  cells: z.array(Cell).default([]),
  unit: z.number().int().min(1).max(20).optional(),
})
export type Room = z.infer<typeof Room>

/** Between two rooms, or (`to` absent) to the open. */
export const Door = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  at: Xy,
  width: z.number().positive().max(10),
  from: z.string(),
  to: z.string().optional(),
  kind: z.enum(['door', 'fire', 'entrance']).default('door'),
})
export type Door = z.infer<typeof Door>

/** A storey as it is drawn once; floors that are alike share it. */
export const Plan = z.object({ rooms: z.array(Room).min(1), doors: z.array(Door) })
export type Plan = z.infer<typeof Plan>

/** Stairs and elevators pass through all floors from one to another; on each they are the room of that id. */
export const Riser = z.object({
  id: z.string(),
  kind: z.enum(['stairs', 'elevator', 'ramp']),
  fromFloor: z.number().int(),
  toFloor: z.number().int(),
})
export type Riser = z.infer<typeof Riser>

/** The inside of a building, in metres of its own frame. */
export const Interior = z.object({
  /** Where x = y = 0 is, and which way x goes: degrees clockwise from east. */
  origin: LonLat,
  turn: z.number().min(-360).max(360),
  plans: z.record(z.string().max(20), Plan),
  /** From the lowest to the highest; -1 is the first basement, 1 the ground floor. There is no floor 0. */
  floors: z.array(z.object({ floor: z.number().int(), plan: z.string().max(20) })).min(1),
  risers: z.array(Riser),
})
export type Interior = z.infer<typeof Interior>
