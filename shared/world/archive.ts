import { z } from 'zod'
import { PlacePath } from '../place/path.ts'
import { area } from './area.ts'
import { DeviceId } from './device-entry.ts'
import type { Device } from './devices.ts'
import { type Actor, event } from './event.ts'
import type { Table } from './table.ts'

export const Phone = z
  .string()
  .trim()
  .max(32)
  .regex(/^\+?[\d][\d ()-]*$/, 'a number to call')

/** What is known of a device and rides in no frame: whom to call, and what was known when it was retired. */
export interface Archived {
  device: DeviceId
  place: string
  phone?: string
  retired?: { at: number; by: Actor; reason: string; device: Device }
}

/** Empty: there is none any more. */
export const keeperPhoneSet = event(
  'archive:phone-set',
  z.object({ device: DeviceId, phone: z.union([Phone, z.literal('')]) }),
)
/** Of many at once, as a spreadsheet brings them. */
export const keeperPhonesSet = event(
  'archive:phones-set',
  z.object({
    phones: z.array(z.object({ device: DeviceId, place: PlacePath, phone: z.union([Phone, z.literal('')]) })),
  }),
)
/** A retired device with all that was known of it. */
export const deviceKept = event(
  'archive:kept',
  z.object({ device: DeviceId, reason: z.string().max(500), known: z.looseObject({}) }),
)
/** It is back in the world. */
export const deviceReleased = event('archive:released', z.object({ device: DeviceId }))

export const archive = area<Archived>()('archive', { see: null })
  .on(keeperPhoneSet, (table, e) => setPhone(table, { ...e.data, place: e.place }))
  .on(keeperPhonesSet, (table, e) => {
    for (const one of e.data.phones) setPhone(table, one)
  })
  .on(deviceKept, (table, e) => {
    const { device, reason, known } = e.data
    const retired = { at: e.at, by: e.by, reason, device: known as unknown as Device }
    table.set(device, { ...table.get(device), device, place: e.place, retired })
  })
  .on(deviceReleased, (table, e) => {
    const { retired: _, ...before } = table.get(e.data.device) ?? { device: e.data.device, place: e.place }
    if (before.phone !== undefined) table.set(e.data.device, before)
    else table.delete(e.data.device)
  })

function setPhone(table: Table<Archived>, { device, place, phone }: { device: string; place: string; phone: string }) {
  const { phone: _, ...before } = table.get(device) ?? { device, place }
  if (phone !== '') table.set(device, { ...before, place, phone })
  else if (before.retired) table.set(device, before)
  else table.delete(device)
}
