import { z } from 'zod'
import { FieldMapping, TimeForm } from '../world/connectors.ts'
import { DeviceId } from '../world/devices.ts'
import { Actor } from '../world/event.ts'
import { command, delivery, Nothing, query } from './call.ts'

export const LARGEST_RECORDING_BYTES = 100 * 1024 * 1024
/** All files together, and their number: the disk belongs to what is measured now. */
export const ALL_RECORDINGS_BYTES = 500 * 1024 * 1024
export const MOST_RECORDINGS = 20
/** A piece of a file on its way in, before base64. */
export const RECORDING_PART_BYTES = 512 * 1024
/** So many problems are told; all are counted. */
export const MOST_ROW_PROBLEMS = 500
export const FASTEST_REPLAY = 60

const RecordingId = z.string().regex(/^[a-z0-9-]{1,40}$/)
/** The head of a column, or `#3` where a file has no heads. */
const Column = z.string().min(1).max(200)

/** How the rows of a file become readings. Fields map what a connector maps; `path` is the column, or the word in the column of metrics. */
export const RecordingPlan = z.strictObject({
  /** The first row says what the columns are. */
  heads: z.boolean(),
  time: z.strictObject({ column: Column, form: TimeForm }),
  device: z.union([z.strictObject({ column: Column }), z.strictObject({ fixed: DeviceId })]),
  prefix: z
    .string()
    .max(30)
    .regex(/^[a-zA-Z0-9._-]*$/)
    .default(''),
  /** A row is one value, and a column says of which metric; absent: a column for each metric. */
  long: z.strictObject({ metric: Column, value: Column }).optional(),
  fields: z.array(FieldMapping).max(40).default([]),
})
export type RecordingPlan = z.infer<typeof RecordingPlan>

/** Why a file, or a plan for it, leads nowhere. */
export const RecordingFault = z.enum([
  'unreadable',
  'empty',
  'no-plan',
  'no-column',
  'no-readings',
  'too-many',
  'gone',
  'no-space',
])
export type RecordingFault = z.infer<typeof RecordingFault>

export const RowFault = z.enum([
  'bad-time',
  'too-early',
  'future',
  'no-device',
  'bad-device',
  'device-unknown',
  'device-retired',
  'metric-unknown',
  'not-a-number',
  'unknown-word',
  'out-of-range',
  'no-value',
])
export type RowFault = z.infer<typeof RowFault>

export const RecordingProblem = z.object({
  /** As a spreadsheet numbers it. */
  row: z.number(),
  problem: RowFault,
  /** The column or the metric. */
  where: z.string(),
  said: z.string(),
})
export type RecordingProblem = z.infer<typeof RecordingProblem>

const Found = z.object({
  rows: z.number(),
  readings: z.number(),
  /** Rows of which something is wrong. */
  wrong: z.number(),
  /** A reading of the same device, metric and time was there before it in the file. */
  duplicates: z.number(),
  /** Rows that were earlier than the row before. */
  unsorted: z.number(),
  from: z.number().optional(),
  to: z.number().optional(),
  devices: z.array(z.object({ device: z.string(), kind: z.string(), readings: z.number() })),
  metrics: z.array(z.object({ metric: z.string(), readings: z.number(), min: z.number(), max: z.number() })),
  /** Named by the file, and not, or no more, devices here. */
  strangers: z.array(z.object({ device: z.string(), retired: z.boolean() })),
  problems: z.array(RecordingProblem),
  problemCount: z.number(),
})
export type RecordingFound = z.infer<typeof Found>

export const Recording = z.object({
  recording: RecordingId,
  name: z.string(),
  bytes: z.number(),
  at: z.number(),
  by: Actor,
  phase: z.enum(['arriving', 'reading', 'ready', 'failed', 'keeping']),
  fault: RecordingFault.optional(),
  /** Rows that were read, or readings that were kept, of how many if that is known. */
  done: z.number(),
  of: z.number(),
  encoding: z.string().optional(),
  /** The first rows as they stand there. */
  first: z.array(z.array(z.string())),
  plan: RecordingPlan.partial().optional(),
  found: Found.optional(),
  /** When it was taken into the record last, and what came of it. */
  kept: z.object({ at: z.number(), by: Actor, readings: z.number(), older: z.number() }).optional(),
  /** Why keeping ended before its end. */
  broke: z.string().optional(),
  /** Time of the recording at which it was played last. */
  stood: z.number().optional(),
})
export type Recording = z.infer<typeof Recording>

/** Why it is not playing any more. */
export const PlayEnd = z.enum(['end', 'stopped', 'device-spoke', 'device-gone', 'not-written', 'gone', 'restart'])
export const Replay = z.object({
  recording: RecordingId,
  state: z.enum(['playing', 'paused', 'ended']),
  why: PlayEnd.optional(),
  /** The device because of which it ended. */
  device: z.string().optional(),
  by: Actor,
  speed: z.number(),
  loop: z.boolean(),
  /** Time of the recording. */
  position: z.number(),
  from: z.number(),
  to: z.number(),
  played: z.number(),
  rounds: z.number(),
})
export type Replay = z.infer<typeof Replay>

const One = z.strictObject({ recording: RecordingId })

export const listRecordings = query('recording:list', {
  input: Nothing,
  output: z.object({
    recordings: z.array(
      Recording.omit({ first: true, plan: true, found: true }).extend({
        /** Of what was found; the rest is asked for one by one. */
        found: Found.pick({ rows: true, readings: true, wrong: true, from: true, to: true })
          .extend({ devices: z.number() })
          .optional(),
      }),
    ),
    replay: Replay.optional(),
    /** Readings older than so many days are not kept. */
    keepDays: z.number().optional(),
    zone: z.string(),
  }),
  may: 'devices.manage',
  byItself: true,
  help: 'The files of recorded readings, how far each is, and what is played.',
})

export const readRecording = query('recording:read', {
  input: One,
  output: Recording,
  may: 'devices.manage',
  byItself: true,
  help: 'A file of recorded readings: its first rows, how it is understood, and what is wrong with which row.',
})

export const beginRecording = command('recording:begin', {
  input: z.strictObject({
    name: z.string().trim().min(1).max(200),
    bytes: z.number().int().min(1).max(LARGEST_RECORDING_BYTES),
  }),
  output: z.object({ recording: RecordingId }),
  may: 'devices.manage',
  help: 'Announce a file of recorded readings (CSV, UTF-8 or GB 18030); its pieces follow with `recording:append`.',
})

export const appendRecording = delivery('recording:append', {
  input: z.strictObject({
    recording: RecordingId,
    /** Where in the file the piece belongs: pieces come one after another. */
    from: z.number().int().min(0).max(LARGEST_RECORDING_BYTES),
    part: z
      .base64()
      .min(1)
      .max(Math.ceil(RECORDING_PART_BYTES / 3) * 4),
  }),
  output: z.object({ bytes: z.number() }),
  may: 'devices.manage',
  largest: Math.ceil(RECORDING_PART_BYTES / 3) * 4 + 4096,
  help: 'The next piece of a file of recorded readings, in base64. With the last one it is read.',
})

export const checkRecording = command('recording:check', {
  input: z.strictObject({ recording: RecordingId, plan: RecordingPlan }),
  may: 'devices.manage',
  help: 'Say which columns are time, device and metrics, and have all rows read; `recording:read` tells what was found.',
})

export const keepRecording = command('recording:keep', {
  input: z.strictObject({
    recording: RecordingId,
    /** Rows that are wrong are left out; without it a file with wrong rows is refused. */
    leaveOut: z.boolean().default(false),
  }),
  may: 'devices.manage',
  help: 'Write the readings into the record, each at its own time. No alarm is raised; what is there already stays as it is.',
})

export const playRecording = command('recording:play', {
  input: z.strictObject({
    recording: RecordingId,
    speed: z.number().min(1).max(FASTEST_REPLAY).default(1),
    loop: z.boolean().default(false),
    leaveOut: z.boolean().default(false),
    /** Time of the recording to begin at; absent: its beginning. */
    from: z.number().int().optional(),
  }),
  may: 'devices.manage',
  help: 'Play the readings as if they were measured now: rules judge them. Refused for devices that speak themselves.',
})

export const steerReplay = command('recording:steer', {
  input: z.strictObject({
    recording: RecordingId,
    state: z.enum(['playing', 'paused', 'ended']).optional(),
    speed: z.number().min(1).max(FASTEST_REPLAY).optional(),
    loop: z.boolean().optional(),
  }),
  may: 'devices.manage',
  help: 'Pause what is played, go on, stop it, or change its speed.',
})

export const removeRecording = command('recording:remove', {
  input: One,
  may: 'devices.manage',
  help: 'Delete a file of recorded readings. What was kept of it stays in the record.',
})
