import { z } from 'zod'
import { Nothing, query } from './call.ts'

export const readSite = query('place:site', {
  input: Nothing,
  output: z.object({
    site: z.looseObject({}),
    /** What rooms are called, by the place of the building and the room's id. */
    rooms: z.record(z.string(), z.record(z.string(), z.string())),
  }),
  may: 'place.see',
  help: 'The community model: buildings and grounds, and what rooms are called.',
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
  help: 'Where the 3D tiles of the community lie: its outside, the insides of buildings, tilesets of others.',
})
