import { placeUpTo } from '../place/path.ts'
import {
  alarmAcknowledged,
  alarmAssigned,
  alarmChattered,
  alarmClosed,
  alarmClustered,
  alarmCommented,
  alarmLetBack,
  alarmRaised,
  alarmRecurred,
  alarmRegraded,
  alarmReopened,
  alarmRepeated,
  alarmReset,
  alarmReturned,
  alarmSetAside,
  alarmUnacknowledged,
} from './alarm-events.ts'
import { acknowledged, calledAgain, letBack, move, recurred, regraded, returned } from './alarm-life.ts'
import { type Alarm, MOST_COMMENTS, type Sign } from './alarm-record.ts'
import { area } from './area.ts'

/** One device, or one place whose devices are taken together, and one rule have at most one alarm that is not settled. */
export function alarmCause({ device, group, kind, rule }: Pick<Alarm, 'device' | 'group' | 'kind' | 'rule'>): string {
  return group === undefined ? `${device}~${rule}` : `${group}~${kind}~${rule}`
}

/** Weather is everywhere; all else is looked for in its zone. */
export function troubleKey(sign: Sign, place: string): string {
  return sign === 'weather' ? sign : `${sign}@${placeUpTo(place, 'zone') ?? place}`
}

/** Every alarm that is not over. */
export const alarms = area<Alarm>()('alarms', {
  lane: 'course',
  see: 'alarms.see',
  indexes: {
    cause: alarmCause,
    device: ({ device }) => device,
    rule: ({ rule }) => rule,
    cluster: ({ cluster = '' }) => cluster,
    /** Where to look for those of one cause. */
    trouble: ({ sign, place }) => (sign === undefined ? '' : troubleKey(sign, place)),
    /** What keeps it aside. */
    because: ({ aside }) => aside?.because ?? '',
  },
})
  .on(alarmRaised, (table, { data, place, at }) =>
    table.set(data.alarm, { ...data, place, state: data.aside?.how ?? 'unacknowledged', raisedAt: at, times: 1 }),
  )
  .on(alarmRecurred, (table, { data }) => move(table, data.alarm, (alarm) => recurred(alarm, data)))
  .on(alarmReturned, (table, { data, at }) => move(table, data.alarm, (alarm) => returned(alarm, at)))
  .on(alarmAcknowledged, (table, e) => move(table, e.data.alarm, (alarm) => acknowledged(alarm, e)))
  .on(alarmUnacknowledged, (table, { data }) => move(table, data.alarm, calledAgain))
  .on(alarmRegraded, (table, { data, at }) => move(table, data.alarm, (alarm) => regraded(alarm, data, at)))
  .on(alarmRepeated, (table, { data, at }) =>
    move(table, data.alarm, (alarm) => ({ ...calledAgain(alarm), againAt: at })),
  )
  .on(alarmChattered, (table, { data: { alarm: id, times, remedy }, at }) =>
    move(table, id, (alarm) => ({ ...alarm, chatters: { at, times, remedy } })),
  )
  .on(alarmReset, (table, { data, at }) => move(table, data.alarm, (alarm) => ({ ...alarm, resetAt: at })))
  .on(alarmCommented, (table, { data, at, by }) =>
    move(table, data.alarm, (alarm) => ({
      ...alarm,
      comments: [...(alarm.comments ?? []), { at, by, text: data.text }].slice(-MOST_COMMENTS),
    })),
  )
  .on(alarmAssigned, (table, { data }) =>
    move(table, data.alarm, ({ assignee: _, ...alarm }) => (data.to ? { ...alarm, assignee: data.to } : alarm)),
  )
  .on(alarmSetAside, (table, { data }) => move(table, data.alarm, (alarm) => ({ ...alarm, aside: data.aside })))
  .on(alarmLetBack, (table, { data }) => {
    const alarm = table.get(data.alarm)
    const back = alarm && letBack(alarm)
    if (back) move(table, data.alarm, () => back)
    else table.delete(data.alarm)
  })
  .on(alarmClustered, (table, { data: { alarm: id, cluster } }) =>
    move(table, id, ({ cluster: _, apart: __, ...alarm }) =>
      cluster === null ? { ...alarm, apart: true } : { ...alarm, cluster },
    ),
  )
  .on(alarmClosed, (table, { data }) => table.delete(data.alarm))
  .on(alarmReopened, (table, { data }) => table.set(data.alarm, data.record))
