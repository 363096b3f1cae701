import { z } from 'zod'
import { PlacePath } from '../place/path.ts'
import { Text } from '../text.ts'
import { AlarmId, Assignee, Grade } from './alarm-record.ts'
import { area } from './area.ts'
import { type Actor, event } from './event.ts'

export const HandOverId = z.string().regex(/^hand-over-[\w-]{6,40}$/)

/** An alarm as it stood when the shift was handed over. */
const OpenAlarm = z.object({
  alarm: AlarmId,
  device: z.string(),
  rule: z.string(),
  kind: z.string(),
  place: PlacePath,
  name: Text.optional(),
  grade: Grade,
  state: z.string(),
  raisedAt: z.number(),
  assignee: z.string().optional(),
  note: z.string().optional(),
})

/** So many of each are written down; `count` says how many there were. */
export const MOST_WRITTEN = 200
const Listed = <S extends z.ZodType>(one: S) => z.object({ count: z.number(), list: z.array(one).max(MOST_WRITTEN) })

/** What the next shift has to know. */
export const HandOverSheet = z.object({
  shift: z.object({ id: z.string(), name: Text, begins: z.string() }),
  from: z.number(),
  to: z.number(),
  /** Whose clock on the wall the shift goes by, as IANA calls it; absent in those of before. */
  zone: z.string().max(64).optional(),
  open: Listed(OpenAlarm),
  /** Their cases wait to be closed. */
  waiting: Listed(OpenAlarm),
  shelved: Listed(OpenAlarm),
  outOfService: Listed(
    z.object({
      place: PlacePath,
      device: z.string().optional(),
      kind: z.string().optional(),
      rule: z.string().optional(),
      reason: z.string(),
      by: z.string(),
      until: z.number().optional(),
    }),
  ),
  orders: Listed(
    z.object({ device: z.string(), command: z.string(), state: z.string(), askedAt: z.number(), askedBy: z.string() }),
  ),
  /** Of the shift; null: they could not be had. */
  figures: z
    .object({
      alarms: z.number(),
      most: z.number(),
      floods: z.number(),
      inFlood: z.number(),
      acknowledge: z.number().nullable(),
      close: z.number().nullable(),
      chattering: z.number(),
      stale: z.number(),
    })
    .nullable(),
})
export type HandOverSheet = z.infer<typeof HandOverSheet>

export const shiftHandedOver = event(
  'shift:handed-over',
  z.object({ handOver: HandOverId, to: Assignee, note: z.string().max(2000).optional(), sheet: HandOverSheet }),
)
export const shiftTakenOver = event(
  'shift:taken-over',
  z.object({ handOver: HandOverId, note: z.string().max(500).optional() }),
)

/** That somebody handed over to somebody; the sheet itself stays in the log. */
export interface HandOver {
  handOver: string
  place: string
  at: number
  by: Actor
  to: Assignee
  note?: string
  shift: Text
  zone?: string
  /** How many of each there were. */
  counts: { open: number; waiting: number; shelved: number; outOfService: number; orders: number }
  takenAt?: number
  takenNote?: string
}

const KEPT = 100

/** The last ones; those of before are in the log. */
export const handOvers = area<HandOver>()('handOvers', { see: 'alarms.handle' })
  .on(shiftHandedOver, (table, { data: { handOver, to, note, sheet }, place, at, by }) => {
    const { open, waiting, shelved, outOfService, orders } = sheet
    table.set(handOver, {
      handOver,
      place,
      at,
      by,
      to,
      ...(note && { note }),
      shift: sheet.shift.name,
      ...(sheet.zone && { zone: sheet.zone }),
      counts: {
        open: open.count,
        waiting: waiting.count,
        shelved: shelved.count,
        outOfService: outOfService.count,
        orders: orders.count,
      },
    })
    const [oldest] = table.ids()
    if (table.size > KEPT && oldest !== undefined) table.delete(oldest)
  })
  .on(shiftTakenOver, (table, { data: { handOver, note }, at }) =>
    table.change(handOver, (known) => ({ ...known, takenAt: at, ...(note && { takenNote: note }) })),
  )
