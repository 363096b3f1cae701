import type { ShownDelivery } from '#shared/contract/notices.ts'
import { isWithin } from '#shared/place/path.ts'
import { MINUTE } from '#shared/time.ts'
import type { Delivery } from '#shared/world/deliveries.ts'
import type { World } from '#shared/world/world.ts'
import { wantsTelling } from './notice-state.ts'

/** What was told of an alarm, and of the others of its cause while it was among them. */
export function deliveriesOf(world: World, alarm: string): ShownDelivery[] {
  const among = new Set(
    [...world.notices.values()].filter(({ alarms }) => alarms.includes(alarm)).map(({ notice }) => notice),
  )
  return [...world.deliveries.values()].flatMap((delivery) => {
    if (delivery.alarms.includes(alarm)) return [shown(delivery)]
    return delivery.notices.some((notice) => among.has(notice)) ? [{ ...shown(delivery), ofCause: true }] : []
  })
}

/** All that may be shown to whoever is on duty there: a message about several places only where all of them are. */
export function deliveriesWithin(world: World, duty: string): ShownDelivery[] {
  return [...world.deliveries.values()].filter(({ place }) => isWithin(place, duty)).map(shown)
}

function shown({ notices: _, alarms: __, id: ___, ...delivery }: Delivery): ShownDelivery {
  return delivery
}

/** Who is told next, while nobody answers. */
export function nextOf(world: World, alarm: string): { route: string; at: number; what: 'step' | 'repeat' }[] {
  const known = world.alarms.get(alarm)
  if (!known || !wantsTelling(known)) return []
  return [...world.notices.values()].flatMap(
    ({ alarms, endedAt, route: id, begunAt, steps, rounds, roundAt = begunAt }) => {
      if (endedAt !== undefined || !alarms.includes(alarm)) return []
      const route = world.routes.get(id)
      const step = route?.steps[steps]
      const repeat = route?.repeat && rounds < route.repeat.most ? route.repeat : undefined
      const name = route?.name ?? id
      return [
        ...(step ? [{ route: name, at: begunAt + step.after * MINUTE, what: 'step' as const }] : []),
        ...(repeat ? [{ route: name, at: roundAt + repeat.every * MINUTE, what: 'repeat' as const }] : []),
      ]
    },
  )
}
