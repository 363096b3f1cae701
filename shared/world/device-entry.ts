import { z } from 'zod'
import { PlacePath } from '../place/path.ts'
import { Position } from '../place/position.ts'
import { View } from './view.ts'

export const DeviceId = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]*$/, 'letters, digits, dot, dash and underscore')
export type DeviceId = z.infer<typeof DeviceId>

/** What an asset is there for at present. One that is retired has left the world and is in the archive alone. */
export const AssetState = z.enum(['in-use', 'spare', 'repair'])
export type AssetState = z.infer<typeof AssetState>

export const GroupName = z.string().trim().min(1).max(40)
export const MOST_GROUPS = 10

const Words = z.string().max(100).optional()
const Day = z.iso.date().optional()

/** The archive of a device: GB/T 42455.1 7.2.4, with the asset ledger of 10.1. It rides in frames: no phone is in it. */
export const DeviceEntry = z.object({
  device: DeviceId,
  kind: z.string().min(1).max(40),
  name: z.string().min(1).max(100),
  place: PlacePath,
  /** Of one that moves: its post. Where it is now is a reading. */
  position: Position,
  /** Of a camera. */
  view: View.optional(),
  maker: Words,
  model: Words,
  serial: Words,
  /** 车牌或呼号: what is called out to find it. */
  plate: Words,
  installedAt: Day,
  /** 所有权: whom it belongs to. */
  owner: Words,
  /** 使用权: who uses it. */
  user: Words,
  /** 运维权: the firm that keeps it in order. */
  maintainer: Words,
  /** 维护责任人: the person who does. */
  keeper: Words,
  /** Absent: in use. */
  assetState: AssetState.optional(),
  warrantyUntil: Day,
  /** Where they are not as its kind says. */
  lifeYears: z.number().int().min(1).max(100).optional(),
  upkeepDays: z.number().int().min(1).max(3650).optional(),
  /** When it was looked after last, and when whoever did wants to come again. */
  servicedAt: Day,
  nextServiceAt: Day,
  groups: z
    .array(GroupName)
    .max(MOST_GROUPS)
    .refine((names) => new Set(names).size === names.length, 'a group twice')
    .optional(),
  /** The device that speaks for it. */
  gateway: DeviceId.optional(),
  note: z.string().max(500).optional(),
})
export type DeviceEntry = z.infer<typeof DeviceEntry>
export type EntryField = keyof DeviceEntry

export const entryFields = Object.keys(DeviceEntry.shape) as EntryField[]

/** The entry alone of whatever holds more. */
export function entryOf(known: DeviceEntry): DeviceEntry {
  const entry: Record<string, unknown> = {}
  for (const field of entryFields) if (known[field] !== undefined) entry[field] = known[field]
  return entry as DeviceEntry
}

/** All but the entry: what the world has learnt of a device. */
export function restOf<D extends DeviceEntry>(known: D): Omit<D, EntryField> {
  const rest: Record<string, unknown> = { ...known }
  for (const field of entryFields) delete rest[field]
  return rest as Omit<D, EntryField>
}

/** What the fields that differ were before; an absent one was `null`. Undefined: nothing differs. */
export function whatWas(before: DeviceEntry, after: DeviceEntry): Record<string, unknown> | undefined {
  const was: Record<string, unknown> = {}
  for (const field of entryFields) if (!same(before[field], after[field])) was[field] = before[field] ?? null
  return Object.keys(was).length === 0 ? undefined : was
}

/** Asset state says the same absent and `in-use`; no groups are the same as none. */
function same(one: unknown, two: unknown): boolean {
  if (one === two) return true
  if (typeof one !== 'object' && typeof two !== 'object') return plain(one) === plain(two)
  return JSON.stringify(sorted(plain(one))) === JSON.stringify(sorted(plain(two)))
}

function plain(value: unknown): unknown {
  if (value === undefined || value === null || value === 'in-use') return undefined
  return Array.isArray(value) && value.length === 0 ? undefined : value
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** One that is kept in store or is being mended says nothing, and need not. */
export function isInService({ assetState = 'in-use' }: Pick<DeviceEntry, 'assetState'>): boolean {
  return assetState === 'in-use'
}
