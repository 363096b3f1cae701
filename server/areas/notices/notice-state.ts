import type { Alarm } from '#shared/world/alarm-record.ts'
import { type Delivery, deliveryEnded } from '#shared/world/deliveries.ts'
import { isItsOwn } from '#shared/world/devices.ts'
import type { Draft } from '#shared/world/event.ts'
import type { Notice, NoticeEnd } from '#shared/world/notices.ts'
import type { World } from '#shared/world/world.ts'

/** Whether people are still to be told of it: it is there, it is not aside, and nobody has taken notice. */
export function wantsTelling({ state }: Pick<Alarm, 'state'>): boolean {
  return state === 'unacknowledged'
}

/** What is played from a recording is nobody's emergency. */
export function isReal(world: World, { device, raisedAt }: Alarm): boolean {
  const known = world.devices.get(device)
  return known === undefined || isItsOwn(known, raisedAt)
}

/** Alarms of one cause are one subject. */
export function keyOf({ alarm, cluster }: Pick<Alarm, 'alarm' | 'cluster'>): string {
  return cluster ?? alarm
}

export function wanting(world: World, { alarms }: { alarms: readonly string[] }): Alarm[] {
  return alarms
    .flatMap((id) => world.alarms.get(id) ?? [])
    .filter(wantsTelling)
    .sort((a, b) => a.grade - b.grade || b.raisedAt - a.raisedAt)
}

export function whyOver(world: World, notice: Notice): NoticeEnd {
  const alarms = notice.alarms.flatMap((id) => world.alarms.get(id) ?? [])
  if (alarms.some(({ acknowledgedAt }) => acknowledgedAt !== undefined)) return 'acknowledged'
  if (alarms.some(({ aside }) => aside)) return 'aside'
  return alarms.some(({ returnedAt }) => returnedAt !== undefined) ? 'returned' : 'over'
}

/** What waits to be said about alarms that want nobody any more is not said. */
export function dropped(world: World, notice: string): Draft[] {
  return [...world.deliveries.where('underWay', 'yes')].flatMap((id) => {
    const delivery = world.deliveries.get(id)
    if (delivery?.state !== 'waiting' || delivery.what !== 'alarm' || !delivery.notices.includes(notice)) return []
    if (alarmsOf(world, delivery).length > 0) return []
    return [deliveryEnded(delivery.place, { delivery: id, as: 'dropped', reason: 'acknowledged' })]
  })
}

/** The alarms that a delivery has to speak of now, gravest and newest first. */
export function alarmsOf(world: World, { notices, what, alarms }: Delivery): Alarm[] {
  if (what === 'clear') return alarms.flatMap((id) => world.alarms.get(id) ?? [])
  const ids = new Set(notices.flatMap((id) => world.notices.get(id)?.alarms ?? []))
  return wanting(world, { alarms: [...ids] })
}

/** Whether none of those who should know by now could be told. */
export function isUnreached(world: World, { notice, steps }: Notice): boolean {
  let isTold = false
  let isMissed = false
  for (const delivery of world.deliveries.values()) {
    if (delivery.step !== steps - 1 || delivery.what !== 'alarm' || !delivery.notices.includes(notice)) continue
    const { state, receipt } = delivery
    if (state === 'failed' || state === 'refused' || receipt?.state === 'undelivered') isMissed = true
    else if (state !== 'dropped') isTold = true
  }
  return isMissed && !isTold
}

/** Who heard of it, or may have: they hear how it ends. */
export function whoHeard(world: World, notice: string): Delivery[] {
  const heard = new Map<string, Delivery>()
  for (const delivery of world.deliveries.values()) {
    const { what, state, notices, channel, to } = delivery
    const isHeard = what === 'alarm' && (state === 'sent' || state === 'sending') && notices.includes(notice)
    if (isHeard) heard.set(`${channel} ${to?.account ?? ''}`, delivery)
  }
  return [...heard.values()]
}
