import { z } from 'zod'
import { AlarmId, Grade } from './alarm-record.ts'
import { area } from './area.ts'
import { event } from './event.ts'
import { ChannelId } from './notice-channels.ts'
import { NoticeId } from './notices.ts'

/** Also what the other side is given to know a message by that comes twice. */
export const DeliveryId = z.string().regex(/^d-[\w-]{6,40}$/)

/** The newest; all of them are in the log. */
const MOST_KEPT = 2000
export const MOST_ALARMS = 50

export const DeliveryEnd = z.enum(['sent', 'failed', 'refused', 'dropped'])
export type DeliveryEnd = z.infer<typeof DeliveryEnd>

/** What came of it, in a word: screens have one text for each. */
export const DeliveryReason = z.enum([
  'acknowledged',
  'no-address',
  'nobody',
  'channel-gone',
  'channel-down',
  'timeout',
  'unreachable',
  'untrusted',
  'redirected',
  'too-large',
  'status',
  'not-taken',
  'sign-in',
  'recipient',
  'undelivered',
  'broken',
])
export type DeliveryReason = z.infer<typeof DeliveryReason>

const About = z.object({ delivery: DeliveryId })
const Recipient = z.object({ account: z.string().max(64), name: z.string().max(64) })

export const deliveryAsked = event(
  'delivery:asked',
  About.extend({
    what: z.enum(['alarm', 'clear']),
    channel: ChannelId,
    channelName: z.string(),
    kind: z.enum(['webhook', 'mail', 'sms', 'phone']),
    /** Absent: a program, or nobody. */
    to: Recipient.optional(),
    notice: NoticeId,
    alarms: z.array(AlarmId),
    count: z.number().int().min(1),
    grade: Grade,
    step: z.number().int().min(0),
    round: z.number().int().min(0),
    /** Not before: the one before it was a moment ago. */
    due: z.number(),
  }),
)
/** Something else is told with it. */
export const deliveryJoined = event(
  'delivery:joined',
  About.extend({ notice: NoticeId, alarms: z.array(AlarmId), count: z.number().int().min(1), grade: Grade }),
)
/** From here on it may have arrived. */
export const deliveryTried = event(
  'delivery:tried',
  About.extend({
    n: z.number().int().min(1),
    /** What it speaks of by now. */
    alarms: z.array(AlarmId).max(MOST_ALARMS),
    count: z.number().int().min(1),
  }),
)
export const deliveryEnded = event(
  'delivery:ended',
  About.extend({
    as: DeliveryEnd,
    reason: DeliveryReason.optional(),
    /** Of the answer, where there was one. */
    status: z.number().int().optional(),
    /** How the other side calls it. */
    id: z.string().max(100).optional(),
  }),
)
export const ReceiptState = z.enum(['delivered', 'answered', 'undelivered'])
export type ReceiptState = z.infer<typeof ReceiptState>
export const deliveryReceived = event('delivery:received', About.extend({ state: ReceiptState }))

export interface Delivery {
  delivery: string
  place: string
  what: 'alarm' | 'clear'
  channel: string
  channelName: string
  kind: 'webhook' | 'mail' | 'sms' | 'phone'
  to?: { account: string; name: string }
  notices: readonly string[]
  alarms: readonly string[]
  count: number
  grade: Grade
  step: number
  round: number
  state: 'waiting' | 'sending' | DeliveryEnd
  askedAt: number
  due: number
  tries: number
  startedAt?: number
  endedAt?: number
  reason?: DeliveryReason
  status?: number
  id?: string
  receipt?: { at: number; state: ReceiptState }
}

export function isUnderWay({ state }: Pick<Delivery, 'state'>): boolean {
  return state === 'waiting' || state === 'sending'
}

/** One person by one channel: what the limit of messages is for. */
export function outletOf({ channel, to }: Pick<Delivery, 'channel' | 'to'>): string {
  return `${channel} ${to?.account ?? ''}`
}

/** Who was told what by what. Whoever sees the alarm asks for them; no frame carries them. */
export const deliveries = area<Delivery>()('deliveries', {
  lane: 'automatic',
  see: null,
  indexes: {
    outlet: outletOf,
    underWay: (delivery) => (isUnderWay(delivery) ? 'yes' : ''),
    id: ({ channel, id }) => (id === undefined ? '' : `${channel} ${id}`),
  },
})
  .on(deliveryAsked, (table, { data: { notice, alarms, ...data }, place, at }) => {
    table.set(data.delivery, {
      ...data,
      place,
      notices: [notice],
      alarms: alarms.slice(0, MOST_ALARMS),
      state: 'waiting',
      askedAt: at,
      tries: 0,
    })
    for (const [id, delivery] of table.entries()) {
      if (table.size <= MOST_KEPT) break
      if (!isUnderWay(delivery)) table.delete(id)
    }
  })
  .on(deliveryJoined, (table, { data }) =>
    table.change(data.delivery, (delivery) => ({
      ...delivery,
      notices: [...new Set([...delivery.notices, data.notice])].slice(-MOST_ALARMS),
      alarms: [...new Set([...delivery.alarms, ...data.alarms])].slice(0, MOST_ALARMS),
      count: delivery.count + data.count,
      grade: data.grade < delivery.grade ? data.grade : delivery.grade,
    })),
  )
  .on(deliveryTried, (table, { data, at }) =>
    table.change(data.delivery, (delivery) => ({
      ...delivery,
      state: 'sending',
      tries: data.n,
      alarms: data.alarms,
      count: data.count,
      startedAt: delivery.startedAt ?? at,
    })),
  )
  .on(deliveryEnded, (table, { data: { delivery: id, as, ...said }, at }) =>
    table.change(id, (delivery) => ({ ...delivery, ...said, state: as, endedAt: at })),
  )
  .on(deliveryReceived, (table, { data, at }) =>
    table.change(data.delivery, (delivery) => ({ ...delivery, receipt: { at, state: data.state } })),
  )
