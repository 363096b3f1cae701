import { onDuty, servedAt } from '#models/on-duty.ts'
import { readNoticeSettings, removeRoute, saveRoute, saveShifts } from '#shared/contract/notices.ts'
import { refuse } from '#shared/errors.ts'
import { routeRemoved, routeSet } from '#shared/world/notice-routes.ts'
import { CALENDAR, NO_SHIFTS, shiftsSet } from '#shared/world/shifts.ts'
import { answer, decide, type Served } from '../../gateway/serve.ts'
import { refuseUnlessEverywhere } from '../everywhere.ts'
import { checkRoute, checkShifts } from './check-settings.ts'
import type { NoticeDeps } from './index.ts'

const MOST_ROUTES = 100

/** Who is told of what, and who is on duty. */
export function settingCalls({ log, clock, secrets, root }: NoticeDeps): Served[] {
  return [
    answer(readNoticeSettings, (_, { duty }) => {
      refuseUnlessEverywhere(duty, root)
      const { channels, routes, users, outlets, shifts } = log.told
      const set = shifts.get(CALENDAR)
      const calendar = set ?? NO_SHIFTS
      const served = servedAt(clock.now(), calendar.shifts)
      return {
        channels: [...channels.values()].map(({ place: _place, ...channel }) => {
          const failing = outlets.get(channel.channel)
          return {
            ...channel,
            hasSecret: secrets.secretOf(channel.channel) !== undefined,
            hasToken: secrets.hasToken(channel.channel),
            ...(failing && { failing: { since: failing.since, reason: failing.reason } }),
          }
        }),
        routes: [...routes.values()].map(({ place: _place, ...route }) => route),
        shifts: {
          shifts: calendar.shifts,
          teams: calendar.teams,
          turns: calendar.turns,
          swaps: calendar.swaps,
          ...(set && { changedAt: set.changedAt }),
        },
        people: [...users.values()]
          .filter(({ disabled }) => !disabled)
          .map(({ account, name, role, phone, mail }) => ({
            account,
            name,
            role,
            hasPhone: phone !== undefined,
            hasMail: mail !== undefined,
          })),
        now: { ...served, accounts: onDuty(clock.now(), calendar, root) },
      }
    }),
    decide(saveRoute, (world, { route, seen }, { duty }) => {
      refuseUnlessEverywhere(duty, root)
      const before = world.routes.get(route.route)
      if (before?.changedAt !== seen)
        refuse('route.changed', { by: before?.changedBy.name ?? before?.changedBy.id }, 'somebody was faster')
      if (!before && world.routes.size >= MOST_ROUTES)
        refuse('notice.too-many', { most: MOST_ROUTES }, 'remove one first')
      checkRoute(world, route)
      return [routeSet(root, route)]
    }),
    decide(removeRoute, (world, { route }, { duty }) => {
      refuseUnlessEverywhere(duty, root)
      if (!world.routes.has(route)) refuse('route.unknown', { route }, 'no such route')
      return [routeRemoved(root, { route })]
    }),
    decide(saveShifts, (world, { shifts, seen }, { duty }) => {
      refuseUnlessEverywhere(duty, root)
      const before = world.shifts.get(CALENDAR)
      if (before?.changedAt !== seen)
        refuse('shifts.changed', { by: before?.changedBy.name ?? before?.changedBy.id }, 'somebody was faster')
      checkShifts(world, shifts)
      return [shiftsSet(root, shifts)]
    }),
  ]
}
