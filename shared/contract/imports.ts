import { z } from 'zod'
import { command, query, secret } from './call.ts'

export const LARGEST_SHEET_BYTES = 10 * 1024 * 1024
export const MOST_SHEET_ROWS = 50_000
/** So many are told; all are counted. */
export const MOST_PROBLEMS = 1000

/** What can be wrong with a cell, a row, or the whole sheet. */
export const SheetProblem = z.enum([
  'missing',
  'too-long',
  'form',
  'range',
  'kind-unknown',
  'place-unknown',
  'place-not-yours',
  'too-far',
  'gateway-unknown',
  'twice',
  'case',
  'retired',
  'column-unknown',
  'column-twice',
  'column-missing',
])
export type SheetProblem = z.infer<typeof SheetProblem>

export const RowProblem = z.object({
  /** As the spreadsheet numbers it. */
  row: z.number(),
  /** The name of a column, or, where nobody knows it, what stands in its head. */
  column: z.string(),
  problem: SheetProblem,
  /** What stands there. */
  value: z.string(),
  /** What would be right: another row, a length, a form. */
  more: z.string().optional(),
})
export type RowProblem = z.infer<typeof RowProblem>

/** Why a file cannot be read at all. */
export const FileProblem = z.enum(['unreadable', 'too-large', 'too-many-rows', 'no-header', 'empty'])
export type FileProblem = z.infer<typeof FileProblem>

const ImportId = z.string().min(1).max(40)
const Line = z.object({
  row: z.number(),
  device: z.string(),
  name: z.string(),
  what: z.enum(['new', 'changed']),
  /** The fields that would change, with what they were. */
  was: z.record(z.string(), z.unknown()).optional(),
  is: z.record(z.string(), z.unknown()).optional(),
})

export const ImportState = z.object({
  import: ImportId,
  file: z.string(),
  phase: z.enum(['reading', 'checked', 'writing', 'done', 'failed']),
  /** Rows that have been looked at, or written. */
  done: z.number(),
  of: z.number(),
  /** Why it failed. */
  fault: FileProblem.optional(),
  counts: z.object({ new: z.number(), changed: z.number(), unchanged: z.number(), wrong: z.number() }),
  problems: z.array(RowProblem),
  problemCount: z.number(),
  /** The first of what would be done. */
  lines: z.array(Line),
})
export type ImportState = z.infer<typeof ImportState>

export const checkImport = command('device:check-import', {
  input: z.strictObject({
    /** What the spreadsheet is called: the history of each device names it. */
    name: z.string().trim().min(1).max(200),
    /** An .xlsx or .csv file in base64. */
    file: secret(z.string().max(Math.ceil(LARGEST_SHEET_BYTES / 3) * 4)),
  }),
  output: z.object({ import: ImportId }),
  may: 'devices.manage',
  largest: Math.ceil(LARGEST_SHEET_BYTES / 3) * 4 + 4096,
  evenReadOnly: true,
  help: 'Have a spreadsheet of devices checked, row by row; nothing is changed. `device:import-state` tells what was found.',
})

export const readImport = query('device:import-state', {
  input: z.strictObject({ import: ImportId }),
  output: ImportState,
  may: 'devices.manage',
  byItself: true,
  help: 'How far a spreadsheet has been checked or written, what it would change, and what is wrong with it.',
})

export const importDevices = command('device:import', {
  input: z.strictObject({ import: ImportId }),
  output: z.object({ new: z.number(), changed: z.number(), unchanged: z.number() }),
  may: 'devices.manage',
  help: 'Take a checked spreadsheet into the archive, whole or not at all.',
})
