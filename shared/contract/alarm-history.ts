import { z } from 'zod'
import { PlacePath } from '../place/path.ts'
import { Text } from '../text.ts'
import { AlarmId, Grade, RuleId, SetAside, Verdict } from '../world/alarm-record.ts'
import { ConditionIs } from '../world/conditions.ts'
import { DeviceId } from '../world/devices.ts'
import { Actor } from '../world/event.ts'
import { command, query } from './call.ts'
import { page } from './page.ts'

export const PastState = z.enum(['unacknowledged', 'acknowledged', 'returned', 'settled', ...SetAside.options, 'over'])
export type PastState = z.infer<typeof PastState>

/** An alarm as it is now, or as it ended. */
export const PastAlarm = z.object({
  /** 1, 2, 3 ... in the order in which they rose. */
  n: z.number(),
  alarm: AlarmId,
  device: DeviceId,
  rule: RuleId,
  /** Of the rule, else of the device. */
  kind: z.string(),
  place: PlacePath,
  grade: Grade,
  state: PastState,
  /** It called for nobody when it rose: somebody or something had set it aside. */
  quiet: z.boolean(),
  raisedAt: z.number(),
  times: z.number(),
  /** Of a rule that somebody had set. */
  name: Text.optional(),
  metric: z.string(),
  limit: z.number(),
  value: z.number(),
  is: ConditionIs.optional(),
  /** When somebody took notice for the first time. */
  acknowledgedAt: z.number().optional(),
  acknowledgedBy: Actor.optional(),
  /** When its condition went last. */
  returnedAt: z.number().optional(),
  endedAt: z.number().optional(),
  endedBy: Actor.optional(),
  /** The event that ended it. */
  how: z.string().optional(),
  verdict: Verdict.optional(),
  cause: z.string().optional(),
  disposal: z.string().optional(),
  /** The accounts of all who did something about it. */
  who: z.array(z.string()),
})
export type PastAlarm = z.infer<typeof PastAlarm>

const many = <S extends z.ZodType>(one: S) => z.array(one).min(1).max(50).optional()

export const AlarmSearch = z.strictObject({
  /** Of when it rose. */
  from: z.number().int().min(0).optional(),
  to: z.number().int().min(0).optional(),
  grades: many(Grade),
  rules: many(RuleId),
  kinds: many(z.string().min(1).max(40)),
  /** It and all within it. */
  place: PlacePath.optional(),
  devices: many(DeviceId),
  states: many(PastState),
  verdicts: many(Verdict),
  /** Who did something about it: an account. */
  who: z.string().min(1).max(64).optional(),
  /** Words, each of which is in the name or code of its rule, kind, place, device or who dealt with it, or in what was said of it. */
  text: z.string().trim().min(1).max(100).optional(),
})
export type AlarmSearch = z.infer<typeof AlarmSearch>

export const searchAlarms = query('alarm:search', {
  input: z.strictObject({ ...AlarmSearch.shape, ...page }),
  output: z.object({
    alarms: z.array(PastAlarm),
    /** How many there are from here on; `more`: at least so many. */
    total: z.object({ count: z.number(), more: z.boolean() }),
    /** Where to go on, and how many older alarms have not been looked at; null: that was all. */
    next: z.object({ before: z.number(), rest: z.number() }).nullable(),
    /** The book is being written anew: so many events of the log are not in it yet. */
    behind: z.number(),
  }),
  may: 'history.see',
  help: 'Alarms ever raised in the own area of duty, newest first, by any filters. Ask on with `next.before` until `next` is null.',
})

export const exportAlarms = command('alarm:export', {
  input: z.strictObject({ ...AlarmSearch.shape, format: z.enum(['csv', 'xlsx']) }),
  /** Older than this is what is exported, page by page with `alarm:search`: what is raised meanwhile is left out. */
  output: z.object({ before: z.number() }),
  may: 'history.see',
  help: 'Put on record that the alarms that are found are taken away as a file.',
})
