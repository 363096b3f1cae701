import { z } from 'zod'
import { isWithin, PlacePath } from '../place/path.ts'
import { type Alarm, RuleId } from './alarm-record.ts'
import { area } from './area.ts'
import { DeviceId } from './devices.ts'
import { type Actor, event } from './event.ts'

export const AsideId = z.string().regex(/^aside-[\w-]{6,40}$/)

/** What is meant: all alarms at a place, or only those of a device, a kind, a rule, or of a place taken as a whole. */
const AsideAbout = z.object({
  device: DeviceId.optional(),
  kind: z.string().max(40).optional(),
  rule: RuleId.optional(),
  group: PlacePath.optional(),
})
type AsideAbout = z.infer<typeof AsideAbout>

export const asideBegun = event(
  'aside:begun',
  AsideAbout.extend({
    aside: AsideId,
    how: z.enum(['shelved', 'out-of-service']),
    until: z.number().optional(),
    reason: z.string().min(1).max(500),
  }),
)
export const asideEnded = event(
  'aside:ended',
  z.object({ aside: AsideId, device: DeviceId.optional(), note: z.string().max(500).optional() }),
)

/** What somebody has set aside: alarms of it call for nobody until it ends. */
export interface Aside extends AsideAbout {
  aside: string
  how: 'shelved' | 'out-of-service'
  place: string
  until?: number
  reason: string
  begunAt: number
  begunBy: Actor
}

export const asides = area<Aside>()('asides', { see: 'alarms.see', lane: 'course' })
  .on(asideBegun, (table, { data, place, at, by }) =>
    table.set(data.aside, { ...data, place, begunAt: at, begunBy: by }),
  )
  .on(asideEnded, (table, { data }) => table.delete(data.aside))

/** Whether an alarm is one of those that are meant. `kind`: of its device. */
export function isMeant(
  { device, kind, rule, group, place }: Aside,
  alarm: Pick<Alarm, 'device' | 'rule' | 'group' | 'kind' | 'place'>,
  kindOfDevice: string | undefined,
): boolean {
  if (!isWithin(alarm.place, place)) return false
  if (rule !== undefined && rule !== alarm.rule) return false
  if (kind !== undefined && kind !== (alarm.kind ?? kindOfDevice)) return false
  if (group !== undefined) return group === alarm.group
  // What is about a place hangs on any device of it.
  return device === undefined || (device === alarm.device && alarm.group === undefined)
}
