import { z } from 'zod'

const MetricName = z.string().min(1).max(40)
const HOUR_S = 3600

/** Beyond a limit; back only when the value is clear of it by the dead band. */
const Limit = z.strictObject({
  is: z.enum(['above', 'below']),
  metric: MetricName,
  limit: z.number(),
  deadBand: z.number().min(0).default(0),
})

/** By more than so much within so many seconds. */
const Change = z.strictObject({
  is: z.enum(['rising', 'falling']),
  metric: MetricName,
  by: z.number().positive(),
  within: z
    .number()
    .min(1)
    .max(24 * HOUR_S),
})

/** One of these values: a state that a device reports as a number. */
const Equal = z.strictObject({
  is: z.literal('equal'),
  metric: MetricName,
  values: z.array(z.number()).min(1).max(20),
})

/** What one value, or its course, can be. */
export const Simple = z.discriminatedUnion('is', [Limit, Change, Equal])
export type Simple = z.infer<typeof Simple>

/** So often within so many seconds: each time it comes counts once. */
const Often = z.strictObject({
  is: z.literal('often'),
  of: Simple,
  times: z.number().int().min(2).max(100),
  within: z
    .number()
    .min(1)
    .max(24 * HOUR_S),
})

/** No reading for so many seconds. */
const Silent = z.strictObject({
  is: z.literal('silent'),
  for: z
    .number()
    .min(10)
    .max(7 * 24 * HOUR_S),
})

/** On several devices of one place, all within so many seconds: two smoke detectors of one floor. */
const Together = z.strictObject({
  is: z.literal('together'),
  of: z
    .array(z.strictObject({ kind: z.string().min(1).max(40), when: Simple }))
    .min(1)
    .max(5),
  devices: z.number().int().min(2).max(20),
  at: z.enum(['room', 'floor', 'building', 'zone']),
  within: z.number().min(1).max(HOUR_S),
})

/** Its device tells of an event. An event has no end of its own: it is over a while after the last one, or by another event. */
const Happens = z.strictObject({
  is: z.literal('event'),
  event: z.string().min(1).max(40),
  times: z.number().int().min(1).max(100).default(1),
  /** Of several: all within so many seconds. */
  within: z
    .number()
    .min(1)
    .max(24 * HOUR_S)
    .default(600),
  over: z.union([
    z.strictObject({
      after: z
        .number()
        .min(10)
        .max(24 * HOUR_S),
    }),
    z.strictObject({ by: z.string().min(1).max(40) }),
  ]),
})

export const Condition = z.discriminatedUnion('is', [...Simple.options, Often, Silent, Together, Happens])
export type Condition = z.infer<typeof Condition>
export type Limit = z.infer<typeof Limit>
export type Change = z.infer<typeof Change>
export type Equal = z.infer<typeof Equal>
export type Often = z.infer<typeof Often>
export type Silent = z.infer<typeof Silent>
export type Together = z.infer<typeof Together>
export type Happens = z.infer<typeof Happens>

/** Every form that a condition can have. */
export const ConditionIs = z.enum([
  'above',
  'below',
  'rising',
  'falling',
  'equal',
  'often',
  'silent',
  'together',
  'event',
]) satisfies z.ZodType<Condition['is']>
export type ConditionIs = z.infer<typeof ConditionIs>
