import { z } from 'zod'
import { area } from './area.ts'
import { DeliveryReason } from './deliveries.ts'
import { event } from './event.ts'
import { ChannelId } from './notice-channels.ts'

export const outletFailed = event(
  'outlet:failed',
  z.object({
    channel: ChannelId,
    /** As the administrator called it; not told to those who look after a part alone. */
    name: z.string().optional(),
    kind: z.enum(['webhook', 'mail', 'sms', 'phone']),
    reason: DeliveryReason,
  }),
)
export const outletWorks = event('outlet:works', z.object({ channel: ChannelId }))

/** A channel by which nothing gets through. */
export interface Outlet extends z.infer<typeof outletFailed.data> {
  place: string
  since: number
}

/** What everybody has to know: people who should be told are not. */
export const outlets = area<Outlet>()('outlets', {
  lane: 'automatic',
  see: 'alarms.see',
  everywhere: ({ name: _, ...told }: { name?: string }) => told,
})
  .on(outletFailed, (table, { data, place, at }) =>
    table.set(data.channel, { ...data, place, since: table.get(data.channel)?.since ?? at }),
  )
  .on(outletWorks, (table, { data }) => table.delete(data.channel))
