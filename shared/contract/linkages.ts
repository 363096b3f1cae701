import { z } from 'zod'
import { PlacePath } from '../place/path.ts'
import { AlarmId, Grade } from '../world/alarm-record.ts'
import { DeviceId } from '../world/device-entry.ts'
import { Actor } from '../world/event.ts'
import { Linkage, LinkageId, LinkageMode } from '../world/linkages.ts'
import { OrderInput } from '../world/orders.ts'
import { command, Nothing, query } from './call.ts'

const Note = z.string().trim().max(500).optional()
/** When it was changed last, as whoever asks has seen it; 0: never. */
const Seen = z.number().int().min(0)

export const listLinkages = query('linkage:list', {
  input: Nothing,
  output: z.object({
    linkages: z.array(
      z.object({
        ...Linkage.shape,
        mode: LinkageMode,
        /** The list that comes with the program has it. */
        isDefault: z.boolean(),
        changedAt: z.number().optional(),
        changedBy: Actor.optional(),
        armedAt: z.number().optional(),
        armedBy: Actor.optional(),
        /** What came of it when it was called last. */
        last: z
          .object({
            at: z.number(),
            alarm: AlarmId,
            mode: LinkageMode,
            done: z.number(),
            failed: z.number(),
            open: z.number(),
            wouldDo: z.number(),
          })
          .optional(),
      }),
    ),
  }),
  may: 'devices.see',
  help: 'All linkages as they are now, with who armed them and what came of it last.',
})

export const saveLinkage = command('linkage:save', {
  input: z.strictObject({ linkage: Linkage, seen: Seen, note: Note }),
  output: z.object({ mode: LinkageMode }),
  may: 'rules.manage',
  help: 'Set which alarms call up which cameras and tell which devices what; one that was armed is only tried out again.',
})

export const setLinkageMode = command('linkage:set-mode', {
  input: z.strictObject({ linkage: LinkageId, mode: LinkageMode, seen: Seen, note: Note }),
  may: 'rules.manage',
  help: 'Arm a linkage, have it only say what it would do, or switch it off.',
})

export const resetLinkage = command('linkage:reset', {
  input: z.strictObject({ linkage: LinkageId, seen: Seen, note: Note }),
  may: 'rules.manage',
  help: 'Have a linkage as the list has it; one of its own is removed.',
})

export const setLinkageBack = command('linkage:set-back', {
  input: z.strictObject({ alarm: AlarmId, note: Note }),
  output: z.object({
    /** Devices that were told, those that wait for a second person, and those that could not be. */
    told: z.number(),
    waiting: z.number(),
    refused: z.number(),
  }),
  may: 'devices.control',
  help: 'Set back what linkages did for an alarm, where the command has a counterpart.',
})

const Planned = {
  steps: z.array(
    z.object({
      action: z.number(),
      /** Absent: there is none of these kinds there. */
      device: DeviceId.optional(),
      name: z.string().optional(),
      kind: z.string().optional(),
      command: z.string(),
      input: OrderInput,
      /** A second person would have to agree. */
      needsAnother: z.boolean(),
      /** It would not be told now: it is away, or listens to no orders. */
      away: z.boolean(),
    }),
  ),
  cameras: z.array(z.object({ device: DeviceId, name: z.string(), metres: z.number(), sees: z.boolean() })),
}

export const LONGEST_LOOK_MS = 31 * 86_400_000

export const tryLinkage = query('linkage:try', {
  input: z.strictObject({
    linkage: Linkage,
    /** Of an alarm there, or on this device. */
    at: z.union([z.strictObject({ place: PlacePath }), z.strictObject({ device: DeviceId })]),
  }),
  output: z.object(Planned),
  may: 'rules.manage',
  help: 'What a linkage would do for an alarm at a place or on a device: which cameras, which devices, in order. Nobody is told.',
})

export const reviewLinkage = query('linkage:review', {
  input: z
    .strictObject({ linkage: Linkage, from: z.number().int(), to: z.number().int() })
    .refine(({ from, to }) => to > from && to - from <= LONGEST_LOOK_MS, 'a span of 31 days at most'),
  output: z.object({
    /** Past alarms that would have called it, newest first. */
    alarms: z.array(
      z.object({
        alarm: AlarmId,
        at: z.number(),
        device: DeviceId,
        rule: z.string(),
        kind: z.string().optional(),
        grade: Grade,
        place: PlacePath,
        told: z.number(),
        cameras: z.number(),
      }),
    ),
    count: z.number(),
    /** Not all of the span was looked at: there was too much of it. */
    cut: z.boolean(),
  }),
  may: 'rules.manage',
  help: 'Which past alarms would have called a linkage, and how many devices it would have told.',
})
