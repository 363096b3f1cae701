import { z } from 'zod'
import { DeviceId } from '../world/devices.ts'
import { Actor } from '../world/event.ts'
import { command, delivery, Nothing, query } from './call.ts'
import { ReadingMessage } from './reading.ts'

export const listDevices = query('device:list', {
  input: Nothing,
  output: z.object({ devices: z.array(z.looseObject({ device: DeviceId, kind: z.string(), link: z.string() })) }),
  may: 'devices.see',
  help: 'The devices of the own area of duty.',
})

export const readDeviceHistory = query('device:history', {
  input: z.strictObject({
    device: DeviceId,
    /** Continue before this event. */
    before: z.number().int().min(1).optional(),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    events: z.array(
      z.object({ seq: z.number(), at: z.number(), type: z.string(), by: Actor, data: z.looseObject({}) }),
    ),
    more: z.boolean(),
  }),
  may: 'devices.see',
  help: 'What happened to a device: registered, connected, lost, its alarms and who took notice of them; newest first.',
})

export const issueCredential = command('device:issue-credential', {
  input: z.strictObject({ device: DeviceId }),
  output: z.object({ device: DeviceId, secret: z.string() }),
  may: 'devices.manage',
  help: 'Give a device a new secret, shown this once; the old one ends at once.',
})

export const revokeCredential = command('device:revoke-credential', {
  input: z.strictObject({ device: DeviceId }),
  may: 'devices.manage',
  help: 'Take the secret of a device away; it is disconnected.',
})

export const pushReading = delivery('reading:push', {
  input: z.strictObject({ readings: z.array(ReadingMessage).min(1).max(1000) }),
  output: z.object({ kept: z.number() }),
  may: 'readings.push',
  help: 'Deliver readings over HTTP (`Authorization: Basic device:secret`); answered when they are on disk.',
})

export const readSeries = query('reading:series', {
  input: z.strictObject({
    device: DeviceId,
    metric: z.string().min(1).max(40),
    from: z.number().int(),
    to: z.number().int(),
    limit: z.number().int().min(1).max(10_000).default(1000),
  }),
  output: z.object({
    points: z.array(z.tuple([z.number(), z.number()])),
    more: z.boolean(),
    /** Days within the range whose file was damaged: nothing is known of them. */
    missing: z.array(z.string()),
  }),
  may: 'devices.see',
  help: 'The readings of one device and metric between two times, oldest first.',
})
