import { z } from 'zod'
import { PlacePath } from '../place/path.ts'
import { AlarmId, Grade, RuleId } from '../world/alarm-record.ts'
import { DeliveryReason, ReceiptState } from '../world/deliveries.ts'
import { DeviceId } from '../world/device-entry.ts'
import { Channel, ChannelId } from '../world/notice-channels.ts'
import { Route, RouteId } from '../world/notice-routes.ts'
import { Shifts } from '../world/shifts.ts'
import { AccountName } from '../world/users.ts'
import { command, Nothing, query, secret } from './call.ts'

/** The `changedAt` of what was shown when the change began: refused when somebody else has changed it since. */
const Seen = z.number().int().optional()
const Changed = { changedAt: z.number(), changedBy: z.object({ id: z.string(), name: z.string().optional() }).loose() }

export const readNoticeSettings = query('notice:settings', {
  input: Nothing,
  output: z.object({
    channels: z.array(
      Channel.extend({
        ...Changed,
        hasSecret: z.boolean(),
        hasToken: z.boolean(),
        /** Since when nothing gets through, and why. */
        failing: z.object({ since: z.number(), reason: DeliveryReason }).optional(),
      }),
    ),
    routes: z.array(Route.extend(Changed)),
    shifts: Shifts.extend({ changedAt: z.number().optional() }),
    /** Whether somebody can be told, not where. */
    people: z.array(
      z.object({
        account: AccountName,
        name: z.string(),
        role: z.string(),
        hasPhone: z.boolean(),
        hasMail: z.boolean(),
      }),
    ),
    /** Who is on duty now, by the calendar. */
    now: z.object({ shift: z.string().optional(), begunAt: z.number().optional(), accounts: z.array(z.string()) }),
  }),
  may: 'notices.manage',
  help: 'Channels, routes and the shift calendar: who is told of alarms, by what, and who is on duty.',
})

export const saveChannel = command('notice:save-channel', {
  input: z.strictObject({
    channel: Channel,
    /** Password, key or signing secret; absent: as it is; null: none. It is never told again. */
    secret: secret(z.string().min(1).max(500).nullable().optional()),
    seen: Seen,
  }),
  may: 'notices.manage',
  help: 'Set a way of telling people or programs outside: webhook, mail, SMS or phone gateway.',
})

export const removeChannel = command('notice:remove-channel', {
  input: z.strictObject({ channel: ChannelId }),
  may: 'notices.manage',
  help: 'Remove a channel and its secret; refused while a route uses it.',
})

export const tryChannel = command('notice:try', {
  input: z.strictObject({
    channel: ChannelId,
    /** A telephone number or a mail address; none for a webhook. */
    to: secret(z.string().trim().min(3).max(200).optional()),
  }),
  output: z.object({
    ok: z.boolean(),
    reason: DeliveryReason.optional(),
    status: z.number().optional(),
    id: z.string().optional(),
    ms: z.number(),
    /** The first 500 characters of what came back, secrets hidden. */
    said: z.string(),
  }),
  may: 'notices.manage',
  help: 'Send a test message by a channel, once, and say what came back.',
})

export const issueReceiptToken = command('notice:issue-token', {
  input: z.strictObject({ channel: ChannelId }),
  output: z.object({ token: z.string() }),
  may: 'notices.manage',
  help: 'A new token with which a gateway may say what became of messages; it is shown once, the old one is over.',
})

export const saveRoute = command('notice:save-route', {
  input: z.strictObject({ route: Route, seen: Seen }),
  may: 'notices.manage',
  help: 'Set who is told of which alarms, by which channels, and who next.',
})

export const removeRoute = command('notice:remove-route', {
  input: z.strictObject({ route: RouteId }),
  may: 'notices.manage',
  help: 'Remove a route; what it was telling ends.',
})

export const saveShifts = command('notice:save-shifts', {
  input: z.strictObject({ shifts: Shifts, seen: Seen }),
  may: 'notices.manage',
  help: 'Set the shift calendar: shifts, teams, and whose turn it is.',
})

/** An alarm as it was, or one that is only imagined. */
const Imagined = z.strictObject({
  alarm: AlarmId.optional(),
  device: DeviceId.optional(),
  rule: RuleId.optional(),
  grade: Grade.optional(),
  place: PlacePath.optional(),
  at: z.number().int().optional(),
})

export const previewNotice = query('notice:preview', {
  input: Imagined,
  output: z.object({
    about: z.object({ kind: z.string().optional(), rule: z.string(), place: PlacePath, grade: Grade }),
    routes: z.array(
      z.object({
        route: RouteId,
        name: z.string(),
        /** Absent: it tells of it. */
        because: z.enum(['off', 'grade', 'sign', 'kind', 'rule', 'place', 'hours', 'no-channel']).optional(),
        repeat: z.object({ every: z.number(), most: z.number() }).optional(),
        steps: z.array(
          z.object({
            after: z.number(),
            tells: z.array(
              z.object({
                channel: ChannelId,
                name: z.string(),
                to: z.object({ account: z.string(), name: z.string() }).optional(),
                /** Masked. */
                address: z.string().optional(),
                problem: z.enum(['no-address', 'nobody', 'channel-gone']).optional(),
              }),
            ),
          }),
        ),
      }),
    ),
  }),
  may: 'notices.manage',
  audited: true,
  help: 'Who would be told of an alarm, past or imagined, by what and when, step by step. Nothing is sent.',
})

const ShownDelivery = z.object({
  delivery: z.string(),
  what: z.enum(['alarm', 'clear']),
  place: PlacePath,
  channel: ChannelId,
  channelName: z.string(),
  kind: z.enum(['webhook', 'mail', 'sms', 'phone']),
  to: z.object({ account: z.string(), name: z.string() }).optional(),
  count: z.number(),
  grade: Grade,
  step: z.number(),
  round: z.number(),
  state: z.enum(['waiting', 'sending', 'sent', 'failed', 'refused', 'dropped']),
  askedAt: z.number(),
  due: z.number(),
  tries: z.number(),
  startedAt: z.number().optional(),
  endedAt: z.number().optional(),
  reason: DeliveryReason.optional(),
  status: z.number().optional(),
  receipt: z.object({ at: z.number(), state: ReceiptState }).optional(),
  /** It spoke of another alarm of the same cause. */
  ofCause: z.boolean().optional(),
})
export type ShownDelivery = z.infer<typeof ShownDelivery>

export const listDeliveries = query('notice:deliveries', {
  input: z.strictObject({
    alarm: AlarmId.optional(),
    state: z.enum(['under-way', 'sent', 'failed', 'dropped']).optional(),
    limit: z.number().int().min(1).max(2000).default(200),
  }),
  output: z.object({
    deliveries: z.array(ShownDelivery),
    /** Of the alarm: when people are told next, or again; absent: nothing more is planned. */
    next: z.array(z.object({ route: z.string(), at: z.number(), what: z.enum(['step', 'repeat']) })).optional(),
  }),
  may: 'alarms.see',
  byItself: true,
  help: 'Who was told of an alarm, or of any in the own area of duty, by what, and what came of it; newest first.',
})
