import { z } from 'zod'
import { AlarmId, Grade } from '../world/alarms.ts'
import { command, Nothing, query } from './call.ts'

export const acknowledgeAlarm = command('alarm:acknowledge', {
  input: z.strictObject({ alarm: AlarmId, note: z.string().trim().max(500).optional() }),
  may: 'alarms.handle',
  help: 'Take notice of an alarm; every screen shows who and when.',
})

export const MOST_HOURS = 24 * 31

export const countAlarms = query('alarm:counts', {
  input: z.strictObject({ hours: z.number().int().min(1).max(MOST_HOURS).default(24) }),
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
