import type { DeviceKind } from '#models/kind.ts'
import { refuse } from '#shared/errors.ts'
import type { Registry } from '#shared/registry.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import type { SetRoute } from '#shared/world/notice-routes.ts'
import type { World } from '#shared/world/world.ts'
import { isInForce } from '../rules/engine/hours.ts'
import { hasWayOut, type Routed, whyNot } from './route-book.ts'
import { addressOf, maskedAddress, peopleOf } from './who.ts'

interface Imagined {
  alarm?: string | undefined
  device?: string | undefined
  rule?: string | undefined
  grade?: Alarm['grade'] | undefined
  place?: string | undefined
}

/** The alarm that is meant, or one as it would be raised about a device. */
export function imagined(world: World, kinds: Registry<DeviceKind>, about: Imagined): Routed {
  const alarm = about.alarm === undefined ? undefined : world.alarms.get(about.alarm)
  if (about.alarm !== undefined && !alarm) return refuse('alarm.unknown', { alarm: about.alarm }, 'no such alarm')
  const id = about.device ?? alarm?.device
  const device = id === undefined ? undefined : world.devices.get(id)
  if (about.device !== undefined && !device) return refuse('device.unknown', { device: about.device }, 'no such device')
  const kind = alarm?.kind ?? device?.kind
  const rules = kinds.get(kind ?? '')?.rules ?? []
  const name = about.rule ?? alarm?.rule ?? rules[0]?.rule ?? ''
  const set = world.rules.get(`${kind}~${name}`) ?? rules.find(({ rule }) => rule === name)
  const place = about.place ?? alarm?.place ?? device?.place
  if (place === undefined) return refuse('place.unknown', {}, 'an alarm, a device or a place is needed')
  const sign = alarm?.sign ?? set?.sign
  return { grade: about.grade ?? alarm?.grade ?? set?.grade ?? 1, rule: name, place, kind, ...(sign && { sign }) }
}

/** Who a route would tell of it at that time, step by step; nothing is sent. */
export function preview(world: World, route: SetRoute, alarm: Routed, at: number) {
  const because =
    whyNot(route, alarm) ??
    (isInForce(route.when.hours, at) ? undefined : ('hours' as const)) ??
    (hasWayOut(route, world.channels) ? undefined : ('no-channel' as const))
  const { route: id, name, repeat } = route
  const steps =
    because && because !== 'no-channel' ? [] : route.steps.map((step) => tellsOf(world, step, alarm.place, at))
  return { route: id, name, ...(because && { because }), ...(repeat && { repeat }), steps }
}

function tellsOf(world: World, step: SetRoute['steps'][number], place: string, begun: number) {
  const people = peopleOf(world, step, place, begun + step.after * 60_000)
  const tells = step.channels.flatMap((id) => {
    const channel = world.channels.get(id)
    const about = { channel: id, name: channel?.name ?? id }
    if (!channel?.enabled) return [{ ...about, problem: 'channel-gone' as const }]
    if (channel.form.kind === 'webhook') return [about]
    if (people.length === 0) return [{ ...about, problem: 'nobody' as const }]
    return people.map(({ account, name, ...user }) => {
      const address = addressOf(user, channel.form.kind)
      const to = { account, name }
      return address === undefined
        ? { ...about, to, problem: 'no-address' as const }
        : { ...about, to, address: maskedAddress(address) }
    })
  })
  return { after: step.after, tells }
}
