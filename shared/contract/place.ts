import { z } from 'zod'
import { PlacePath } from '../place/path.ts'
import { Position } from '../place/position.ts'
import { Nothing, query } from './call.ts'

export const readSite = query('place:site', {
  input: Nothing,
  output: z.object({
    site: z.looseObject({}),
    /** What rooms are called and used for, by the place of the building and the room's id. */
    rooms: z.record(z.string(), z.record(z.string(), z.object({ name: z.string(), use: z.string() }))),
  }),
  may: 'place.see',
  help: 'The community model: buildings and grounds, and what rooms are called.',
})

export const FoundPlace = z.object({
  id: z.string(),
  /** building, floor, room, facility, gate, road, grid ... */
  kind: z.string(),
  name: z.string(),
  place: z.string(),
  position: Position,
  /** Beidou grid code in the plane, and with its height. */
  code: z.string(),
  spatial: z.string(),
})
export type FoundPlace = z.infer<typeof FoundPlace>

export const findPlaces = query('place:find', {
  input: z.strictObject({
    text: z.string().trim().min(1).max(100),
    most: z.number().int().min(1).max(200).default(20),
    /** These alone; else all that is located. */
    kinds: z.array(z.string().max(20)).max(12).optional(),
  }),
  output: z.object({ found: z.array(FoundPlace), more: z.boolean() }),
  may: 'place.see',
  help: 'Finds what is located by the words of its name or place path, or the beginning of its Beidou grid code.',
})

/** Addresses are paths on this server. */
export const Tiles = z.object({
  /** Newer tiles are being made. */
  building: z.boolean(),
  /** The community itself; null: none have been made. `interiors` are below `base`, by the place of the building. */
  own: z.object({ base: z.string(), interiors: z.record(z.string(), z.string()) }).nullable(),
  /** Tilesets made elsewhere; `lift` are metres by which one is raised. */
  others: z.array(z.object({ id: z.string(), name: z.string(), url: z.string(), lift: z.number() })),
})
export type Tiles = z.infer<typeof Tiles>

export const readTiles = query('place:tiles', {
  input: Nothing,
  output: Tiles,
  may: 'place.see',
  byItself: true,
  help: 'Where the 3D tiles of the community lie: its outside, the insides of buildings, tilesets of others.',
})

export const readInside = query('place:inside', {
  input: z.strictObject({ building: PlacePath }),
  /** Null: nobody has drawn the inside of this building. */
  output: z.object({ inside: z.looseObject({}).nullable() }),
  may: 'place.see',
  help: 'The inside of a building: its storeys with rooms, doors, stairs and elevators.',
})
