import { onDuty } from '#models/on-duty.ts'
import { EVERYWHERE, isWithin } from '#shared/place/path.ts'
import type { ChannelKind } from '#shared/world/notice-channels.ts'
import type { RouteStep } from '#shared/world/notice-routes.ts'
import { CALENDAR } from '#shared/world/shifts.ts'
import type { User } from '#shared/world/users.ts'
import type { World } from '#shared/world/world.ts'

/** The people of a step for a place at a time; whoever is not on duty there is not told of it, except by name. */
export function peopleOf(
  world: World,
  { roles, accounts, onDuty: byShift }: RouteStep,
  place: string,
  at: number,
): User[] {
  const calendar = world.shifts.get(CALENDAR)
  const serving = byShift && calendar ? onDuty(at, calendar, place) : []
  const named = new Set([...accounts, ...serving])
  return [...world.users.values()]
    .filter(({ account, role, duty = EVERYWHERE, disabled, validUntil }) => {
      if (disabled || (validUntil !== undefined && validUntil <= at)) return false
      return named.has(account) || (roles.includes(role as never) && isWithin(place, duty))
    })
    .sort((a, b) => a.account.localeCompare(b.account))
}

/** Where a channel finds somebody; undefined: nowhere. */
export function addressOf({ phone, mail }: Pick<User, 'phone' | 'mail'>, kind: ChannelKind): string | undefined {
  return kind === 'mail' ? mail : kind === 'webhook' ? undefined : phone?.replace(/[ -]/g, '')
}

/** As much of it as tells one from another. */
export function maskedAddress(address: string): string {
  const [name = '', host] = address.split(/@(.*)/s)
  if (host !== undefined) return `${name.slice(0, 1)}***@${host}`
  return address.length <= 4 ? '***' : `${address.slice(0, Math.min(3, address.length - 4))}****${address.slice(-4)}`
}
