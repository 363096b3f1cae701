import { AnkanError } from '#shared/errors.ts'
import { type Clock, every, MINUTE, SECOND } from '#shared/time.ts'
import {
  type Delivery,
  type DeliveryReason,
  deliveryAsked,
  deliveryEnded,
  deliveryTried,
  isUnderWay,
  MOST_ALARMS,
  outletOf,
} from '#shared/world/deliveries.ts'
import { type Draft, type Event, SYSTEM } from '#shared/world/event.ts'
import type { SetChannel } from '#shared/world/notice-channels.ts'
import { channelSet } from '#shared/world/notice-channels.ts'
import { outletFailed, outletWorks } from '#shared/world/outlets.ts'
import type { World } from '#shared/world/world.ts'
import type { EventLog } from '../../log/log.ts'
import type { Message, Outcome } from '../../notify/outcome.ts'
import { send } from '../../notify/send.ts'
import { Deadlines } from '../alarms/deadlines.ts'
import { Breaker } from './breaker.ts'
import { alarmsOf } from './notice-state.ts'
import { addressOf } from './who.ts'
import type { NoticeWords } from './words.ts'

/** Tried again after these, then it has failed. */
const AGAIN_MS = [2 * SECOND, 10 * SECOND, MINUTE]
/** At once by one channel: one that hangs holds up nobody but itself. */
const AT_ONCE = 4

interface Deps {
  log: EventLog
  clock: Clock
  words: NoticeWords
  secretOf(channel: string): string | undefined
  report(text: string): void
}

interface Try {
  delivery: Delivery
  channel: SetChannel
  message: Message
  n: number
}

/** Deliveries on their way: said to be tried, tried, and said what came of it, each on disk before the next. */
export class DeliveriesAtWork {
  private readonly deps: Deps
  private readonly due: Deadlines
  private readonly stops: (() => void)[]
  private readonly breakers = new Map<string, Breaker>()
  private readonly running = new Map<string, number>()
  private readonly queues = new Map<string, string[]>()
  private readonly busy = new Set<string>()
  /** When each person was last told something by each channel. */
  private readonly lastBegun = new Map<string, number>()
  /** What came of a try while nothing could be written: it is not tried again for that. */
  private readonly unwritten = new Map<string, { one: Try; outcome: Outcome }>()
  private readonly closing = new AbortController()

  constructor(deps: Deps) {
    this.deps = deps
    this.due = new Deadlines(deps.clock)
    if (deps.log.stream !== 'live') {
      this.stops = []
      return
    }
    this.stops = [
      every(deps.clock, SECOND / 2, () => this.tick()),
      deps.log.onCommitted(({ events }) => {
        for (const event of events) this.follow(event)
      }),
      deps.log.onFault((fault) => {
        if (!fault) this.takeUp()
      }),
    ]
    this.takeUp()
  }

  close(): void {
    for (const stop of this.stops) stop()
    this.closing.abort()
  }

  /** After a start: what was being sent may or may not have arrived; it is sent once more, under the same name. */
  private takeUp(): void {
    for (const [id, { one, outcome }] of [...this.unwritten]) {
      this.unwritten.delete(id)
      this.conclude(one, outcome)
    }
    const { deliveries } = this.deps.log.told
    for (const id of deliveries.where('underWay', 'yes')) {
      const delivery = deliveries.get(id)
      if (delivery && !this.busy.has(id) && !this.due.has(id)) this.plan(delivery)
    }
  }

  private follow({ type, data }: Event): void {
    const { delivery: id, channel } = data as { delivery?: string; channel?: string }
    if (type === channelSet.type && channel !== undefined) this.breakers.delete(channel)
    if (id === undefined || !type.startsWith('delivery:')) return
    const delivery = this.deps.log.told.deliveries.get(id)
    if (!delivery || !isUnderWay(delivery)) this.due.drop(id)
    else if (type === deliveryAsked.type) this.plan(delivery)
  }

  /** Durations are our own: a wall clock that was set back must not hold a message for hours. */
  private plan({ delivery, state, due, channel }: Delivery): void {
    const { clock, log } = this.deps
    const most = (log.told.channels.get(channel)?.every ?? 60) * 2 * SECOND
    const left = state === 'sending' ? 0 : Math.min(Math.max(0, due - clock.now()), most)
    if (left === 0) this.queue(delivery, channel)
    else this.due.set(delivery, left)
  }

  private tick(): void {
    if (this.deps.log.fault) return
    for (const id of this.due.due()) {
      const channel = this.deps.log.told.deliveries.get(id)?.channel
      if (channel !== undefined) this.queue(id, channel)
    }
  }

  private queue(id: string, channel: string): void {
    if (this.busy.has(id)) return
    this.busy.add(id)
    const queue = this.queues.get(channel) ?? []
    this.queues.set(channel, queue)
    queue.push(id)
    this.next(channel)
  }

  private next(channel: string): void {
    const queue = this.queues.get(channel) ?? []
    const running = this.running.get(channel) ?? 0
    if (queue.length === 0 || running >= AT_ONCE) return
    const id = queue.shift() as string
    this.running.set(channel, running + 1)
    void this.run(id)
      .catch((error) => this.complain(error))
      .finally(() => {
        this.running.set(channel, (this.running.get(channel) ?? 1) - 1)
        this.next(channel)
      })
    this.next(channel)
  }

  private async run(id: string): Promise<void> {
    const { log } = this.deps
    let begun: Try | undefined
    let wait: number | undefined
    try {
      await log.append((world) => {
        const found = this.begin(world, id)
        begun = found.begun
        wait = found.wait
        return found.drafts
      }, SYSTEM)
    } finally {
      // Not written now: it is taken up when the disk is back.
      this.busy.delete(id)
    }
    if (wait !== undefined) this.due.set(id, wait)
    if (!begun || this.closing.signal.aborted) return
    this.busy.add(id)
    if (begun.n === 1) this.lastBegun.set(outletOf(begun.delivery), this.deps.clock.monotonic())
    const outcome = await this.send(begun)
    this.busy.delete(id)
    if (!this.closing.signal.aborted) this.conclude(begun, outcome)
  }

  private async send({ channel, message }: Try): Promise<Outcome> {
    const { clock, secretOf } = this.deps
    try {
      const sending = { clock, secret: secretOf(channel.channel), signal: this.closing.signal }
      return await send(channel.form, message, sending)
    } catch (error) {
      // A template that cannot be filled, a header that no request may have: it is our fault, and no better the next time.
      this.complain(error)
      return { ok: false, reason: 'broken', isFinal: true, said: '' }
    }
  }

  /** Decided on the newest world: whoever acknowledged a moment ago is not told any more. */
  private begin(world: World, id: string): { drafts: Draft[]; begun?: Try; wait?: number } {
    const delivery = world.deliveries.get(id)
    if (!delivery || !isUnderWay(delivery)) return { drafts: [] }
    const { channel: channelId, to, what, tries, place } = delivery
    const end = (as: 'failed' | 'dropped', reason: DeliveryReason) => ({
      drafts: [deliveryEnded(place, { delivery: id, as, reason })],
    })
    const channel = world.channels.get(channelId)
    if (!channel?.enabled) return end('failed', 'channel-gone')
    const alarms = alarmsOf(world, delivery)
    const isMoot = what === 'alarm' ? alarms.length === 0 : alarms.some(({ state }) => state === 'unacknowledged')
    if (isMoot) return end('dropped', 'acknowledged')
    const user = to && world.users.get(to.account)
    const address = user ? addressOf(user, channel.form.kind) : undefined
    if (to && (address === undefined || user?.disabled)) return end('failed', 'no-address')
    const wait = tries === 0 ? this.tooSoon(world, delivery, channel) : 0
    if (wait > 0) return { drafts: [], wait }
    if (!this.breakerOf(channelId).mayTry()) return end('failed', 'channel-down')
    const count = what === 'alarm' ? Math.max(1, alarms.length) : delivery.count
    const message = this.message(world, { ...delivery, count }, channel, address ?? '')
    const told = what === 'alarm' ? alarms.slice(0, MOST_ALARMS).map(({ alarm }) => alarm) : [...delivery.alarms]
    const n = tries + 1
    return {
      drafts: [deliveryTried(place, { delivery: id, n, alarms: told, count })],
      begun: { delivery, channel, message, n },
    }
  }

  /** Milliseconds until that person may hear by that channel again, by a clock that does not jump. */
  private tooSoon(world: World, delivery: Delivery, { every: seconds }: SetChannel): number {
    const { clock } = this.deps
    const outlet = outletOf(delivery)
    const known = this.lastBegun.get(outlet)
    if (known !== undefined) return known + seconds * SECOND - clock.monotonic()
    // Since the start nothing was said there: what was said before is known by the clock on the wall.
    let last = Number.NEGATIVE_INFINITY
    for (const id of world.deliveries.where('outlet', outlet))
      last = Math.max(last, world.deliveries.get(id)?.startedAt ?? last)
    const left = Math.min(last + seconds * SECOND - clock.now(), seconds * SECOND)
    this.lastBegun.set(outlet, clock.monotonic() + left - seconds * SECOND)
    return left
  }

  private message(world: World, delivery: Delivery, channel: SetChannel, address: string): Message {
    const { words, clock } = this.deps
    const { language } = channel
    const { delivery: id, what, count, step, round, to } = delivery
    const alarms = alarmsOf(world, delivery)
      .slice(0, MOST_ALARMS)
      .map((alarm) => words.told(world, alarm, language))
    const said = words.say(language, { what, alarms, count, step, round })
    const at = new Date(clock.now()).toISOString()
    return {
      delivery: id,
      what,
      at,
      center: words.center,
      ...said,
      name: to?.name ?? '',
      address,
      alarms,
      count,
      step,
      round,
    }
  }

  private conclude(one: Try, outcome: Outcome): void {
    const { delivery, channel, n } = one
    const breaker = this.breakerOf(channel.channel)
    if (outcome.ok) breaker.succeeded()
    else breaker.failed(outcome.reason)
    const again = AGAIN_MS[n - 1]
    if (!outcome.ok && !outcome.isFinal && again !== undefined) {
      this.due.set(delivery.delivery, again)
      return
    }
    this.deps.log
      .append((world) => ended(world, one, outcome), SYSTEM)
      .catch((error) => {
        if (this.deps.log.fault) this.unwritten.set(delivery.delivery, { one, outcome })
        else this.complain(error)
      })
  }

  private breakerOf(channel: string): Breaker {
    const breaker = this.breakers.get(channel) ?? new Breaker(this.deps.clock)
    this.breakers.set(channel, breaker)
    return breaker
  }

  private complain(error: unknown): void {
    if (error instanceof AnkanError && error.code.startsWith('storage.')) return
    this.deps.report(`a notice could not be dealt with: ${(error as Error).message}`)
  }
}

/** Of one person the address may be wrong; all else is trouble with the channel, and everybody has to know. */
const OF_THE_PERSON = new Set<DeliveryReason>(['recipient', 'no-address'])

function ended(world: World, { delivery: { delivery: id, place }, channel }: Try, outcome: Outcome): Draft[] {
  const delivery = world.deliveries.get(id)
  if (delivery?.state !== 'sending') return []
  const { channel: channelId, name, form } = channel
  const status = outcome.status === undefined ? {} : { status: outcome.status }
  if (outcome.ok) {
    // Two messages that the other side calls the same cannot be told apart by that.
    const isKnown = outcome.id !== undefined && world.deliveries.where('id', `${channelId} ${outcome.id}`).size > 0
    const named = outcome.id === undefined || isKnown ? {} : { id: outcome.id }
    const works = world.outlets.has(channelId) ? [outletWorks(channel.place, { channel: channelId })] : []
    return [deliveryEnded(place, { delivery: id, as: 'sent', ...status, ...named }), ...works]
  }
  const { reason, isFinal } = outcome
  const fails =
    OF_THE_PERSON.has(reason) || world.outlets.has(channelId)
      ? []
      : [outletFailed(channel.place, { channel: channelId, name, kind: form.kind, reason })]
  return [deliveryEnded(place, { delivery: id, as: isFinal ? 'refused' : 'failed', reason, ...status }), ...fails]
}
