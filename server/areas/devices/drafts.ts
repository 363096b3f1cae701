import { LOST } from '#models/health.ts'
import { alarmReturned } from '#shared/world/alarm-events.ts'
import { isThere } from '#shared/world/alarm-life.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import { deviceKept, deviceReleased, keeperPhoneSet } from '#shared/world/archive.ts'
import { asideEnded } from '#shared/world/asides.ts'
import { deviceChanged, deviceLeft, deviceMoved, deviceRestored, deviceRetired } from '#shared/world/device-changes.ts'
import { type DeviceEntry, entryOf, isInService, restOf, whatWas } from '#shared/world/device-entry.ts'
import { type Device, deviceRegistered } from '#shared/world/devices.ts'
import type { Draft } from '#shared/world/event.ts'
import { isUnderWay, orderEnded } from '#shared/world/orders.ts'
import type { World } from '#shared/world/world.ts'

/** A new one, with whom to call about it. */
export function registration(
  entry: DeviceEntry,
  from: { source: string; file?: string },
  phone: string | undefined,
): Draft[] {
  const draft = deviceRegistered(entry.place, { ...entry, ...from })
  return phone ? [draft, keeperPhoneSet(entry.place, { device: entry.device, phone })] : [draft]
}

/** What follows when a device is to be as `entry` says; nothing, where it is. */
export function change(world: World, before: Device, entry: DeviceEntry, file?: string): Draft[] {
  const was = whatWas(before, entry)
  if (!was) return []
  const said = { ...entry, was, ...(file === undefined ? {} : { file }) }
  const isAnother = entry.kind !== before.kind
  const leaves = isInService(before) && !isInService(entry)
  // What is taken out of service is missed by nobody; what it measured of its place still holds.
  const over = isAnother || leaves ? alarmsEnded(world, before.device, isAnother ? isOfDevice : isOfItself) : []
  if (entry.place === before.place) return [deviceChanged(entry.place, said), ...over]
  // Whoever sees only one of the two places is told what concerns that one.
  return [
    deviceLeft(before.place, { left: before.device }),
    deviceMoved(entry.place, { ...said, rest: restOf(before) }),
    ...over,
  ]
}

export function phoneChange(world: World, { device, place }: DeviceEntry, phone: string | undefined): Draft[] {
  const known = world.archive.get(device)?.phone ?? ''
  return phone === undefined || phone === known ? [] : [keeperPhoneSet(place, { device, phone })]
}

/** It leaves the world: whatever waited for it is over. */
export function retirement(world: World, device: Device, reason: string): Draft[] {
  const { device: id, place } = device
  const drafts: Draft[] = [
    deviceRetired(place, { device: id, reason }),
    deviceKept(place, { device: id, reason, known: { ...device } }),
    ...alarmsEnded(world, id, isOfDevice),
  ]
  for (const aside of world.asides.values())
    if (aside.device === id) drafts.push(asideEnded(aside.place, { aside: aside.aside, device: id }))
  for (const orderId of world.orders.where('device', id)) {
    const order = world.orders.get(orderId)
    if (order && isUnderWay(order))
      drafts.push(orderEnded(order.place, { order: orderId, device: id, as: 'withdrawn', reason: 'device.retired' }))
  }
  return drafts
}

/** What is about a place goes on without the device on which it hangs. */
function isOfDevice({ group }: Alarm): boolean {
  return group === undefined
}

/** About the device alone, not about the place it watches. */
function isOfItself(alarm: Alarm): boolean {
  const { rule } = alarm
  return isOfDevice(alarm) && (rule === LOST || rule === 'fault' || rule === 'clock')
}

/** No reading will ever say that they are over. */
function alarmsEnded(world: World, device: string, which: (alarm: Alarm) => boolean): Draft[] {
  return [...world.alarms.where('device', device)].flatMap((id) => {
    const alarm = world.alarms.get(id)
    if (!alarm || !isThere(alarm) || !which(alarm)) return []
    return [alarmReturned(alarm.place, { alarm: id, value: alarm.value })]
  })
}

/** As it was; but nobody has heard of it since. */
export function restoration(device: Device, now: number): Draft[] {
  const rest = { ...restOf(device), link: 'unknown', linkSince: now }
  return [
    deviceReleased(device.place, { device: device.device }),
    deviceRestored(device.place, { ...entryOf(device), rest }),
  ]
}
