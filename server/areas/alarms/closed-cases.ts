import { readAlarmHistory, reopenAlarm } from '#shared/contract/alarms.ts'
import { refuse } from '#shared/errors.ts'
import { isWithin } from '#shared/place/path.ts'
import { alarmClosed, alarmRaised, alarmReopened } from '#shared/world/alarm-events.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import type { Event } from '#shared/world/event.ts'
import { World } from '#shared/world/world.ts'
import { answer, type Served } from '../../gateway/serve.ts'
import { aboutWhat } from '../../log/about.ts'
import type { EventLog } from '../../log/log.ts'
import type { Storage } from '../../log/storage.ts'
import { openAlarm } from './judge.ts'

interface Deps {
  log: EventLog
  storage: Storage
}

/** Far more than ever happens to one alarm, and to all others of its device meanwhile. */
const MOST_EVENTS = 5000

export function caseCalls({ log, storage }: Deps): Served[] {
  /** All that happened to an alarm, oldest first; nothing, where it is not for the asker. */
  const eventsOf = async (id: string, duty: string): Promise<Event[]> => {
    const about = aboutWhat({ data: { alarm: id } })
    if (about === null) return []
    const events = await storage.eventsAbout(log.stream, about, { limit: MOST_EVENTS })
    return events
      .filter(({ data, place }) => (data as { alarm?: string }).alarm === id && isWithin(place, duty))
      .reverse()
  }
  return [
    answer(readAlarmHistory, async ({ alarm }, { duty }) => {
      const events = await eventsOf(alarm, duty)
      if (events.length === 0) refuse('alarm.unknown', { alarm }, 'no such alarm')
      return { events: events.map(({ at, type, by, data }) => ({ at, type, by, data })) }
    }),
    answer(reopenAlarm, async ({ alarm: id, note }, { by, duty }) => {
      const events = await eventsOf(id, duty)
      if (events.length === 0) refuse('alarm.unknown', { alarm: id }, 'no such alarm')
      if (events.at(-1)?.type !== alarmClosed.type) refuse('alarm.not-closed', { alarm: id }, 'its case is not closed')
      const record = before(events, id)
      await log.append((world) => {
        // What was closed may have come again meanwhile, as an alarm of its own.
        if (world.alarms.has(id) || openAlarm(world, record))
          return refuse('alarm.not-closed', { alarm: id }, 'it is open again, or has come anew')
        return [alarmReopened(record.place, { alarm: id, record, ...(note ? { note } : {}) })]
      }, by)
      return {}
    }),
  ]
}

/** The record as it was before the last event: folded from its own history, as everything is. */
function before(events: readonly Event[], id: string): Alarm {
  const world = new World()
  const first = events.findLastIndex(({ type }) => type === alarmRaised.type || type === alarmReopened.type)
  for (const event of events.slice(Math.max(0, first), -1)) world.apply(event)
  return world.alarms.get(id) ?? refuse('alarm.unknown', { alarm: id }, 'its history is incomplete')
}
