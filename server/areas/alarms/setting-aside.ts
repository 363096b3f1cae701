import { randomBytes } from 'node:crypto'
import { shelveAlarms } from '#shared/contract/alarms.ts'
import { endAside, listAsides, MOST_ASIDES, takeOutOfService } from '#shared/contract/asides.ts'
import { refuse } from '#shared/errors.ts'
import { isWithin } from '#shared/place/path.ts'
import { type Clock, MINUTE } from '#shared/time.ts'
import { alarmSetAside } from '#shared/world/alarm-events.ts'
import { type Aside, asideBegun, asideEnded } from '#shared/world/asides.ts'
import type { Draft } from '#shared/world/event.ts'
import type { World } from '#shared/world/world.ts'
import { type Asker, answer, decide, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'
import { type LifeOf, letBack, noteOf, setAside } from './asides.ts'
import { each } from './each.ts'

interface Deps {
  log: EventLog
  clock: Clock
  lifeOf: LifeOf
}

const newId = () => `aside-${randomBytes(9).toString('base64url')}`

export function asideCalls({ log, clock, lifeOf }: Deps): Served[] {
  return [
    decide(shelveAlarms, (world, asked, asker) => {
      checkRoom(world, asked.alarms.length)
      return each(world, asked, asker, ({ alarm, device, rule, group, kind, place, aside: before }) => {
        if (before) refuse('alarm.aside', { alarm, how: before.how }, 'it is set aside already')
        const about = group === undefined ? { device, rule } : { group, kind, rule }
        const until = clock.now() + asked.minutes * MINUTE
        const said = { aside: newId(), how: 'shelved' as const, until, reason: asked.reason, ...about }
        const note = noteOf({ ...said, place, begunAt: clock.now(), begunBy: asker.by })
        return [asideBegun(place, said), alarmSetAside(place, { alarm, aside: note })]
      })
    }),
    decide(takeOutOfService, (world, asked, asker) => {
      checkRoom(world, 1)
      const { place, ...about } = withPlaceOfDevice(world, asked, asker)
      if (asked.until !== undefined && asked.until <= clock.now())
        refuse('input.invalid', { until: asked.until }, 'this moment has passed')
      const said = { ...about, aside: newId(), how: 'out-of-service' as const }
      const found = setAside(world, { ...said, place, begunAt: clock.now(), begunBy: asker.by } as Aside)
      return { drafts: [asideBegun(place, said), ...found], output: { aside: said.aside, alarms: found.length } }
    }),
    decide(endAside, (world, { aside: id, note }, { duty }) => {
      const aside = world.asides.get(id)
      if (!aside || !isWithin(aside.place, duty)) return refuse('aside.unknown', { aside: id }, 'nothing of that name')
      return endOf(world, aside, lifeOf, note)
    }),
    answer(listAsides, (_, { duty }) => ({
      asides: [...log.told.asides.values()]
        .filter(({ place }) => isWithin(place, duty))
        .sort((a, b) => b.begunAt - a.begunAt)
        .map((aside) => ({ ...aside })),
    })),
  ]
}

/** It ends, and its alarms come back or are over. */
export function endOf(world: World, { aside, device, place }: Aside, lifeOf: LifeOf, note?: string): Draft[] {
  const said = { aside, ...(device === undefined ? {} : { device }), ...(note ? { note } : {}) }
  return [asideEnded(place, said), ...letBack(world, aside, lifeOf)]
}

function withPlaceOfDevice<A extends { place: string; device?: string | undefined }>(
  world: World,
  asked: A,
  { duty }: Asker,
): A {
  if (!isWithin(asked.place, duty)) refuse('access.denied', { duty }, 'outside of the own area of duty')
  if (asked.device === undefined) return asked
  const device = world.devices.get(asked.device)
  if (!device || !isWithin(device.place, duty))
    return refuse('device.unknown', { device: asked.device }, 'no such device')
  return { ...asked, place: device.place }
}

function checkRoom(world: World, more: number): void {
  if (world.asides.size + more > MOST_ASIDES)
    refuse('aside.too-many', { most: MOST_ASIDES }, 'so much is set aside that nothing is watched any more')
}
