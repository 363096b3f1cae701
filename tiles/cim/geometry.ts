import { z } from 'zod'

/** Longitude and latitude in degrees. */
export const LonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
export type LonLat = z.infer<typeof LonLat>

/** A closed line on the ground, without the repeated first point. */
export const Ring = z.array(LonLat).min(3)
export type Ring = z.infer<typeof Ring>

/** An open line on the ground. */
export const Line = z.array(LonLat).min(2)
export type Line = z.infer<typeof Line>

/** Metres in the plan of a building: x along its front, y into its depth, from the corner that its frame names. */
export const Xy = z.tuple([z.number(), z.number()])
export type Xy = z.infer<typeof Xy>

export const Outline = z.array(Xy).min(3)
export type Outline = z.infer<typeof Outline>

/** Metres east, north and up. */
export const Xyz = z.tuple([z.number(), z.number(), z.number()])
export type Xyz = z.infer<typeof Xyz>
