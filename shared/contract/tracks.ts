import { z } from 'zod'
import { PlacePath } from '../place/path.ts'
import { area as areaOf } from '../place/ring.ts'
import { DeviceId } from '../world/devices.ts'
import { command, query } from './call.ts'

/** As many as colours can be told apart. */
export const MOST_TRACKS = 8
export const LONGEST_TRACK_MS = 7 * 86_400_000
/** Of an answer; a file may have as many. */
export const MOST_TRACK_POINTS = 20_000
const END_OF_TIME = Date.UTC(9999, 11, 31)
const When = z.number().int().min(0).max(END_OF_TIME)
const Lon = z.number().min(-180).max(180)
const Lat = z.number().min(-90).max(90)

export const TrackSort = z.enum(['person', 'vehicle', 'patrol', 'drone'])
export type TrackSort = z.infer<typeof TrackSort>

/** A place of the community, a circle, or an outline drawn by hand. */
export const TrackArea = z.union([
  z.strictObject({ place: PlacePath }),
  z.strictObject({ lon: Lon, lat: Lat, radius: z.number().min(1).max(5000) }),
  z.strictObject({
    ring: z
      .array(z.tuple([Lon, Lat]))
      .min(3)
      .max(200)
      .refine((ring) => areaOf(ring) > 0, 'an outline that encloses something'),
  }),
])
export type TrackArea = z.infer<typeof TrackArea>

const time = { from: When, to: When }
const isTime = ({ from, to }: { from: number; to: number }) => from < to && to - from <= LONGEST_TRACK_MS
const TIME = 'from before to, seven days at most'
/** Why somebody wants to know: it goes on record. */
const Why = z.string().trim().max(200).optional()
/** Names of people not masked; needs people.unmask. */
const Whole = z.boolean().default(false)

const Mover = z.object({
  device: z.string(),
  kind: z.string(),
  name: z.string(),
  /** The name is not whole. */
  masked: z.boolean(),
  plate: z.string().optional(),
  sorts: z.array(TrackSort),
  /** Its terminal is not in use any more. */
  retired: z.boolean(),
})
export type Mover = z.infer<typeof Mover>

const Presence = z.object({ from: z.number(), to: z.number() })

export const FoundMover = Mover.extend({
  /** When it was there, or heard of where no area is asked for. */
  times: z.array(Presence),
  /** There were more times than are told. */
  moreTimes: z.boolean(),
})
export type FoundMover = z.infer<typeof FoundMover>

/** Nobody learns who was where without its being written down: not served while nothing can be. */
export const searchTracks = query('track:search', {
  input: z
    .strictObject({
      /** Words of name, plate, call sign, id or keeper; letters may be the initials of pinyin. */
      text: z.string().trim().max(100).default(''),
      sorts: z.array(TrackSort).min(1).max(4).optional(),
      area: TrackArea.optional(),
      ...time,
      whole: Whole,
      most: z.number().int().min(1).max(200).default(50),
      why: Why,
    })
    .refine(isTime, TIME),
  output: z.object({
    found: z.array(FoundMover),
    more: z.boolean(),
    /** Days (UTC) whose file was damaged: nothing is known of them. */
    missing: z.array(z.string()),
  }),
  may: 'tracks.see',
  audited: true,
  evenReadOnly: false,
  help: 'Who was where, when: people, vehicles, patrols and drones by name, plate, area and time; each asking is audited.',
})

const Point = z.tuple([z.number(), z.number(), z.number(), z.number()])
/** When, longitude, latitude, metres above the ground datum. */
export type TrackPoint = z.infer<typeof Point>

const Nearest = z.object({
  at: z.number(),
  metres: z.number(),
  lon: z.number(),
  lat: z.number(),
  height: z.number(),
})

export const Track = Mover.extend({
  /** Continuous ways: fewer positions than were told, of the same shape and pace. */
  runs: z.array(z.array(Point)),
  /** Why a way does not go on in the next one. */
  breaks: z.array(z.object({ from: z.number(), to: z.number(), why: z.enum(['silent', 'leap', 'outside']) })),
  /** Where its receiver erred: it cannot have been there. */
  wild: z.array(Point),
  pace: z.array(z.object({ from: z.number(), to: z.number(), state: z.enum(['moving', 'standing']) })),
  /** Points of its rounds that a patrol came by. */
  visits: z.array(z.object({ device: z.string(), name: z.string(), at: z.number() })),
  /** How many positions it told, and how far it went. */
  fixes: z.number(),
  metres: z.number(),
})
export type Track = z.infer<typeof Track>

export const Meeting = z.object({
  who: z.array(z.string()),
  from: z.number(),
  to: z.number(),
  nearest: Nearest,
})
export type Meeting = z.infer<typeof Meeting>

const Devices = z
  .array(DeviceId)
  .min(1)
  .max(MOST_TRACKS)
  .refine((ids) => new Set(ids).size === ids.length, 'a device twice')

export const readTracks = query('track:read', {
  input: z
    .strictObject({
      devices: Devices,
      ...time,
      /** Positions of all of them together. */
      most: z.number().int().min(10).max(MOST_TRACK_POINTS).default(4000),
      /** Two have met who were within so many metres for so many seconds. */
      within: z.number().min(1).max(200).default(15),
      atLeast: z.number().min(1).max(3600).default(30),
      whole: Whole,
      why: Why,
    })
    .refine(isTime, TIME),
  output: z.object({
    /** In the order asked. */
    tracks: z.array(Track),
    meetings: z.array(Meeting),
    moreMeetings: z.boolean(),
    missing: z.array(z.string()),
  }),
  may: 'tracks.see',
  audited: true,
  evenReadOnly: false,
  help: 'The ways of some movers, thinned out so that shape and pace stay, where they stood, and when they met; each asking is audited.',
})

export const exportTracks = command('track:export', {
  input: z
    .strictObject({ devices: Devices, ...time, format: z.enum(['csv', 'geojson']), whole: Whole, why: Why })
    .refine(isTime, TIME),
  may: 'tracks.see',
  help: 'Put on record that tracks are taken away as a file, which `track:read` fills.',
})
