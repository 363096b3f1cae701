import { z } from 'zod'
import { PlacePath } from '../place/path.ts'
import { Text } from '../text.ts'
import { Grade, Sign } from './alarm-record.ts'
import { area } from './area.ts'
import { type Actor, event } from './event.ts'
import { OrderInput } from './orders.ts'

export const LinkageId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and dashes')
export type LinkageId = z.infer<typeof LinkageId>

const KindId = z.string().min(1).max(40)
const Metres = z.number().int().min(1).max(2000)

/** Which devices are told, seen from where the alarm is. `escape`: on the ways out of the building. */
export const Where = z.enum(['device', 'room', 'floor', 'building', 'escape', 'near', 'zone', 'community'])
export type Where = z.infer<typeof Where>

/** Cameras called up: those that see it first, then those of the same room, floor, building, then the nearest. */
const CallCameras = z.strictObject({
  do: z.literal('cameras'),
  most: z.number().int().min(1).max(16),
  /** Further away than this none is worth a look. */
  metres: Metres.default(150),
})

/** Devices told to do something, the nearest first. */
const GiveOrders = z
  .strictObject({
    do: z.literal('order'),
    kinds: z.array(KindId).min(1).max(10),
    command: z.string().min(1).max(40),
    input: OrderInput.default({}),
    where: Where,
    /** Of `near`. */
    metres: Metres.optional(),
    most: z.number().int().min(1).max(200).default(60),
    /** A dangerous command is given without a second person: whoever arms it answers for that. */
    authorised: z.boolean().optional(),
  })
  .refine(({ where, metres }) => (where === 'near') === (metres !== undefined), 'metres are said for what is near')

export const LinkageAction = z.discriminatedUnion('do', [CallCameras, GiveOrders])
export type LinkageAction = z.infer<typeof LinkageAction>
export type CallCameras = z.infer<typeof CallCameras>
export type GiveOrders = z.infer<typeof GiveOrders>

/** Alarms of one of these signs, rules or kinds; and of these grades and places, where any are said. */
const AlarmsMeant = z
  .strictObject({
    signs: z.array(Sign).max(20).default([]),
    /** `kind~rule` */
    rules: z.array(z.string().min(3).max(110)).max(40).default([]),
    kinds: z.array(KindId).max(20).default([]),
    grades: z.array(Grade).max(4).default([]),
    places: z.array(PlacePath).max(40).default([]),
  })
  .refine(({ signs, rules, kinds }) => signs.length + rules.length + kinds.length > 0, 'no alarm is meant')
export type AlarmsMeant = z.infer<typeof AlarmsMeant>

/** Off: it does nothing. Dry: it says what it would do. Armed: it does it. */
export const LinkageMode = z.enum(['off', 'dry', 'armed'])
export type LinkageMode = z.infer<typeof LinkageMode>

/** What follows an alarm by itself. */
export const Linkage = z.strictObject({
  linkage: LinkageId,
  name: Text,
  when: AlarmsMeant,
  actions: z.array(LinkageAction).min(1).max(20),
})
export type Linkage = z.infer<typeof Linkage>

/** A linkage as somebody has set it; those that nobody has touched are known from their list. */
export interface SetLinkage extends Linkage {
  place: string
  mode: LinkageMode
  changedAt: number
  changedBy: Actor
  /** Who said that it is to do it; absent: it is not armed. */
  armedAt?: number
  armedBy?: Actor
}

const Note = z.string().max(500).optional()
export const linkageSet = event('linkage:set', z.strictObject({ ...Linkage.shape, mode: LinkageMode, note: Note }))
/** Carries the whole linkage: what is armed is what was seen. */
export const linkageModeSet = event(
  'linkage:mode-set',
  z.strictObject({ ...Linkage.shape, mode: LinkageMode, note: Note }),
)
/** As the list has it again, or gone, where the list has none. */
export const linkageUnset = event('linkage:unset', z.strictObject({ linkage: LinkageId, note: Note }))

export const linkages = area<SetLinkage>()('linkages', { see: 'devices.see' })
  .on(linkageSet, (table, e) => {
    const { note: _, ...linkage } = e.data
    table.set(linkage.linkage, { ...linkage, place: e.place, changedAt: e.at, changedBy: e.by })
  })
  .on(linkageModeSet, (table, e) => {
    const { note: _, ...linkage } = e.data
    const armed = linkage.mode === 'armed' ? { armedAt: e.at, armedBy: e.by } : {}
    table.set(linkage.linkage, { ...linkage, place: e.place, changedAt: e.at, changedBy: e.by, ...armed })
  })
  .on(linkageUnset, (table, e) => table.delete(e.data.linkage))
