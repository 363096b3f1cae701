import { z } from 'zod'
import { PlacePath } from '../place/path.ts'
import { query } from './call.ts'

export const Sex = z.enum(['male', 'female'])

/** What helpers have to know before they knock. */
export const ResidentNeed = z.enum(['elderly-alone', 'disabled', 'wheelchair', 'infant', 'chronic-illness', 'pregnant'])
export type ResidentNeed = z.infer<typeof ResidentNeed>

/** Masked: the first letter of the name, and ten years within which the age lies. Whole: both in full. */
export const LivingResident = z.object({
  name: z.string(),
  sex: Sex,
  ageBand: z.tuple([z.number(), z.number()]).optional(),
  birthYear: z.number().optional(),
  needs: z.array(ResidentNeed),
})
export type LivingResident = z.infer<typeof LivingResident>

export const LivingHousehold = z.object({
  home: PlacePath,
  name: z.string(),
  tenure: z.enum(['owner', 'tenant']),
  residents: z.array(LivingResident),
})
export type LivingHousehold = z.infer<typeof LivingHousehold>

export const MOST_HOUSEHOLDS = 500

/** Nobody learns who lives where without its being written down: not served while nothing can be. */
export const readLiving = query('people:living', {
  input: z.strictObject({
    /** A building, a storey or a home. */
    place: PlacePath,
    /** Not masked; needs people.unmask. */
    whole: z.boolean().default(false),
    why: z.string().trim().max(200).optional(),
  }),
  output: z.object({
    households: z.array(LivingHousehold).max(MOST_HOUSEHOLDS),
    total: z.number(),
    more: z.boolean(),
    /** False: this site has no list of who lives where. */
    recorded: z.boolean(),
  }),
  may: 'people.see',
  audited: true,
  evenReadOnly: false,
  help: 'Who lives in a building, a storey or a home: names masked, or whole for those who may; each asking is audited.',
})

export const FoundPerson = z.object({
  name: z.string(),
  sex: Sex,
  birthYear: z.number(),
  home: PlacePath,
  homeName: z.string(),
})
export type FoundPerson = z.infer<typeof FoundPerson>

/** By name, so for those alone who may see names. The record says who looked for whom. */
export const findPeople = query('people:find', {
  input: z.strictObject({
    name: z.string().trim().min(1).max(64),
    most: z.number().int().min(1).max(50).default(20),
  }),
  output: z.object({
    found: z.array(FoundPerson),
    more: z.boolean(),
    /** False: this site has no list of who lives where. */
    recorded: z.boolean(),
  }),
  may: 'people.unmask',
  audited: true,
  evenReadOnly: false,
  help: 'Where somebody lives, by name or part of it, within the own area of duty; each asking is audited.',
})
