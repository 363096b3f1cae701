import { z } from 'zod'
import type { DeviceId } from '../world/devices.ts'
import { OrderId } from '../world/orders.ts'

/** What passes between a device and the center beside its readings, as JSON over MQTT. */

/** To the device. A device carries out an order once, however often it comes, and none after `until`. */
export const OrderMessage = z.strictObject({
  order: OrderId,
  command: z.string().min(1).max(40),
  input: z.record(z.string().min(1).max(40), z.number()),
  until: z.number().int(),
})
export type OrderMessage = z.infer<typeof OrderMessage>

/** From the device: what came of an order. */
export const ResultMessage = z.strictObject({
  order: OrderId,
  done: z.boolean(),
  reason: z.string().max(200).optional(),
})
export type ResultMessage = z.infer<typeof ResultMessage>

/** From the device: something that its kind knows happened to it. */
export const HappeningMessage = z.strictObject({
  event: z.string().min(1).max(40),
  at: z.number().int().optional(),
  detail: z.string().max(200).optional(),
})
export type HappeningMessage = z.infer<typeof HappeningMessage>

/** From a gateway, of a device behind it; or as the last will of a device: whether it can be reached. */
export const LinkMessage = z.strictObject({ online: z.boolean() })

export const orderTopic = (device: DeviceId) => `devices/${device}/commands`
export const resultTopic = (device: DeviceId) => `devices/${device}/results`
export const happeningTopic = (device: DeviceId) => `devices/${device}/events`
export const linkTopic = (device: DeviceId) => `devices/${device}/link`
