import { z } from 'zod'
import { Assignee } from '../world/alarm-record.ts'
import { Actor } from '../world/event.ts'
import { HandOverId, HandOverSheet } from '../world/hand-overs.ts'
import { command, query } from './call.ts'

export const handOverShift = command('shift:hand-over', {
  input: z.strictObject({
    to: z.string().min(1).max(64),
    note: z.string().trim().max(2000).optional(),
  }),
  output: z.object({ handOver: HandOverId }),
  may: 'alarms.handle',
  help: 'Hand the shift over to somebody, with what is open written down as it is now.',
})

export const takeOverShift = command('shift:take-over', {
  input: z.strictObject({ handOver: HandOverId, note: z.string().trim().max(500).optional() }),
  may: 'alarms.handle',
  help: 'Confirm that one has taken over a shift; only whom it was handed to can.',
})

export const readHandOver = query('shift:sheet', {
  input: z.strictObject({ handOver: HandOverId.optional() }),
  output: z.object({
    sheet: HandOverSheet,
    /** Absent: it is what would be handed over now. */
    handed: z.object({ at: z.number(), by: Actor, to: Assignee, note: z.string().optional() }).optional(),
    taken: z.object({ at: z.number(), note: z.string().optional() }).optional(),
  }),
  may: 'alarms.handle',
  help: 'The sheet of a hand-over; without its name, of what would be handed over now.',
})
