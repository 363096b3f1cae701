import { countAlarms, listAlarms, listHandlers } from '#shared/contract/alarms.ts'
import { isWithin } from '#shared/place/path.ts'
import type { Clock } from '#shared/time.ts'
import { alarmRaised } from '#shared/world/alarm-events.ts'
import { type Alarm, Grade } from '#shared/world/alarm-record.ts'
import { answer, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'
import type { Storage } from '../../log/storage.ts'
import type { LifeOf } from './asides.ts'
import { caseCalls } from './closed-cases.ts'
import { handlersAt } from './handlers.ts'
import { handlingCalls } from './handling.ts'
import { asideCalls } from './setting-aside.ts'

const HOUR = 3_600_000

interface Deps {
  log: EventLog
  storage: Storage
  clock: Clock
  lifeOf: LifeOf
}

export function alarmCalls({ log, storage, clock, lifeOf }: Deps): Served[] {
  return [
    ...handlingCalls(),
    ...asideCalls({ log, clock, lifeOf }),
    ...caseCalls({ log, storage }),
    answer(countAlarms, async ({ hours, until }, { duty }) => {
      const to = Math.min(until ?? clock.now(), clock.now())
      const from = (Math.floor(to / HOUR) - hours + 1) * HOUR
      const wish = { type: alarmRaised.type, from, to, every: HOUR, field: 'grade', within: duty }
      const counts = await storage.countEvents(log.stream, wish)
      return { from, counts: counts.map(({ at, value, count }) => ({ at, grade: Grade.parse(value), count })) }
    }),
    answer(listAlarms, (_, { duty }) => ({
      alarms: [...log.told.alarms.values()]
        .filter((alarm) => isWithin(alarm.place, duty))
        .sort(graver)
        .map((alarm) => ({ ...alarm })),
    })),
    answer(listHandlers, ({ alarm }, { duty }) => {
      const place = (alarm === undefined ? undefined : log.told.alarms.get(alarm)?.place) ?? duty
      return { people: handlersAt(log.told, isWithin(place, duty) ? place : duty, clock.now()) }
    }),
  ]
}

function graver(a: Alarm, b: Alarm): number {
  return a.grade - b.grade || b.raisedAt - a.raisedAt
}
