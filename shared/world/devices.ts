import { z } from 'zod'
import { PlacePath } from '../place/path.ts'
import { Position } from '../place/position.ts'
import { area } from './area.ts'
import { event } from './event.ts'
import { View } from './view.ts'

export const DeviceId = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]*$/, 'letters, digits, dot, dash and underscore')
export type DeviceId = z.infer<typeof DeviceId>

/** The archive of a device: GB/T 42455.1 7.2.4. */
export const DeviceEntry = z.object({
  device: DeviceId,
  kind: z.string().min(1).max(40),
  name: z.string().min(1).max(100),
  place: PlacePath,
  /** Of one that moves: its post. Where it is now is a reading. */
  position: Position,
  /** Of a camera. */
  view: View.optional(),
  maker: z.string().max(100).optional(),
  installedAt: z.iso.date().optional(),
  owner: z.string().max(100).optional(),
  keeper: z.string().max(100).optional(),
})
export type DeviceEntry = z.infer<typeof DeviceEntry>

export type Link = 'unknown' | 'online' | 'offline'

export interface Device extends DeviceEntry {
  link: Link
  linkSince: number
  registeredAt: number
  source: string
}

export const deviceRegistered = event('device:registered', DeviceEntry.extend({ source: z.string().max(40) }))
export const deviceConnected = event('device:connected', z.object({ device: DeviceId }))
export const deviceDisconnected = event('device:disconnected', z.object({ device: DeviceId }))
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

export const devices = area<Device>()('devices', { see: 'devices.see' })
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
