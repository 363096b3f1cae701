import {
  acknowledgeAlarms,
  assignAlarms,
  closeAlarms,
  commentAlarms,
  gradeAlarms,
  partAlarms,
  resetAlarms,
  takeBackAlarms,
  uniteAlarms,
} from '#shared/contract/alarms.ts'
import { refuse } from '#shared/errors.ts'
import {
  alarmAcknowledged,
  alarmAssigned,
  alarmClosed,
  alarmClustered,
  alarmCommented,
  alarmRegraded,
  alarmReset,
  alarmUnacknowledged,
} from '#shared/world/alarm-events.ts'
import { isLatched, isThere } from '#shared/world/alarm-life.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import type { World } from '#shared/world/world.ts'
import { decide, type Served } from '../../gateway/serve.ts'
import { each } from './each.ts'
import { handlerOf } from './handlers.ts'

const noteOf = (note: string | undefined) => (note ? { note } : {})

/** What people do with alarms. Each is a fact of its own: nothing is overwritten, and what is taken back is told as that. */
export function handlingCalls(): Served[] {
  return [
    decide(acknowledgeAlarms, (world, asked, asker) =>
      each(world, asked, asker, (alarm) => {
        checkInHand(alarm)
        if (alarm.acknowledgedAt !== undefined)
          refuse(
            'alarm.already-acknowledged',
            { by: alarm.acknowledgedBy?.name ?? alarm.acknowledgedBy?.id, at: alarm.acknowledgedAt },
            'somebody was faster',
          )
        return alarmAcknowledged(alarm.place, { alarm: alarm.alarm, ...noteOf(asked.note) })
      }),
    ),
    decide(takeBackAlarms, (world, asked, asker) =>
      each(world, asked, asker, (alarm) => {
        checkInHand(alarm)
        if (alarm.acknowledgedAt === undefined)
          refuse('alarm.not-acknowledged', { alarm: alarm.alarm }, 'nobody has acknowledged it')
        return alarmUnacknowledged(alarm.place, { alarm: alarm.alarm, ...noteOf(asked.note) })
      }),
    ),
    decide(commentAlarms, (world, asked, asker) =>
      each(world, asked, asker, ({ alarm, place }) => alarmCommented(place, { alarm, text: asked.text })),
    ),
    decide(assignAlarms, (world, asked, asker) =>
      each(world, asked, asker, ({ alarm, place, assignee }) => {
        const to = asked.to === null ? null : handlerOf(world, asked.to, place)
        if (to?.account === assignee?.account) refuse('alarm.same', { alarm }, 'it is like that already')
        return alarmAssigned(place, { alarm, to, ...noteOf(asked.note) })
      }),
    ),
    decide(gradeAlarms, (world, asked, asker) =>
      each(world, asked, asker, ({ alarm, place, grade }) => {
        if (grade === asked.grade) refuse('alarm.same', { alarm }, 'it is like that already')
        return alarmRegraded(place, { alarm, grade: asked.grade, note: asked.note, byHand: true })
      }),
    ),
    decide(resetAlarms, (world, asked, asker) =>
      each(world, asked, asker, (alarm) => {
        if (!alarm.latches) refuse('alarm.not-latched', { alarm: alarm.alarm }, 'it needs no reset')
        checkGone(alarm)
        if (alarm.acknowledgedAt === undefined)
          refuse('alarm.not-acknowledged', { alarm: alarm.alarm }, 'take notice of it first')
        return alarmReset(alarm.place, { alarm: alarm.alarm, ...noteOf(asked.note) })
      }),
    ),
    decide(uniteAlarms, (world, asked, asker) => {
      const into = clusterOf(world, asked.alarms)
      return each(world, asked, asker, ({ alarm, place, cluster }) => {
        if (cluster === into) refuse('alarm.same', { alarm }, 'it is like that already')
        return alarmClustered(place, { alarm, cluster: into })
      })
    }),
    decide(partAlarms, (world, asked, asker) =>
      each(world, asked, asker, ({ alarm, place, cluster }) => {
        if (cluster === undefined) refuse('alarm.same', { alarm }, 'it stands alone already')
        return alarmClustered(place, { alarm, cluster: null })
      }),
    ),
    decide(closeAlarms, (world, asked, asker) =>
      each(world, asked, asker, (alarm) => {
        checkInHand(alarm)
        checkGone(alarm)
        if (isLatched(alarm)) refuse('alarm.latched', { alarm: alarm.alarm }, 'look, and reset it first')
        const { verdict, cause, disposal } = asked
        return alarmClosed(alarm.place, { alarm: alarm.alarm, verdict, cause, disposal })
      }),
    ),
  ]
}

/** Of those that some are with already the largest; else they are named after the first. */
function clusterOf(world: World, ids: readonly string[]): string {
  const alarms = ids.flatMap((id) => world.alarms.get(id) ?? []).sort((a, b) => a.raisedAt - b.raisedAt)
  const known = alarms.flatMap(({ cluster }) => cluster ?? [])
  const size = (cluster: string) => world.alarms.where('cluster', cluster).size
  return known.sort((a, b) => size(b) - size(a))[0] ?? alarms[0]?.alarm ?? ''
}

/** What is aside calls for nobody: have it back first. */
function checkInHand({ alarm, aside }: Alarm): void {
  if (aside) refuse('alarm.aside', { alarm, how: aside.how }, 'it is set aside')
}

/** A case whose cause is still there is not closed, whatever anyone says. */
function checkGone(alarm: Alarm): void {
  if (isThere(alarm)) refuse('alarm.still-there', { alarm: alarm.alarm }, 'its condition is still there')
}
