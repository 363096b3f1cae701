import { z } from 'zod'
import { Connector, ConnectorId } from '../world/connectors.ts'
import { Actor } from '../world/event.ts'
import { command, Nothing, query } from './call.ts'

/** When it was changed last, as whoever changes it has seen it; absent: it is new. */
const Seen = z.number().int().optional()

export const listConnectors = query('connector:list', {
  input: Nothing,
  output: z.object({
    connectors: z.array(
      z.object({
        ...Connector.shape,
        changedAt: z.number(),
        changedBy: Actor,
        /** Since the server was started: messages that came, readings that were kept, messages that were refused in part or whole. */
        messages: z.number(),
        readings: z.number(),
        refused: z.number(),
        lastAt: z.number().optional(),
        /** The newest message, whatever came of it: to try a change on. */
        sample: z.object({ topic: z.string(), payload: z.string() }).optional(),
      }),
    ),
    /** Messages on topics that nobody understands, the newest of each. */
    strangers: z.array(z.object({ from: z.string(), topic: z.string(), payload: z.string(), at: z.number() })),
  }),
  may: 'devices.manage',
  help: 'How messages of a foreign sort are understood, and what came of it.',
})

export const saveConnector = command('connector:save', {
  input: z.strictObject({ connector: Connector, seen: Seen }),
  may: 'devices.manage',
  help: 'Say how messages of a foreign sort become readings: topic, device, time, and for each metric path, unit, scale, words.',
})

export const removeConnector = command('connector:remove', {
  input: z.strictObject({ connector: ConnectorId }),
  may: 'devices.manage',
  help: 'Messages of this sort are no longer understood.',
})
