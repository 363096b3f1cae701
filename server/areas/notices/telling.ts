import { randomBytes } from 'node:crypto'
import { SECOND } from '#shared/time.ts'
import type { Grade } from '#shared/world/alarm-record.ts'
import {
  type DeliveryReason,
  deliveryAsked,
  deliveryEnded,
  deliveryJoined,
  outletOf,
} from '#shared/world/deliveries.ts'
import type { Draft } from '#shared/world/event.ts'
import type { SetChannel } from '#shared/world/notice-channels.ts'
import type { RouteStep } from '#shared/world/notice-routes.ts'
import type { World } from '#shared/world/world.ts'
import { addressOf, peopleOf } from './who.ts'

export const newId = (letter: 'n' | 'd') => `${letter}-${randomBytes(12).toString('base64url')}`

export interface Subject {
  notice: string
  place: string
  what: 'alarm' | 'clear'
  alarms: readonly string[]
  count: number
  grade: Grade
  step: number
  round: number
}

interface Person {
  account: string
  name: string
}

/**
 * The tellings of one decision. One person hears by one channel no more often than the channel says: what would come too
 * soon waits, and what comes while something waits is told with it.
 */
export class Telling {
  readonly drafts: Draft[] = []
  private readonly world: World
  private readonly now: number
  /** Of this decision: the world learns of it only afterwards. */
  private readonly waiting = new Map<string, { delivery: string; notices: Set<string> }>()
  private readonly lastDue = new Map<string, number>()

  constructor(world: World, now: number) {
    this.world = world
    this.now = now
  }

  /** Tells the people of a step, or says that there is nobody; how many have no address. */
  tellStep(step: RouteStep, subject: Subject): number {
    const people = peopleOf(this.world, step, subject.place, this.now)
    let told = 0
    let gaps = 0
    let reason: DeliveryReason = 'channel-gone'
    let missed: SetChannel | undefined
    for (const id of step.channels) {
      const channel = this.world.channels.get(id)
      if (!channel?.enabled) continue
      if (channel.form.kind === 'webhook') {
        this.tell(channel, undefined, subject)
        told++
        continue
      }
      missed = channel
      reason = people.length === 0 ? 'nobody' : 'no-address'
      for (const { account, name, ...user } of people)
        if (addressOf(user, channel.form.kind) === undefined) gaps++
        else {
          this.tell(channel, { account, name }, subject)
          told++
        }
    }
    if (told === 0 && missed) this.missed(missed, reason, subject)
    return gaps
  }

  tell(channel: SetChannel, to: Person | undefined, subject: Subject): void {
    const outlet = outletOf({ channel: channel.channel, ...(to && { to }) })
    const known = this.waitingFor(outlet, subject.what)
    const alarms = subject.alarms.slice(0, 50)
    if (known) {
      if (known.notices.has(subject.notice)) return
      known.notices.add(subject.notice)
      const { notice, count, grade } = subject
      this.drafts.push(deliveryJoined(subject.place, { delivery: known.delivery, notice, alarms, count, grade }))
      return
    }
    const due = Math.max(this.now, this.lastOf(outlet) + channel.every * SECOND)
    const delivery = newId('d')
    this.waiting.set(`${outlet} ${subject.what}`, { delivery, notices: new Set([subject.notice]) })
    this.lastDue.set(outlet, due)
    this.drafts.push(this.asked(delivery, channel, to, { ...subject, alarms }, due))
  }

  private asked(delivery: string, channel: SetChannel, to: Person | undefined, subject: Subject, due: number): Draft {
    const { place, ...said } = subject
    return deliveryAsked(place, {
      delivery,
      channel: channel.channel,
      channelName: channel.name,
      kind: channel.form.kind,
      ...(to && { to }),
      ...said,
      alarms: [...said.alarms],
      due,
    })
  }

  /** Nobody could be told: on record as what failed. */
  private missed(channel: SetChannel, reason: DeliveryReason, subject: Subject): void {
    const delivery = newId('d')
    this.drafts.push(
      this.asked(delivery, channel, undefined, { ...subject, alarms: subject.alarms.slice(0, 50) }, this.now),
      deliveryEnded(subject.place, { delivery, as: 'failed', reason }),
    )
  }

  private waitingFor(outlet: string, what: Subject['what']): { delivery: string; notices: Set<string> } | undefined {
    const here = this.waiting.get(`${outlet} ${what}`)
    if (here) return here
    for (const id of this.world.deliveries.where('outlet', outlet)) {
      const delivery = this.world.deliveries.get(id)
      if (delivery?.state !== 'waiting' || delivery.what !== what) continue
      const known = { delivery: id, notices: new Set(delivery.notices) }
      this.waiting.set(`${outlet} ${what}`, known)
      return known
    }
    return undefined
  }

  /** When something was, or will be, said there last. */
  private lastOf(outlet: string): number {
    const here = this.lastDue.get(outlet)
    if (here !== undefined) return here
    let last = Number.NEGATIVE_INFINITY
    for (const id of this.world.deliveries.where('outlet', outlet)) {
      const delivery = this.world.deliveries.get(id)
      const at = delivery?.startedAt ?? (delivery?.state === 'waiting' ? delivery.due : undefined)
      if (at !== undefined) last = Math.max(last, at)
    }
    return last
  }
}
