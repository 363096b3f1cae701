import { z } from 'zod'
import { PlacePath } from '../place/path.ts'
import { Position } from '../place/position.ts'
import { Phone } from '../world/archive.ts'
import { AssetState, DeviceEntry, DeviceId, GroupName } from '../world/device-entry.ts'
import { Actor } from '../world/event.ts'
import { command, query } from './call.ts'

/** When it was changed last, as whoever asks has seen it; 0: never. Absent: it is not looked at. */
const Seen = z.number().int().min(0).optional()
const Reason = z.string().trim().min(1).max(500)
/** Empty: there is none any more. Absent: it stays as it is. */
const KeeperPhone = z.union([Phone, z.literal('')]).optional()

export const registerDevice = command('device:register', {
  input: z.strictObject({ ...DeviceEntry.shape, phone: KeeperPhone }),
  may: 'devices.manage',
  help: 'Add a device to the archive.',
})

export const changeDevice = command('device:change', {
  input: z.strictObject({ ...DeviceEntry.shape, phone: KeeperPhone, seen: Seen }),
  may: 'devices.manage',
  help: 'Set all that the archive says of a device; what is left out is not known any more.',
})

export const moveDevice = command('device:move', {
  input: z.strictObject({ device: DeviceId, place: PlacePath, position: Position, seen: Seen }),
  may: 'devices.manage',
  help: 'Say that a device is somewhere else now.',
})

export const retireDevice = command('device:retire', {
  input: z.strictObject({ device: DeviceId, reason: Reason }),
  may: 'devices.manage',
  help: 'Take a device out of use: its secret and its alarms end, its readings are refused; the archive keeps it.',
})

export const restoreDevice = command('device:restore', {
  input: z.strictObject({ device: DeviceId }),
  may: 'devices.manage',
  help: 'Put a retired device back into use; it needs a new secret.',
})

export const serviceDevice = command('device:service', {
  input: z.strictObject({
    device: DeviceId,
    on: z.iso.date(),
    who: z.string().trim().max(100).optional(),
    note: z.string().trim().max(500).optional(),
    /** When it is to be looked after again; absent: after the usual time. */
    next: z.iso.date().optional(),
  }),
  may: 'devices.manage',
  help: 'Record that a device was looked after.',
})

/** One line of the archive, as administration sees it. */
export const ArchiveLine = z.object({
  ...DeviceEntry.shape,
  registeredAt: z.number(),
  source: z.string(),
  file: z.string().optional(),
  changedAt: z.number().optional(),
  changedBy: Actor.optional(),
  hasCredential: z.boolean(),
  hasPhone: z.boolean(),
  retired: z.object({ at: z.number(), by: Actor, reason: z.string() }).optional(),
})
export type ArchiveLine = z.infer<typeof ArchiveLine>

/** Fields by which the archive can be put in order. */
export const ArchiveOrder = z.enum(['device', 'name', 'kind', 'place', 'registeredAt', 'changedAt', 'installedAt'])
export const MOST_LINES = 2000

export const readArchive = query('device:archive', {
  input: z.strictObject({
    /** Words of its id, name, place, maker, model, serial number, plate or keeper. */
    text: z.string().trim().max(100).optional(),
    kind: z.string().max(40).optional(),
    state: z.union([AssetState, z.literal('retired')]).optional(),
    group: GroupName.optional(),
    /** What stands at or below this place. */
    place: PlacePath.optional(),
    order: ArchiveOrder.default('device'),
    descending: z.boolean().default(false),
    from: z.number().int().min(0).default(0),
    limit: z.number().int().min(1).max(MOST_LINES).default(100),
  }),
  output: z.object({ devices: z.array(ArchiveLine), total: z.number() }),
  may: 'devices.manage',
  help: 'The archive of devices with those that are retired, searched, in order, page by page.',
})

export const readCredentials = query('device:credentials', {
  input: z.strictObject({}),
  output: z.object({ devices: z.array(z.string()) }),
  may: 'devices.manage',
  help: 'The devices that have a secret.',
})

export const readKeeperPhone = query('device:phone', {
  input: z.strictObject({ device: DeviceId }),
  output: z.object({ phone: z.string().optional() }),
  may: 'devices.manage',
  audited: true,
  help: 'The number of whoever looks after a device; the asking is on record.',
})

export const exportDevices = query('device:export', {
  input: z.strictObject({
    /** Where to go on. */
    from: z.number().int().min(0).default(0),
    limit: z.number().int().min(1).max(MOST_LINES).default(MOST_LINES),
    /** With the numbers of those who look after them. */
    phones: z.boolean().default(false),
    retired: z.boolean().default(false),
  }),
  output: z.object({
    devices: z.array(ArchiveLine.extend({ phone: z.string().optional() })),
    total: z.number(),
  }),
  may: 'devices.manage',
  audited: true,
  help: 'Take the archive away, page by page; the asking is on record.',
})
