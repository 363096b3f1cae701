import { z } from 'zod'
import { area } from './area.ts'
import { DeviceId } from './devices.ts'
import { type Actor, event } from './event.ts'

export const OrderId = z.string().min(1).max(64)
export type OrderId = z.infer<typeof OrderId>
const CommandName = z.string().min(1).max(40)
export const OrderInput = z.record(z.string().min(1).max(40), z.number())

/**
 * What a device is told to do. A dangerous one is `asked` until a second person agrees; then it is `given`, and the device
 * has until `until` to say what came of it.
 */
export type OrderState = 'asked' | 'given' | OrderEnd

/**
 * Refused: the device says so. Unanswered: it said nothing in time, so nobody knows. Withdrawn: by a person before it was
 * given. Lapsed: nobody agreed in time.
 */
export const OrderEnd = z.enum(['done', 'refused', 'unanswered', 'withdrawn', 'lapsed'])
export type OrderEnd = z.infer<typeof OrderEnd>

export interface Order {
  order: OrderId
  device: DeviceId
  command: string
  input: Record<string, number>
  place: string
  state: OrderState
  /** While it is asked: somebody has to agree before. While it is given: the device has to answer before. */
  until: number
  askedAt: number
  askedBy: Actor
  note?: string
  agreedAt?: number
  agreedBy?: Actor
  /** How often the device was told. */
  tries: number
  endedAt?: number
  /** Who ended it, when it was no device. */
  endedBy?: Actor
  reason?: string
}

const About = { order: OrderId, device: DeviceId }
export const orderAsked = event(
  'order:asked',
  z.object({
    ...About,
    command: CommandName,
    input: OrderInput,
    until: z.number(),
    /** A second person has to agree. */
    needsAnother: z.boolean(),
    note: z.string().max(500).optional(),
  }),
)
export const orderAgreed = event('order:agreed', z.object({ ...About, until: z.number() }))
export const orderRepeated = event('order:repeated', z.object(About))
export const orderEnded = event(
  'order:ended',
  z.object({ ...About, as: OrderEnd, reason: z.string().max(500).optional() }),
)

/** Those under way, and of each device and command the one that ended last. */
export const orders = area<Order>()('orders', {
  see: 'devices.see',
  lane: 'automatic',
  indexes: { device: ({ device }) => device },
})
  .on(orderAsked, (table, e) => {
    const { needsAnother, note, ...asked } = e.data
    for (const id of [...table.where('device', asked.device)]) {
      const before = table.get(id)
      if (before?.command === asked.command && before.endedAt !== undefined) table.delete(id)
    }
    table.set(asked.order, {
      ...asked,
      place: e.place,
      state: needsAnother ? 'asked' : 'given',
      askedAt: e.at,
      askedBy: e.by,
      ...(note === undefined ? {} : { note }),
      tries: needsAnother ? 0 : 1,
    })
  })
  .on(orderAgreed, (table, e) =>
    table.change(e.data.order, (order) => ({
      ...order,
      state: 'given',
      until: e.data.until,
      agreedAt: e.at,
      agreedBy: e.by,
      tries: 1,
    })),
  )
  .on(orderRepeated, (table, e) => table.change(e.data.order, (order) => ({ ...order, tries: order.tries + 1 })))
  .on(orderEnded, (table, e) =>
    table.change(e.data.order, (order) => ({
      ...order,
      state: e.data.as,
      endedAt: e.at,
      ...(e.by.kind === 'user' ? { endedBy: e.by } : {}),
      ...(e.data.reason === undefined ? {} : { reason: e.data.reason }),
    })),
  )

export function isUnderWay({ state }: Pick<Order, 'state'>): boolean {
  return state === 'asked' || state === 'given'
}
