import { z } from 'zod'
import { AlarmId, Assignee, Grade, Verdict } from '../world/alarm-record.ts'
import { Actor } from '../world/event.ts'
import { command, Nothing, query } from './call.ts'

/** One alarm or many: each is dealt with as if it were alone. */
const Alarms = z
  .array(AlarmId)
  .min(1)
  .max(500)
  .refine((ids) => new Set(ids).size === ids.length, 'one twice')
const Note = z.string().trim().max(500).optional()

/** What came of many; when nothing did, the first refusal is thrown. */
const Outcome = z.object({
  done: z.array(AlarmId),
  refused: z.array(z.object({ alarm: AlarmId, code: z.string() })),
})
export type Outcome = z.infer<typeof Outcome>

export const acknowledgeAlarms = command('alarm:acknowledge', {
  input: z.strictObject({ alarms: Alarms, note: Note }),
  output: Outcome,
  may: 'alarms.handle',
  help: 'Take notice of alarms; every screen shows who and when.',
})

export const takeBackAlarms = command('alarm:take-back', {
  input: z.strictObject({ alarms: Alarms, note: Note }),
  output: Outcome,
  may: 'alarms.handle',
  help: 'Take back that alarms were acknowledged: they call again. Both stay in the record.',
})

export const commentAlarms = command('alarm:comment', {
  input: z.strictObject({ alarms: Alarms, text: z.string().trim().min(1).max(500) }),
  output: Outcome,
  may: 'alarms.handle',
  help: 'Say something about alarms, for whoever deals with them.',
})

export const assignAlarms = command('alarm:assign', {
  input: z.strictObject({
    alarms: Alarms,
    /** Null: nobody has it in hand any more. */
    to: z.string().min(1).max(64).nullable(),
    note: Note,
  }),
  output: Outcome,
  may: 'alarms.handle',
  help: 'Say who has alarms in hand: oneself, or somebody who may handle alarms there.',
})

export const gradeAlarms = command('alarm:grade', {
  input: z.strictObject({ alarms: Alarms, grade: Grade, note: z.string().trim().min(1).max(500) }),
  output: Outcome,
  may: 'alarms.handle',
  help: 'Judge alarms graver or less grave than their rule does, and say why; a graver one calls again.',
})

export const resetAlarms = command('alarm:reset', {
  input: z.strictObject({ alarms: Alarms, note: Note }),
  output: Outcome,
  may: 'alarms.handle',
  help: 'Reset alarms that stay until somebody has looked; refused while their condition is there.',
})

export const closeAlarms = command('alarm:close', {
  input: z.strictObject({
    alarms: Alarms,
    verdict: Verdict,
    cause: z.string().trim().min(1).max(500),
    disposal: z.string().trim().min(1).max(1000),
  }),
  output: Outcome,
  may: 'alarms.handle',
  help: 'Close the case: what it was, what caused it, and what was done. Its condition has to be gone.',
})

export const reopenAlarm = command('alarm:reopen', {
  input: z.strictObject({ alarm: AlarmId, note: Note }),
  may: 'alarms.handle',
  help: 'Open a closed case again; that it was closed stays in the record.',
})

export const uniteAlarms = command('alarm:unite', {
  input: z.strictObject({ alarms: Alarms }),
  output: Outcome,
  may: 'alarms.handle',
  help: 'Say that alarms have one cause: they are one line from now on.',
})

export const partAlarms = command('alarm:part', {
  input: z.strictObject({ alarms: Alarms }),
  output: Outcome,
  may: 'alarms.handle',
  help: 'Say that alarms have another cause than those they are with: they stand alone, and stay so.',
})

export const LONGEST_SHELF_MINUTES = 24 * 60

export const shelveAlarms = command('alarm:shelve', {
  input: z.strictObject({
    alarms: Alarms,
    minutes: z.number().int().min(1).max(LONGEST_SHELF_MINUTES),
    reason: z.string().trim().min(1).max(500),
  }),
  output: Outcome,
  may: 'alarms.handle',
  help: 'Set alarms aside for a time, with a reason: they and what recurs of them call for nobody until then.',
})

export const readAlarmHistory = query('alarm:history', {
  input: z.strictObject({ alarm: AlarmId }),
  output: z.object({
    events: z.array(z.object({ at: z.number(), type: z.string(), by: Actor, data: z.unknown() })),
  }),
  may: 'alarms.see',
  help: 'All that happened to an alarm, oldest first: who, when, and what was said.',
})

export const listHandlers = query('alarm:handlers', {
  input: z.strictObject({ alarm: AlarmId.optional() }),
  output: z.object({ people: z.array(Assignee) }),
  may: 'alarms.handle',
  help: 'Who may handle alarms, there or anywhere in the own area of duty.',
})

export const MOST_HOURS = 24 * 31

export const countAlarms = query('alarm:counts', {
  input: z.strictObject({
    hours: z.number().int().min(1).max(MOST_HOURS).default(24),
    /** Absent: now. */
    until: z.number().int().min(0).optional(),
  }),
  output: z.object({
    /** Of the first hour. */
    from: z.number(),
    counts: z.array(z.object({ at: z.number(), grade: Grade, count: z.number() })),
  }),
  may: 'alarms.see',
  byItself: true,
  help: 'How many alarms rose in each of the last hours, by grade; hours without one are left out.',
})

export const listAlarms = query('alarm:list', {
  input: Nothing,
  output: z.object({
    alarms: z.array(
      z.looseObject({ alarm: AlarmId, device: z.string(), grade: Grade, place: z.string(), state: z.string() }),
    ),
  }),
  may: 'alarms.see',
  help: 'The open alarms of the own area of duty, gravest and newest first.',
})
