import { z } from 'zod'
import { PlacePath } from '../place/path.ts'
import { Position } from '../place/position.ts'
import { Text } from '../text.ts'
import { area } from './area.ts'
import { ConditionIs } from './conditions.ts'
import { DeviceId } from './devices.ts'
import { type Actor, event } from './event.ts'

export const AlarmId = z.string().min(1).max(160)
export type AlarmId = z.infer<typeof AlarmId>

/** I is the gravest. */
export const Grade = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type Grade = z.infer<typeof Grade>

export const RuleId = z.string().min(1).max(64)

const AlarmWords = z.object({ name: Text, advice: Text })
export type AlarmWords = z.infer<typeof AlarmWords>

/**
 * ISA-18.2: an alarm is unacknowledged (B), acknowledged (C), or returned to normal while nobody had
 * acknowledged it (D). Acknowledged and returned, it is over and leaves the table.
 */
export type AlarmState = 'unacknowledged' | 'acknowledged' | 'returned'

export interface Alarm {
  alarm: AlarmId
  device: DeviceId
  rule: string
  /** Of the rule, where it is about a place, or not of the device's own kind. */
  kind?: string
  /** The place whose devices were taken together; the device is the one that made it enough. */
  group?: PlacePath
  grade: Grade
  /** How it was measured against its limit; absent: as the kind has it. */
  is?: ConditionIs
  /** Of a rule that somebody has set: it says the same when the rule is long another. */
  words?: AlarmWords
  place: string
  position: Position
  metric: string
  limit: number
  /** The value that raised it last; what is measured now is among the readings. */
  value: number
  state: AlarmState
  raisedAt: number
  /** How often the condition came while the alarm was open. */
  times: number
  returnedAt?: number
  acknowledgedAt?: number
  acknowledgedBy?: Actor
  note?: string
}

export const alarmRaised = event(
  'alarm:raised',
  z.object({
    alarm: AlarmId,
    device: DeviceId,
    rule: RuleId,
    kind: z.string().max(40).optional(),
    group: PlacePath.optional(),
    grade: Grade,
    is: ConditionIs.optional(),
    words: AlarmWords.optional(),
    position: Position,
    metric: z.string(),
    limit: z.number(),
    value: z.number(),
  }),
)
export const alarmRecurred = event('alarm:recurred', z.object({ alarm: AlarmId, value: z.number() }))
export const alarmReturned = event('alarm:returned', z.object({ alarm: AlarmId, value: z.number() }))
export const alarmAcknowledged = event(
  'alarm:acknowledged',
  z.object({ alarm: AlarmId, note: z.string().max(500).optional() }),
)

/** One device, or one place whose devices are taken together, and one rule have at most one open alarm. */
export function alarmCause({ device, group, kind, rule }: Pick<Alarm, 'device' | 'group' | 'kind' | 'rule'>): string {
  return group === undefined ? `${device}~${rule}` : `${group}~${kind}~${rule}`
}

export const alarms = area<Alarm>()('alarms', {
  see: 'alarms.see',
  indexes: {
    cause: alarmCause,
    device: ({ device }) => device,
  },
})
  .on(alarmRaised, (table, e) =>
    table.set(e.data.alarm, { ...e.data, place: e.place, state: 'unacknowledged', raisedAt: e.at, times: 1 }),
  )
  .on(alarmRecurred, (table, e) =>
    table.change(e.data.alarm, ({ returnedAt: _, ...alarm }) => ({
      ...alarm,
      value: e.data.value,
      state: alarm.state === 'returned' ? 'unacknowledged' : alarm.state,
      times: alarm.times + 1,
    })),
  )
  .on(alarmReturned, (table, e) => {
    if (table.get(e.data.alarm)?.state === 'acknowledged') table.delete(e.data.alarm)
    else table.change(e.data.alarm, (alarm) => ({ ...alarm, state: 'returned', returnedAt: e.at }))
  })
  .on(alarmAcknowledged, (table, e) => {
    if (table.get(e.data.alarm)?.state === 'returned') table.delete(e.data.alarm)
    else
      table.change(e.data.alarm, (alarm) => ({
        ...alarm,
        state: 'acknowledged',
        acknowledgedAt: e.at,
        acknowledgedBy: e.by,
        ...(e.data.note === undefined ? {} : { note: e.data.note }),
      }))
  })
