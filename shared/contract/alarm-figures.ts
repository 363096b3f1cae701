import { z } from 'zod'
import { Text } from '../text.ts'
import { AlarmId, ChatterRemedy, Grade } from '../world/alarm-record.ts'
import { command, query } from './call.ts'

export const MOST_FIGURE_DAYS = 93
const DAY_MS = 86_400_000

/** Milliseconds; null: there was nothing to be measured. */
const Spread = z.object({ count: z.number(), median: z.number().nullable(), p90: z.number().nullable() })
const Source = z.object({
  device: z.string(),
  rule: z.string(),
  kind: z.string(),
  place: z.string(),
  name: Text.optional(),
})
const Shift = z.object({ id: z.string(), name: Text, begins: z.string() })

export const AlarmFigures = z.object({
  from: z.number(),
  to: z.number(),
  /** When the record begins: before that nobody listened. */
  since: z.number(),
  /** Those that called for somebody when they rose; all else is of these. */
  alarms: z.number(),
  /** Those that were set aside, out of service or explained when they rose. */
  quiet: z.number(),
  /** How often the condition of one that was there came again. */
  again: z.number(),
  /** Accounts that did something about them; at least one. */
  operators: z.number(),
  /** Of all operators together. */
  perTenMinutes: z.object({ mean: z.number(), most: z.number(), mostAt: z.number() }),
  /** Of one operator. */
  each: z.object({ perTenMinutes: z.number(), perDay: z.number() }),
  floods: z.object({
    count: z.number(),
    ms: z.number(),
    share: z.number(),
    /** The largest ones. */
    list: z.array(z.object({ from: z.number(), to: z.number(), alarms: z.number() })),
  }),
  grades: z.array(z.object({ grade: Grade, count: z.number() })),
  acknowledge: Spread,
  close: Spread,
  top: z.object({ share: z.number().nullable(), sources: z.array(Source.extend({ count: z.number() })) }),
  chattering: z.array(
    Source.extend({ comings: z.number(), most: z.number(), at: z.number(), metric: z.string(), remedy: ChatterRemedy }),
  ),
  stale: z.array(
    Source.extend({
      alarm: AlarmId,
      grade: Grade,
      since: z.number(),
      /** Milliseconds. */
      lasted: z.number(),
      /** It is there now. */
      there: z.boolean(),
      remedy: z.enum(['repair', 'shelve', 'out-of-service']),
    }),
  ),
  trend: z.object({
    every: z.enum(['hour', 'day']),
    spans: z.array(
      z.object({
        at: z.number(),
        counts: z.tuple([z.number(), z.number(), z.number(), z.number()]),
        inFlood: z.number(),
      }),
    ),
  }),
  people: z.array(
    z.object({ account: z.string(), name: z.string(), handled: z.number(), acknowledge: Spread, close: Spread }),
  ),
  shifts: z.array(
    z.object({
      shift: Shift,
      turns: z.number(),
      alarms: z.number(),
      mean: z.number(),
      most: z.number(),
      inFlood: z.number(),
      acknowledge: Spread,
    }),
  ),
  /** The book is being written anew: so many events of the log are not in it yet. */
  behind: z.number(),
  /** There were more than are counted at once: these are the first of them. */
  cut: z.boolean(),
})
export type AlarmFigures = z.infer<typeof AlarmFigures>

const Span = z.strictObject({ from: z.number().int().min(0), to: z.number().int().min(0) })
const isSpan = ({ from, to }: { from: number; to: number }) => from < to && to - from <= MOST_FIGURE_DAYS * DAY_MS

export const readAlarmFigures = query('alarm:figures', {
  input: Span.refine(isSpan, `from before to, ${MOST_FIGURE_DAYS} days at most`),
  output: AlarmFigures,
  may: 'history.see',
  byItself: true,
  help: 'How many alarms there were in a time and how they were dealt with: load, floods, chattering, stale, sources, grades, people, shifts.',
})

export const exportAlarmFigures = command('alarm:export-figures', {
  input: Span.extend({ format: z.enum(['csv', 'xlsx']) }),
  may: 'history.see',
  help: 'Put on record that alarm figures are taken away as a file.',
})

export const listShifts = query('shift:times', {
  input: z.strictObject({ at: z.number().int().min(0).optional() }),
  output: z.object({
    shifts: z.array(Shift),
    /** The one that the moment, or now, falls into, and the one before. */
    now: z.object({ shift: Shift, from: z.number(), to: z.number() }),
    last: z.object({ shift: Shift, from: z.number(), to: z.number() }),
  }),
  may: 'alarms.see',
  help: 'When the shifts of a day begin, and which one it is.',
})
