import { type OrderMessage, orderTopic, ResultMessage } from '#shared/contract/device-link.ts'
import { AnkanError, refuse } from '#shared/errors.ts'
import { type Clock, MINUTE, SECOND } from '#shared/time.ts'
import { type Draft, type Event, SYSTEM } from '#shared/world/event.ts'
import { type Order, type OrderEnd, orderAgreed, orderAsked, orderEnded, orderRepeated } from '#shared/world/orders.ts'
import type { World } from '#shared/world/world.ts'
import type { EventLog } from '../../log/log.ts'

/** A device has so long to say what came of an order, and is told again meanwhile. */
export const ANSWER_MS = 15 * SECOND
const REPEAT_MS = 5 * SECOND
/** A second person has so long to agree: what was right a while ago may be wrong now. */
export const AGREE_MS = 5 * MINUTE

interface Deps {
  log: EventLog
  clock: Clock
  /** Says it to a device that is there and listens; whether it arrived, the device says itself. */
  tell(device: string, topic: string, message: string): void
}

/** Orders on their way: told to the device when they are on disk, told again, and ended when nobody answers. */
export class OrdersAtWork {
  private readonly deps: Deps
  private readonly waiting = new Map<string, () => void>()
  private readonly stops: (() => void)[]

  constructor(deps: Deps) {
    this.deps = deps
    this.stops = [
      deps.log.onCommitted(({ events }) => {
        for (const event of events) this.follow(event)
      }),
      // What could not be written when its time was up is written now.
      deps.log.onFault((fault) => {
        if (!fault) this.takeUpAll()
      }),
    ]
    // A restart must not leave an order hanging, nor tell a device what is long over.
    this.takeUpAll()
  }

  private takeUpAll(): void {
    for (const order of this.deps.log.told.orders.values()) {
      this.letGo(order.order)
      this.takeUp(order)
    }
  }

  private follow({ type, data }: Event): void {
    if (type !== orderAsked.type && type !== orderAgreed.type && type !== orderEnded.type) return
    const { order: id } = data as { order: string }
    this.letGo(id)
    const order = this.deps.log.told.orders.get(id)
    if (order) this.takeUp(order)
  }

  private takeUp(order: Order): void {
    const left = order.until - this.deps.clock.now()
    // Durations are our own: a wall clock that was set must not hold an order open.
    if (order.state === 'asked') this.after(order, Math.min(left, AGREE_MS), () => this.end(order, 'lapsed'))
    else if (order.state === 'given') this.tell(order, this.deps.clock.monotonic() + Math.min(left, ANSWER_MS))
  }

  private tell(order: Order, deadline: number): void {
    const { clock, tell } = this.deps
    const left = deadline - clock.monotonic()
    if (left <= 0) {
      this.end(order, 'unanswered')
      return
    }
    const { order: id, command, input, until } = order
    const message: OrderMessage = { order: id, command, input, until }
    tell(order.device, orderTopic(order.device), JSON.stringify(message))
    this.after(order, Math.min(left, REPEAT_MS), () => {
      if (clock.monotonic() < deadline) this.append(order, () => [orderRepeated(order.place, aboutOf(order))])
      this.tell(order, deadline)
    })
  }

  /** What a device says came of an order; resolves when that is on disk. Late is better than never. */
  async answer(device: string, message: unknown): Promise<void> {
    const parsed = ResultMessage.safeParse(message)
    if (!parsed.success) throw new AnkanError('input.invalid', {}, parsed.error.issues[0]?.message ?? 'no result')
    const { order: id, done, reason } = parsed.data
    await this.deps.log.append(
      (world) => {
        const order = world.orders.get(id)
        if (order?.device !== device) return refuse('order.unknown', { order: id }, 'no such order for this device')
        // Said again, because our answer was lost on the way.
        if (order.state !== 'given' && order.state !== 'unanswered') return []
        const said = reason === undefined ? {} : { reason }
        return [orderEnded(order.place, { ...aboutOf(order), as: done ? 'done' : 'refused', ...said })]
      },
      { kind: 'device', id: device },
    )
  }

  private end(order: Order, as: OrderEnd): void {
    this.append(order, () => [orderEnded(order.place, { ...aboutOf(order), as })])
  }

  /** Only while it is still under way as we knew it. */
  private append(known: Order, drafts: () => Draft[]): void {
    const decide = (world: World) => (world.orders.get(known.order)?.state === known.state ? drafts() : [])
    // Not written now: it is made good when the disk is back, see above.
    this.deps.log.append(decide, SYSTEM).catch(() => {})
  }

  private after({ order }: Order, ms: number, run: () => void): void {
    this.waiting.set(order, this.deps.clock.after(Math.max(0, ms), run))
  }

  private letGo(order: string): void {
    this.waiting.get(order)?.()
    this.waiting.delete(order)
  }

  close(): void {
    for (const stop of this.stops) stop()
    for (const order of [...this.waiting.keys()]) this.letGo(order)
  }
}

function aboutOf({ order, device }: Order): Pick<Order, 'order' | 'device'> {
  return { order, device }
}
