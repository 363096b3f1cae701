import { z } from 'zod'
import { Actor } from '../world/event.ts'
import { command, query } from './call.ts'
import { page } from './page.ts'

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

export const AuditSearch = z.strictObject({
  account: z.string().min(1).max(64).optional(),
  call: z.string().min(1).max(64).optional(),
  /** `done`; `refused` for all that was not; or the code of one refusal. */
  result: z.string().min(1).max(40).optional(),
  /** Somewhere in who, from where, the call, its input or its result. */
  text: z.string().trim().min(1).max(100).optional(),
  from: z.number().int().optional(),
  to: z.number().int().optional(),
})
export type AuditSearch = z.infer<typeof AuditSearch>

export const listAudit = query('audit:list', {
  input: z.strictObject({ ...AuditSearch.shape, ...page }),
  output: z.object({
    entries: z.array(AuditEntry),
    /**
     * Where to go on, and how many older entries have not been looked at; null: that was all. A rare text is answered
     * with few entries, or none, and a place to go on, rather than late.
     */
    next: z.object({ before: z.number(), rest: z.number() }).nullable(),
  }),
  may: 'system.see',
  help: 'Who asked what, when, from where, with which result; newest first. Ask on with `next.before` until `next` is null.',
})

export const exportAudit = command('audit:export', {
  input: z.strictObject({ ...AuditSearch.shape, format: z.enum(['csv', 'json']) }),
  /** Older than this is what is exported, page by page with `audit:list`: what is recorded meanwhile is left out. */
  output: z.object({ before: z.number() }),
  may: 'system.see',
  help: 'Put on record that what is found is taken away as a file.',
})
