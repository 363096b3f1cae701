import { z } from 'zod'
import { PlacePath } from '../place/path.ts'
import { Actor } from '../world/event.ts'
import { Nothing, query } from './call.ts'
import { page } from './page.ts'

export const DeadLetter = z.object({
  id: z.number(),
  at: z.number(),
  source: z.string(),
  from: z.string(),
  code: z.string(),
  reason: z.string(),
  /** The start of what was refused, readable. */
  excerpt: z.string(),
})
export type DeadLetter = z.infer<typeof DeadLetter>

export const listDeadLetters = query('dead-letter:list', {
  input: z.strictObject({
    ...page,
    source: z.string().max(20).optional(),
    code: z.string().max(40).optional(),
    /** Somewhere in where it came from, the reason or the excerpt. */
    text: z.string().trim().min(1).max(100).optional(),
  }),
  output: z.object({
    letters: z.array(DeadLetter),
    /** All that was refused since the start, also what was too much to keep. */
    counts: z.array(z.object({ source: z.string(), code: z.string(), count: z.number() })),
  }),
  may: 'system.see',
  help: 'Messages that were refused, newest first, with their counts.',
})

export const Health = z.object({
  state: z.enum(['ok', 'low-space', 'read-only']),
  reason: z.string().optional(),
  since: z.number(),
  uptimeMs: z.number(),
  freeBytes: z.number(),
  memoryBytes: z.number(),
  seq: z.number(),
  devices: z.number(),
  screens: z.number(),
  screensBehind: z.number(),
  /** Days of readings whose file was found damaged and set aside. */
  damagedDays: z.array(z.string()),
  /** Days of the past whose tape was: their readings are not shown any more as they came. */
  damagedTapes: z.array(z.string()),
})
export type Health = z.infer<typeof Health>

export const readHealth = query('health:read', {
  input: Nothing,
  output: Health,
  may: 'system.see',
  byItself: true,
  help: 'How the server is.',
})

export const CenterSettings = z.object({
  version: z.string(),
  /** Folders on the server's machine; without a site it is the demonstration. */
  data: z.string(),
  site: z.string().optional(),
  host: z.string(),
  httpPort: z.number(),
  mqttPort: z.number(),
  origins: z.array(z.string()),
  /** Absent: they are never dropped. */
  keepReadingsDays: z.number().optional(),
  timeZone: z.string(),
  platform: z.string(),
})
export type CenterSettings = z.infer<typeof CenterSettings>

export const readSettings = query('settings:read', {
  input: Nothing,
  output: CenterSettings,
  may: 'system.see',
  help: 'With which settings the server was started. They are set on its command line or in its environment.',
})

export const readHistory = query('history:read', {
  input: z.strictObject({
    from: z.number().int(),
    to: z.number().int(),
    /** Continue after this event. */
    after: z.number().int().min(0).optional(),
    limit: z.number().int().min(1).max(10_000).default(1000),
  }),
  output: z.object({
    events: z.array(
      z.object({
        seq: z.number(),
        at: z.number(),
        type: z.string(),
        place: PlacePath,
        by: Actor,
        data: z.unknown(),
      }),
    ),
    /** Pass it as `after` for the next chunk; null: this was the last. */
    next: z.number().nullable(),
  }),
  may: 'history.see',
  help: 'The events between two times in chunks, as the own scope may see them.',
})
