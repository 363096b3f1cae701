import { acknowledgeAlarm, countAlarms, listAlarms } from '#shared/contract/alarms.ts'
import { refuse } from '#shared/errors.ts'
import { isWithin } from '#shared/place/path.ts'
import type { Clock } from '#shared/time.ts'
import { type Alarm, alarmAcknowledged, alarmRaised, Grade } from '#shared/world/alarms.ts'
import { answer, decide, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'
import type { Storage } from '../../log/storage.ts'

const HOUR = 3_600_000

interface Deps {
  log: EventLog
  storage: Storage
  clock: Clock
}

export function alarmCalls({ log, storage, clock }: Deps): Served[] {
  return [
    decide(acknowledgeAlarm, (world, { alarm: id, note }, { duty }) => {
      const alarm = world.alarms.get(id)
      // Somebody else's alarm and no alarm are answered alike.
      if (!alarm || !isWithin(alarm.place, duty)) return refuse('alarm.unknown', { alarm: id }, 'no such open alarm')
      if (alarm.state === 'acknowledged')
        return refuse(
          'alarm.already-acknowledged',
          { by: alarm.acknowledgedBy?.name ?? alarm.acknowledgedBy?.id, at: alarm.acknowledgedAt },
          'somebody was faster',
        )
      return [alarmAcknowledged(alarm.place, note ? { alarm: id, note } : { alarm: id })]
    }),
    answer(countAlarms, async ({ hours }, { duty }) => {
      const to = clock.now()
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
  ]
}

function graver(a: Alarm, b: Alarm): number {
  return a.grade - b.grade || b.raisedAt - a.raisedAt
}
