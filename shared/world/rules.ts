import { z } from 'zod'
import { PlacePath, placeLevels } from '../place/path.ts'
import { Text } from '../text.ts'
import { Grade, RuleId, Sign } from './alarm-record.ts'
import { area } from './area.ts'
import { Condition } from './conditions.ts'
import { DeviceId } from './devices.ts'
import { type Actor, event } from './event.ts'

const KindId = z.string().min(1).max(40)
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is hours:minutes')
/** Seconds that a condition has to hold, or to be gone, before it counts. */
const Delay = z
  .number()
  .min(0)
  .max(24 * 3600)

/** When a rule is in force: on these days (0 is Sunday) between two times, over midnight where the second is earlier. */
export const Hours = z
  .strictObject({
    days: z.array(z.number().int().min(0).max(6)).min(1).max(7),
    from: TimeOfDay,
    to: TimeOfDay,
  })
  .refine(({ from, to }) => from !== to, 'it begins when it ends')
  .refine(({ days }) => new Set(days).size === days.length, 'a day twice')
export type Hours = z.infer<typeof Hours>

/** What is otherwise for one device, or for all of a place; the nearest one counts. */
export const Exception = z
  .strictObject({
    device: DeviceId.optional(),
    place: PlacePath.optional(),
    enabled: z.boolean().optional(),
    limit: z.number().optional(),
    deadBand: z.number().min(0).optional(),
    onDelay: Delay.optional(),
    offDelay: Delay.optional(),
    grade: Grade.optional(),
  })
  .refine(({ device, place }) => (device === undefined) !== (place === undefined), 'for a device, or for a place')
export type Exception = z.infer<typeof Exception>

/** An alarm that explains others: while its condition is there, they call for nobody (ISA-18.2: suppressed by design). */
const Explanation = z.strictObject({
  rule: RuleId,
  /** Absent: the rule of that name of any kind. */
  kind: KindId.optional(),
  /** How near it has to be. */
  at: z.enum(['device', ...placeLevels]),
})
export type Explanation = z.infer<typeof Explanation>

/** How an alarm of a rule lives, beside being raised and gone. */
export const AlarmLife = z.strictObject({
  /** It stays until somebody has looked and reset it, though its condition is gone. */
  latches: z.boolean().optional(),
  /** Minutes after which it calls again though somebody has acknowledged it. */
  again: z.number().int().min(1).max(1440).optional(),
  /** It ends with a cause and a disposal; absent: grades I and II do. */
  closes: z.boolean().optional(),
  explainedBy: z.array(Explanation).max(10).optional(),
  sign: Sign.optional(),
})
export type AlarmLife = z.infer<typeof AlarmLife>

/** When an alarm is raised about a device of a kind, how grave it is, and what to do then. */
export const Rule = z.strictObject({
  kind: KindId,
  rule: RuleId.regex(/^[a-zA-Z0-9._-]+$/, 'letters, digits, dot, dash and underscore'),
  name: Text,
  when: Condition,
  onDelay: Delay.default(0),
  offDelay: Delay.default(0),
  grade: Grade,
  advice: Text,
  hours: Hours.optional(),
  ...AlarmLife.shape,
  enabled: z.boolean().default(true),
  exceptions: z
    .array(Exception)
    .max(200)
    .refine((all) => new Set(all.map(({ device, place }) => device ?? `/${place}`)).size === all.length, 'one twice')
    .default([]),
})
export type Rule = z.infer<typeof Rule>

/** A rule as somebody has set it; those that nobody has touched are known from their kinds. */
export interface SetRule extends Rule {
  place: string
  version: number
  changedAt: number
  changedBy: Actor
}

/** Why it was changed, in the words of whoever did. */
const Note = z.string().trim().max(500).optional()
export const ruleSet = event('rule:set', z.strictObject({ ...Rule.shape, note: Note }))
/** As its kind has it again, or gone, where it has none. */
export const ruleUnset = event('rule:unset', z.strictObject({ kind: KindId, rule: RuleId, note: Note }))

export const rules = area<SetRule>()('rules', { see: 'devices.see', indexes: { kind: ({ kind }) => kind } })
  .on(ruleSet, (table, e) => {
    const { note: _, ...rule } = e.data
    const id = ruleKey(rule)
    const version = (table.get(id)?.version ?? 0) + 1
    table.set(id, { ...rule, place: e.place, version, changedAt: e.at, changedBy: e.by })
  })
  .on(ruleUnset, (table, e) => table.delete(ruleKey(e.data)))

export function ruleKey({ kind, rule }: Pick<Rule, 'kind' | 'rule'>): string {
  return `${kind}~${rule}`
}
