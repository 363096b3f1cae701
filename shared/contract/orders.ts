import { z } from 'zod'
import { DeviceId } from '../world/devices.ts'
import { OrderId, OrderInput } from '../world/orders.ts'
import { command, query } from './call.ts'

const Note = z.string().trim().max(500).optional()

export const giveOrder = command('order:give', {
  input: z.strictObject({
    device: DeviceId,
    command: z.string().min(1).max(40),
    /** What the command has to be told, by name. */
    input: OrderInput.default({}),
    note: Note,
  }),
  output: z.object({
    order: OrderId,
    /** It is dangerous: somebody else has to agree before the device is told. */
    needsAnother: z.boolean(),
  }),
  may: 'devices.control',
  help: 'Tell a device to do something its kind can do; what comes of it follows as the state of the order.',
})

export const agreeToOrder = command('order:agree', {
  input: z.strictObject({ order: OrderId }),
  may: 'devices.control',
  help: 'Agree to a dangerous order of somebody else; the device is then told.',
})

export const withdrawOrder = command('order:withdraw', {
  input: z.strictObject({ order: OrderId, note: Note }),
  may: 'devices.control',
  help: 'Have an order that waits for agreement not given: the own one taken back, or that of somebody else declined.',
})

export const listOrders = query('order:list', {
  input: z.strictObject({ device: DeviceId.optional() }),
  output: z.object({
    orders: z.array(z.looseObject({ order: OrderId, device: DeviceId, command: z.string(), state: z.string() })),
  }),
  may: 'devices.see',
  help: 'Orders under way, and the last of each command that ended; newest first.',
})
