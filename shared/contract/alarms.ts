import { z } from 'zod'
import { AlarmId, Grade } from '../world/alarms.ts'
import { command, Nothing, query } from './call.ts'

export const acknowledgeAlarm = command('alarm:acknowledge', {
  input: z.strictObject({ alarm: AlarmId, note: z.string().trim().max(500).optional() }),
  may: 'alarms.handle',
  help: 'Take notice of an alarm; every screen shows who and when.',
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
