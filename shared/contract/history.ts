import { z } from 'zod'
import { LONGEST_BUNDLE_MS } from '../bundle/manifest.ts'
import { Actor } from '../world/event.ts'
import { STEPS } from '../world/happenings.ts'
import { command, type FileAnswer, Nothing, query } from './call.ts'

const END_OF_TIME = Date.UTC(9999, 11, 31)
const When = z.number().int().min(0).max(END_OF_TIME)
const Number0 = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

/** Where something stands in the past: a time, and how far log and tape were by then. */
export const PastPosition = z.strictObject({ at: When, seq: Number0, row: Number0 })
export type PastPosition = z.infer<typeof PastPosition>

const LONGEST_MS = 6 * 3_600_000
/** What a timeline has room for. */
export const MOST_SPANS = 2000

export const readMoment = query('history:moment', {
  input: z.strictObject({ at: When }),
  output: z.object({
    position: PastPosition,
    /** A `FullState`: gzipped JSON, in Base64. */
    packed: z.string(),
  }),
  may: 'history.follow',
  help: 'The whole world as it was told at a moment of the past, with what its devices showed.',
})

export const readReel = query('history:reel', {
  input: z
    .strictObject({ from: PastPosition, to: When })
    .refine(({ from, to }) => from.at <= to && to - from.at <= LONGEST_MS, 'from before to, six hours at most'),
  output: z.object({
    /** Up to here nothing is missing; nearer than what was asked for when that is too much for one answer. */
    position: PastPosition,
    /** `Frame[]`: gzipped JSON, in Base64. */
    packed: z.string(),
  }),
  may: 'history.follow',
  // A player fetches what comes next by itself.
  byItself: true,
  help: 'What happened after a moment, as the frames of a screen that was there.',
})

const Many = z.number()
/** Files of before tell less. */
const Later = Many.default(0)
export const TimelineSpan = z.object({
  at: z.number(),
  alarms: z.tuple([Many, Many, Many, Many]),
  acts: Many,
  course: Later,
  devices: Later,
  automatic: Later,
  events: Many,
  readings: Many,
})
export type TimelineSpan = z.infer<typeof TimelineSpan>

const Gap = z.object({ from: z.number(), to: z.number(), why: z.enum(['silent', 'damaged', 'dropped']) })
export type TimelineGap = z.infer<typeof Gap>

export const readTimeline = query('history:timeline', {
  input: z
    .strictObject({ from: When, to: When, every: z.number().int().min(10) })
    .refine(
      ({ from, to, every }) => from < to && (to - from) / every <= MOST_SPANS,
      `from before to, ${MOST_SPANS} spans at most`,
    ),
  output: z.object({
    /** When the record begins; absent: nothing has happened yet. */
    begin: z.number().optional(),
    /**
     * Those in which something happened. `alarms`: raised, by grade, the gravest first; `acts`: what people did; and
     * what happened by itself: in the `course` of alarms, of `devices`, `automatic` (linkages, notices), all else.
     */
    spans: z.array(TimelineSpan),
    /** When nothing was heard, and what is lost. */
    gaps: z.array(Gap),
  }),
  may: 'history.follow',
  byItself: true,
  help: 'How much happened when: alarms by grade, what people did, what else by kind, and where the record has gaps.',
})

export const readHappened = query('history:happened', {
  input: z.strictObject({
    at: When,
    direction: z.literal([1, -1]),
    to: z.enum(STEPS),
    limit: z.number().int().min(1).max(200).default(1),
  }),
  output: z.object({
    /** The nearest first. */
    events: z.array(
      z.object({
        seq: z.number(),
        at: z.number(),
        type: z.string(),
        place: z.string(),
        by: Actor,
        data: z.looseObject({}),
      }),
    ),
    /** So far they were looked for; null: there are no more. */
    until: z.number().nullable(),
  }),
  may: 'history.see',
  // A key that is held asks again and again.
  byItself: true,
  help: 'What happened after a time, or before it: all of it, alarms by their grade, what people did, devices, what ran by itself.',
})

/** Chosen by whoever asks, to ask how far it is. */
const ExportId = z.string().regex(/^[a-z0-9-]{8,40}$/)

export const exportHistory = command('history:export', {
  input: z
    .strictObject({ export: ExportId, from: When, to: When })
    .refine(({ from, to }) => from < to && to - from <= LONGEST_BUNDLE_MS, 'from before to, 24 hours at most'),
  output: z.custom<FileAnswer>(),
  file: 'application/vnd.ankan.bundle+zip',
  may: 'history.export',
  evenReadOnly: true,
  help: 'A stretch of the past as a file that is opened without a server; sealed, so that a later change of it shows.',
})

export const readExport = query('history:export-progress', {
  input: z.strictObject({ export: ExportId }),
  output: z.object({
    /** Of the stretch, that is written; null: it has ended, or was never begun. */
    share: z.number().nullable(),
  }),
  may: 'history.export',
  byItself: true,
  help: 'How far an export of the past is.',
})

export const readSealingKey = query('history:key', {
  input: Nothing,
  output: z.object({ fingerprint: z.string() }),
  may: 'history.see',
  byItself: true,
  help: 'The fingerprint of the key that this center seals its exports of the past with.',
})
