import { effectiveFor } from '#models/effective.ts'
import { type Chatter, remedyFor } from '#models/figures/chattering.ts'
import type { ChatterRemedy } from '#shared/world/alarm-record.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Rule } from '#shared/world/rules.ts'

/** What helps against chatter, as the rule is set for that device. */
export function remedyOf(chatter: Chatter, rule: Rule | undefined, device: Device | undefined): ChatterRemedy {
  const effective = rule && device ? effectiveFor(rule, device) : undefined
  const when = effective?.when ?? rule?.when
  const isLimit = when?.is === 'above' || when?.is === 'below'
  return remedyFor(chatter, {
    limit: isLimit ? when.limit : undefined,
    deadBand: isLimit ? when.deadBand : undefined,
    offDelay: effective ? effective.offDelay / 1000 : (rule?.offDelay ?? 0),
  })
}
