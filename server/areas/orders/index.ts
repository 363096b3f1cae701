import { agreeToOrder, giveOrder, listOrders, withdrawOrder } from '#shared/contract/orders.ts'
import { refuse } from '#shared/errors.ts'
import { isWithin } from '#shared/place/path.ts'
import { type Order, orderAgreed, orderEnded } from '#shared/world/orders.ts'
import type { World } from '#shared/world/world.ts'
import { answer, decide, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'
import { askOrder, newOrder, type OrderDeps } from './ask-order.ts'
import { checkListens, checkOrder } from './check-order.ts'
import { ANSWER_MS } from './orders-at-work.ts'

interface Deps extends OrderDeps {
  log: EventLog
}

export function orderCalls({ log, clock, kinds, listens }: Deps): Served[] {
  return [
    answer(giveOrder, async ({ device: id, command: name, input, note }, { by, duty }) => {
      const order = newOrder()
      let needsAnother = false
      await log.append((world) => {
        const device = world.devices.get(id)
        if (!device || !isWithin(device.place, duty)) return refuse('device.unknown', { device: id }, 'no such device')
        const asked = askOrder(world, { order, device, command: name, input, note }, { clock, kinds, listens })
        needsAnother = asked.needsAnother
        return [asked.draft]
      }, by)
      return { order, needsAnother }
    }),
    decide(agreeToOrder, (world, { order: id }, { by, duty }) => {
      const order = waitingOrder(world, id, duty)
      if (order.until <= clock.now()) refuse('order.decided', { order: id, state: 'lapsed' }, 'nobody agreed in time')
      const device = world.devices.get(order.device) ?? refuse('device.unknown', { device: order.device }, 'it is gone')
      checkOrder(kinds.get(device.kind), order.command, order.input)
      if (order.askedBy.id === by.id)
        refuse('order.own', { order: id }, 'somebody else has to agree to what one asks for')
      checkListens(listens(order.device), order.device)
      return [orderAgreed(order.place, { order: id, device: order.device, until: clock.now() + ANSWER_MS })]
    }),
    decide(withdrawOrder, (world, { order: id, note }, { duty }) => {
      const { place, device } = waitingOrder(world, id, duty)
      return [orderEnded(place, { order: id, device, as: 'withdrawn', ...(note ? { reason: note } : {}) })]
    }),
    answer(listOrders, ({ device }, { duty }) => ({
      orders: [...log.told.orders.values()]
        .filter((order) => isWithin(order.place, duty) && (device === undefined || order.device === device))
        .sort((a, b) => b.askedAt - a.askedAt)
        .map((order) => ({ ...order })),
    })),
  ]
}

function waitingOrder(world: World, id: string, duty: string): Order {
  const order = world.orders.get(id)
  if (!order || !isWithin(order.place, duty)) return refuse('order.unknown', { order: id }, 'no such order')
  if (order.state !== 'asked') return refuse('order.decided', { order: id, state: order.state }, 'somebody was faster')
  return order
}
