import { z } from 'zod'
import { RoleName } from '../contract/roles.ts'
import { PlacePath } from '../place/path.ts'
import { Grade, RuleId, Sign } from './alarm-record.ts'
import { area } from './area.ts'
import { type Actor, event } from './event.ts'
import { ChannelId } from './notice-channels.ts'
import { Hours } from './rules.ts'
import { AccountName } from './users.ts'

export const RouteId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and dashes')

/** Which alarms are meant: an empty list means any. */
const RouteWhen = z.strictObject({
  grades: z.array(Grade).max(4).default([]),
  signs: z.array(Sign).max(20).default([]),
  kinds: z.array(z.string().min(1).max(40)).max(100).default([]),
  rules: z.array(RuleId).max(100).default([]),
  places: z.array(PlacePath).max(100).default([]),
  /** Outside of these nobody is told; what still calls when they begin is told then. */
  hours: Hours.optional(),
})

const RouteStep = z
  .strictObject({
    /** Minutes after the alarm; sooner, when nobody of the step before could be told. */
    after: z.number().int().min(0).max(1440),
    roles: z.array(RoleName).max(4).default([]),
    accounts: z.array(AccountName).max(50).default([]),
    /** Whoever the shift calendar says is on duty at the place of the alarm. */
    onDuty: z.boolean().default(false),
    channels: z.array(ChannelId).max(10),
  })
  .refine(({ channels }) => new Set(channels).size === channels.length, 'a channel twice')
export type RouteStep = z.infer<typeof RouteStep>

/** Who is told of which alarms, by what, and who next when nobody answers. */
export const Route = z.strictObject({
  route: RouteId,
  name: z.string().trim().min(1).max(60),
  enabled: z.boolean().default(true),
  when: RouteWhen,
  steps: z
    .array(RouteStep)
    .min(1)
    .max(10)
    .refine((steps) => steps.every(({ after }, i) => i === 0 || after > (steps[i - 1]?.after ?? 0)), 'steps in order'),
  /** Told again so often until somebody acknowledges. */
  repeat: z
    .strictObject({ every: z.number().int().min(1).max(1440), most: z.number().int().min(1).max(100) })
    .optional(),
  /** Those who were told hear when it is over, or in hand. */
  allClear: z.boolean().default(false),
})
export type Route = z.infer<typeof Route>

export interface SetRoute extends Route {
  place: string
  changedAt: number
  changedBy: Actor
}

export const routeSet = event('route:set', Route)
export const routeRemoved = event('route:removed', z.object({ route: RouteId }))

export const routes = area<SetRoute>()('routes', { see: null })
  .on(routeSet, (table, e) => table.set(e.data.route, { ...e.data, place: e.place, changedAt: e.at, changedBy: e.by }))
  .on(routeRemoved, (table, e) => table.delete(e.data.route))
