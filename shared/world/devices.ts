import { z } from 'zod'
import { area } from './area.ts'
import {
  deviceChanged,
  deviceLeft,
  deviceMoved,
  deviceRestored,
  deviceRetired,
  deviceServiced,
} from './device-changes.ts'
import { DeviceEntry, DeviceId, entryOf, restOf } from './device-entry.ts'
import { type Actor, event } from './event.ts'

export { DeviceEntry, DeviceId, isInService } from './device-entry.ts'

export type Link = 'unknown' | 'online' | 'offline'

export interface Device extends DeviceEntry {
  link: Link
  linkSince: number
  /** 7.2.4 b): when it came into the archive, and from where. */
  registeredAt: number
  source: string
  /** Of one that came by import: the spreadsheet. */
  file?: string
  /** When its entry was changed last, and by whom; absent: never. */
  changedAt?: number
  changedBy?: Actor
  /** Values of it up to `until` come from a recording: played as if they were measured then, or filled into the record. */
  recorded?: { file: string; until: number; playing?: true }
}

export const deviceRegistered = event(
  'device:registered',
  DeviceEntry.extend({ source: z.string().max(40), file: z.string().max(200).optional() }),
)
export const deviceConnected = event('device:connected', z.object({ device: DeviceId }))
export const deviceDisconnected = event('device:disconnected', z.object({ device: DeviceId }))
/** Recorded readings were written into its record, each at its own time. */
export const deviceFilled = event(
  'device:filled',
  z.object({ device: DeviceId, file: z.string().max(200), from: z.number(), to: z.number() }),
)
/** From now on its values are played from a recording, or no more. */
export const devicePlayed = event(
  'device:played',
  z.object({ device: DeviceId, file: z.string().max(200), playing: z.boolean() }),
)
/** Something its kind knows of happened to it: a line in its history, and nothing more. */
export const deviceReported = event(
  'device:reported',
  z.object({
    device: DeviceId,
    happening: z.string().max(40),
    /** When, by its own clock. */
    said: z.number().optional(),
    detail: z.string().max(200).optional(),
  }),
)

export const devices = area<Device>()('devices', {
  lane: 'devices',
  see: 'devices.see',
  indexes: { gateway: ({ gateway }) => gateway ?? '' },
})
  .on(deviceRegistered, (table, e) => {
    const before = table.get(e.data.device)
    table.set(e.data.device, {
      ...e.data,
      link: before?.link ?? 'unknown',
      linkSince: before?.linkSince ?? e.at,
      registeredAt: before?.registeredAt ?? e.at,
    })
  })
  .on(deviceReported, () => {})
  .on(deviceConnected, (table, e) =>
    table.change(e.data.device, (device) => ({ ...device, link: 'online', linkSince: e.at })),
  )
  .on(deviceDisconnected, (table, e) =>
    table.change(e.data.device, (device) => ({ ...device, link: 'offline', linkSince: e.at })),
  )
  .on(deviceFilled, (table, e) =>
    table.change(e.data.device, (device) => ({
      ...device,
      recorded: {
        ...device.recorded,
        file: e.data.file,
        until: Math.max(e.data.to, device.recorded?.until ?? e.data.to),
      },
    })),
  )
  .on(devicePlayed, (table, e) =>
    table.change(e.data.device, (device) => ({
      ...device,
      recorded: { file: e.data.file, until: e.at, ...(e.data.playing ? { playing: true as const } : {}) },
    })),
  )
  .on(deviceChanged, (table, e) =>
    table.change(e.data.device, (device) => ({
      ...restOf(device),
      ...entryOf(e.data),
      changedAt: e.at,
      changedBy: e.by,
    })),
  )
  .on(deviceLeft, (table, e) => table.delete(e.data.left))
  .on(deviceMoved, (table, e) =>
    table.set(e.data.device, {
      ...(e.data.rest as Omit<Device, keyof DeviceEntry>),
      ...entryOf(e.data),
      changedAt: e.at,
      changedBy: e.by,
    }),
  )
  .on(deviceRetired, (table, e) => table.delete(e.data.device))
  .on(deviceRestored, (table, e) =>
    table.set(e.data.device, {
      ...(e.data.rest as Omit<Device, keyof DeviceEntry>),
      ...entryOf(e.data),
      changedAt: e.at,
      changedBy: e.by,
    }),
  )
  .on(deviceServiced, (table, e) =>
    table.change(e.data.device, ({ nextServiceAt: _, ...device }) => ({
      ...device,
      servicedAt: e.data.on,
      ...(e.data.next === undefined ? {} : { nextServiceAt: e.data.next }),
      changedAt: e.at,
      changedBy: e.by,
    })),
  )

/** Whether what was measured then was measured by the device itself. */
export function isItsOwn({ recorded }: Device, measuredAt: number): boolean {
  return !recorded || (!recorded.playing && measuredAt > recorded.until)
}
