import { z } from 'zod'
import { PlacePath } from '../place/path.ts'
import { Actor } from '../world/event.ts'
import { Nothing, query } from './call.ts'

const page = {
  /** Entries older than this one, for the next page. */
  before: z.number().int().positive().optional(),
  limit: z.number().int().min(1).max(500).default(100),
}

export const AuditEntry = z.object({
  id: z.number(),
  at: z.number(),
  by: Actor,
  from: z.string(),
  call: z.string(),
  input: z.unknown(),
  result: z.string(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const listAudit = query('audit:list', {
  input: z.strictObject({ ...page, account: z.string().max(64).optional(), call: z.string().max(64).optional() }),
  output: z.object({ entries: z.array(AuditEntry) }),
  may: 'system.see',
  help: 'Who asked what, when, from where, with which result; newest first.',
})

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
  input: z.strictObject({ ...page, source: z.string().max(20).optional(), code: z.string().max(40).optional() }),
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
})
export type Health = z.infer<typeof Health>

export const readHealth = query('health:read', {
  input: Nothing,
  output: Health,
  may: 'system.see',
  help: 'How the server is.',
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
