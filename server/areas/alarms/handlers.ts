import { holds } from '#shared/contract/roles.ts'
import { refuse } from '#shared/errors.ts'
import { EVERYWHERE, isWithin } from '#shared/place/path.ts'
import type { Assignee } from '#shared/world/alarm-record.ts'
import type { User } from '#shared/world/users.ts'
import type { World } from '#shared/world/world.ts'

/** Who may handle alarms of a place, by name. */
export function handlersAt(world: World, place: string, now: number): Assignee[] {
  return [...world.users.values()]
    .filter((user) => mayHandle(user, place) && (user.validUntil ?? now) >= now)
    .map(({ account, name }) => ({ account, name }))
    .sort((a, b) => a.account.localeCompare(b.account))
}

export function handlerOf(world: World, account: string, place: string): Assignee {
  const user = world.users.get(account)
  if (!user || !mayHandle(user, place))
    return refuse('assignee.unknown', { account }, 'nobody of that name may handle alarms there')
  return { account, name: user.name }
}

function mayHandle({ role, duty = EVERYWHERE, disabled }: User, place: string): boolean {
  return !disabled && holds(role, 'alarms.handle') && isWithin(place, duty)
}
