import { z } from 'zod'
import { PlacePath } from '../place/path.ts'
import { Position } from '../place/position.ts'
import { Text } from '../text.ts'
import { ConditionIs } from './conditions.ts'
import { DeviceId } from './devices.ts'
import { Actor } from './event.ts'

export const AlarmId = z.string().min(1).max(160)
export type AlarmId = z.infer<typeof AlarmId>

/** I is the gravest. */
export const Grade = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type Grade = z.infer<typeof Grade>

export const RuleId = z.string().min(1).max(64)

const AlarmWords = z.object({ name: Text, advice: Text })
export type AlarmWords = z.infer<typeof AlarmWords>

/** What calls for nobody at present, and by whom: a person for a time (E), the system (F), or whoever keeps the device (G). */
export const SetAside = z.enum(['shelved', 'suppressed', 'out-of-service'])
export type SetAside = z.infer<typeof SetAside>

/** Why an alarm is aside. */
export const AsideNote = z.object({
  how: SetAside,
  /** What keeps it there: what somebody has set aside, or the alarm that explains this one. */
  because: z.string().min(1).max(160),
  until: z.number().optional(),
  reason: z.string().max(500).optional(),
  by: Actor.optional(),
})
export type AsideNote = z.infer<typeof AsideNote>

/**
 * ISA-18.2: unacknowledged (B), acknowledged (C), returned to normal while nobody had acknowledged it (D), aside (E, F, G).
 * Settled is A with an open case: acknowledged and gone, but nobody has said yet what it was and what was done.
 */
export type AlarmState = 'unacknowledged' | 'acknowledged' | 'returned' | 'settled' | SetAside

/** What trouble an alarm is a sign of, by which those of one cause are found. */
export const Sign = z.enum([
  'fire',
  'overheat',
  'smoke',
  'gas',
  'power',
  'water',
  'weather',
  'suppression',
  'stoppage',
  'evacuation',
  'distress',
  'intrusion',
  'silence',
])
export type Sign = z.infer<typeof Sign>

/** Named after its first alarm. */
const ClusterId = AlarmId

/** What it turned out to be. */
export const Verdict = z.enum(['real', 'false', 'test', 'fault', 'other'])
export type Verdict = z.infer<typeof Verdict>

export const Assignee = z.object({ account: z.string().min(1).max(64), name: z.string().max(64) })
export type Assignee = z.infer<typeof Assignee>

export const MOST_COMMENTS = 50

/** What would keep an alarm quiet that comes and goes. */
export const ChatterRemedy = z.discriminatedUnion('how', [
  z.object({ how: z.literal('dead-band'), from: z.number(), to: z.number() }),
  /** Seconds. */
  z.object({ how: z.literal('off-delay'), from: z.number(), to: z.number() }),
  z.object({ how: z.literal('look') }),
])
export type ChatterRemedy = z.infer<typeof ChatterRemedy>
/** It came so often within a minute. */
const Chatters = z.object({ at: z.number(), times: z.number(), remedy: ChatterRemedy })

export interface Comment {
  at: number
  by: Actor
  text: string
}

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
  /** Follows from all else: see `alarm-life.ts`. */
  state: AlarmState
  raisedAt: number
  /** How often the condition came while the alarm was open. */
  times: number
  /** When its condition went; absent: it is there. */
  returnedAt?: number
  acknowledgedAt?: number
  acknowledgedBy?: Actor
  note?: string
  /** That its condition went is not enough: somebody has to look, and reset it. */
  latches?: boolean
  resetAt?: number
  /** It ends with a cause and a disposal, not by itself. */
  toClose?: boolean
  aside?: AsideNote
  sign?: Sign
  /** Those that seem to have one cause share it. */
  cluster?: string
  /** Somebody took it out of one: it is not put back by itself. */
  apart?: boolean
  /** A person judged how grave it is: its rule does so no more. */
  graded?: boolean
  /** Who has it in hand. */
  assignee?: Assignee
  comments?: readonly Comment[]
  /** When it was announced again though somebody had acknowledged it: it became graver, or lasted too long. */
  againAt?: number
  /** When it was last found to come and go too quickly. */
  chatters?: z.infer<typeof Chatters>
}

/** The record as an event may carry it. */
export const AlarmRecord: z.ZodType<Alarm> = z.object({
  alarm: AlarmId,
  device: DeviceId,
  rule: RuleId,
  kind: z.string().max(40).optional(),
  group: PlacePath.optional(),
  grade: Grade,
  is: ConditionIs.optional(),
  words: AlarmWords.optional(),
  place: PlacePath,
  position: Position,
  metric: z.string(),
  limit: z.number(),
  value: z.number(),
  state: z.enum(['unacknowledged', 'acknowledged', 'returned', 'settled', ...SetAside.options]),
  raisedAt: z.number(),
  times: z.number(),
  returnedAt: z.number().optional(),
  acknowledgedAt: z.number().optional(),
  acknowledgedBy: Actor.optional(),
  note: z.string().max(500).optional(),
  latches: z.boolean().optional(),
  resetAt: z.number().optional(),
  toClose: z.boolean().optional(),
  aside: AsideNote.optional(),
  sign: Sign.optional(),
  cluster: ClusterId.optional(),
  apart: z.boolean().optional(),
  graded: z.boolean().optional(),
  assignee: Assignee.optional(),
  comments: z
    .array(z.object({ at: z.number(), by: Actor, text: z.string().max(500) }))
    .max(MOST_COMMENTS)
    .optional(),
  againAt: z.number().optional(),
  chatters: Chatters.optional(),
}) as never
