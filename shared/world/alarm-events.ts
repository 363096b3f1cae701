import { z } from 'zod'
import { PlacePath } from '../place/path.ts'
import { Position } from '../place/position.ts'
import { Text } from '../text.ts'
import {
  AlarmId,
  AlarmRecord,
  AsideNote,
  Assignee,
  ChatterRemedy,
  Grade,
  RuleId,
  Sign,
  Verdict,
} from './alarm-record.ts'
import { ConditionIs } from './conditions.ts'
import { DeviceId } from './devices.ts'
import { event } from './event.ts'

const Note = z.string().max(500).optional()
const About = z.object({ alarm: AlarmId })

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
    words: z.object({ name: Text, advice: Text }).optional(),
    position: Position,
    metric: z.string(),
    limit: z.number(),
    value: z.number(),
    latches: z.boolean().optional(),
    toClose: z.boolean().optional(),
    aside: AsideNote.optional(),
    sign: Sign.optional(),
    cluster: AlarmId.optional(),
  }),
)
/** `limit`: where its rule was set otherwise since. */
export const alarmRecurred = event('alarm:recurred', About.extend({ value: z.number(), limit: z.number().optional() }))
export const alarmReturned = event('alarm:returned', About.extend({ value: z.number() }))
export const alarmAcknowledged = event('alarm:acknowledged', About.extend({ note: Note }))
/** Somebody took back that it was acknowledged. */
export const alarmUnacknowledged = event('alarm:unacknowledged', About.extend({ note: Note }))
/** Graver, or less so: its rule was set otherwise, or a person judged it so. */
export const alarmRegraded = event(
  'alarm:regraded',
  About.extend({ grade: Grade, note: Note, byHand: z.boolean().optional() }),
)
/** Still there for so long after somebody acknowledged it that it calls again. */
export const alarmRepeated = event('alarm:repeated', About)
/** It comes and goes: so often within a minute. */
export const alarmChattered = event('alarm:chattered', About.extend({ times: z.number().int(), remedy: ChatterRemedy }))
export const alarmReset = event('alarm:reset', About.extend({ note: Note }))
export const alarmCommented = event('alarm:commented', About.extend({ text: z.string().min(1).max(500) }))
export const alarmAssigned = event('alarm:assigned', About.extend({ to: Assignee.nullable(), note: Note }))
export const alarmSetAside = event('alarm:set-aside', About.extend({ aside: AsideNote }))
export const alarmLetBack = event('alarm:let-back', About)
/** It seems to have one cause with others, or somebody says so; null: with none of them. */
export const alarmClustered = event('alarm:clustered', About.extend({ cluster: AlarmId.nullable() }))
export const alarmClosed = event(
  'alarm:closed',
  About.extend({ verdict: Verdict, cause: z.string().min(1).max(500), disposal: z.string().min(1).max(1000) }),
)
/** It was closed too early. Brings back the record as it was before. */
export const alarmReopened = event('alarm:reopened', About.extend({ record: AlarmRecord, note: Note }))
