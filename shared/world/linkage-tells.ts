import { z } from 'zod'
import { AlarmId } from './alarm-record.ts'
import { area } from './area.ts'
import { DeviceId } from './devices.ts'
import { event } from './event.ts'
import { LinkageId } from './linkages.ts'

/** A linkage told devices something: what keeps it from telling them again and again. */
export const linkageTold = event(
  'linkage:told',
  z.object({
    linkage: LinkageId,
    /** The first of all alarms that led to it. */
    cause: AlarmId,
    orders: z.array(z.object({ told: DeviceId, command: z.string().min(1).max(40) })).max(1000),
  }),
)

export interface LinkageTell {
  place: string
  device: string
  at: number
  cause: string
  /** How often for each of the last causes. */
  times: readonly (readonly [cause: string, times: number])[]
}

const CAUSES_KEPT = 8
const MOST = 20_000
/** Far longer than anything is held against it. */
const KEPT_MS = 24 * 3_600_000

/** What each linkage told each device last. It never leaves the server. */
export const linkageTells = area<LinkageTell>()('linkage-tells', {
  lane: 'automatic',
  see: null,
  indexes: { device: ({ device }) => device },
}).on(linkageTold, (table, { data: { linkage, cause, orders }, at, place }) => {
  for (const { told: device, command } of orders) {
    const id = tellKey(linkage, device, command)
    const before = table.get(id)?.times ?? []
    const times = (before.find(([one]) => one === cause)?.[1] ?? 0) + 1
    const others = before.filter(([one]) => one !== cause).slice(-(CAUSES_KEPT - 1))
    table.set(id, { place, device, at, cause, times: [...others, [cause, times]] })
  }
  if (table.size > MOST) for (const [id, tell] of [...table.entries()]) if (at - tell.at > KEPT_MS) table.delete(id)
})

export function tellKey(linkage: string, device: string, command: string): string {
  return `${linkage} ${device} ${command}`
}
