import { z } from 'zod'
import { PlacePath } from '../place/path.ts'
import { RuleId } from '../world/alarm-record.ts'
import { AsideId } from '../world/asides.ts'
import { DeviceId } from '../world/devices.ts'
import { command, Nothing, query } from './call.ts'

export const MOST_ASIDES = 1000

export const takeOutOfService = command('aside:begin', {
  input: z.strictObject({
    place: PlacePath,
    device: DeviceId.optional(),
    kind: z.string().min(1).max(40).optional(),
    rule: RuleId.optional(),
    /** When it is in service again by itself; absent: when somebody says so. */
    until: z.number().int().optional(),
    reason: z.string().trim().min(1).max(500),
  }),
  output: z.object({ aside: AsideId, alarms: z.number() }),
  may: 'rules.manage',
  help: 'Take the alarms of a place, a device, a kind or a rule out of service, as for works there, with a reason.',
})

export const endAside = command('aside:end', {
  input: z.strictObject({ aside: AsideId, note: z.string().trim().max(500).optional() }),
  may: 'alarms.handle',
  help: 'Have back what was shelved or out of service: what is still there calls anew, what is gone is over.',
})

export const listAsides = query('aside:list', {
  input: Nothing,
  output: z.object({
    asides: z.array(z.looseObject({ aside: AsideId, how: z.string(), place: z.string(), reason: z.string() })),
  }),
  may: 'alarms.see',
  help: 'All that is shelved or out of service in the own area of duty, and why.',
})
