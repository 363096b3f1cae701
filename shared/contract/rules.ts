import { z } from 'zod'
import { RuleId } from '../world/alarm-record.ts'
import { Actor } from '../world/event.ts'
import { Rule } from '../world/rules.ts'
import { command, Nothing, query } from './call.ts'

const Note = z.string().trim().max(500).optional()
const RuleName = z.strictObject({ kind: z.string().min(1).max(40), rule: RuleId })
/** When the rule was changed last, as whoever asks has seen it; 0: never. Absent: it is not looked at. */
const Seen = z.number().int().min(0).optional()
const DAY_MS = 24 * 3_600_000

export const listRules = query('rule:list', {
  input: Nothing,
  output: z.object({
    rules: z.array(
      z.object({
        ...Rule.shape,
        /** 0: as its kind has it. */
        version: z.number(),
        changedAt: z.number().optional(),
        changedBy: Actor.optional(),
      }),
    ),
  }),
  may: 'devices.see',
  help: 'All alarm rules as they are now: as somebody has set them, else as their kinds have them.',
})

export const saveRule = command('rule:save', {
  input: z.strictObject({ ...Rule.shape, note: Note, seen: Seen }),
  may: 'rules.manage',
  help: 'Set an alarm rule, a new one or another version; alarms that it no longer stands for return.',
})

export const resetRule = command('rule:reset', {
  input: RuleName.extend({ note: Note, seen: Seen }),
  may: 'rules.manage',
  help: 'Have an alarm rule as its kind has it; one that the kind does not have is removed.',
})

export const readRuleHistory = query('rule:history', {
  input: RuleName.extend({ limit: z.number().int().min(1).max(200).default(50) }),
  output: z.object({
    versions: z.array(
      z.object({
        at: z.number(),
        by: Actor,
        note: z.string().optional(),
        /** Absent: it was reset. */
        rule: z.object(Rule.shape).optional(),
      }),
    ),
  }),
  may: 'devices.see',
  help: 'Who set a rule when, and to what; newest first.',
})

/** What a dry run can look back on at once. */
export const LONGEST_TRY_MS = 31 * DAY_MS
export const MOST_TRIED = 500

export const tryRule = query('rule:try', {
  input: z
    .strictObject({ rule: Rule, from: z.number().int(), to: z.number().int() })
    .refine(({ from, to }) => to > from && to - from <= LONGEST_TRY_MS, 'a span of 31 days at most'),
  output: z.object({
    /** What would have been raised, oldest first; `until` is absent where it would still be open. */
    alarms: z.array(
      z.object({
        device: z.string(),
        place: z.string(),
        at: z.number(),
        until: z.number().optional(),
        value: z.number(),
        limit: z.number(),
      }),
    ),
    /** Of all alarms; the list holds the newest of them. */
    count: z.number(),
    devices: z.number(),
    readings: z.number(),
    /** Devices that were not looked at: there was more than can be looked at in one go. */
    left: z.number(),
  }),
  may: 'rules.manage',
  help: 'Run a rule over past readings without raising anything: what it would have raised.',
})
