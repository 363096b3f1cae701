import type { DeviceKind } from '#models/kind.ts'
import { guessPlan } from '#models/mapping/guess.ts'
import { deviceIdOf } from '#models/mapping/mapping.ts'
import { columnNames, NoColumn, RecordedRows, type RowHearer } from '#models/mapping/recorded-rows.ts'
import {
  RecordingPlan as Plan,
  type RecordingFault,
  type RecordingFound,
  type RecordingPlan,
} from '#shared/contract/recordings.ts'
import type { Registry } from '#shared/registry.ts'
import { ReadingColumns } from './columns.ts'
import { writeReadingsFile } from './readings-file.ts'
import { Tally } from './tally.ts'
import { encodingOf, rowsOf } from './text.ts'

export interface Examined {
  file: string
  /** Where the readings go, in the order of time. */
  into: string
  /** Absent: it is guessed from the first rows. */
  plan?: RecordingPlan
  /** The kind of every device. */
  devices: ReadonlyMap<string, string>
  retired: ReadonlySet<string>
  now: number
}

export interface SeriesName {
  device: string
  metric: string
}

export type FromExaminer =
  | { encoding: string; first: string[][]; plan: Partial<RecordingPlan> }
  | { done: number }
  | { fault: RecordingFault }
  | { found: RecordingFound; series: SeriesName[] }

export const FIRST_ROWS = 20
export const MOST_READINGS = 5_000_000
/** Each is told of when it is played, and listed. */
export const MOST_DEVICES = 1000

/** Reads a file whole: what it seems to be, what its rows say, and what is wrong with which. Runs where nobody waits. */
export async function examine(
  work: Examined,
  kinds: Registry<DeviceKind>,
  say: (said: FromExaminer) => void,
): Promise<void> {
  const encoding = await encodingOf(work.file)
  if (encoding === undefined) return say({ fault: 'unreadable' })
  const first = await firstRows(work.file, encoding)
  if (first.length === 0) return say({ fault: 'empty' })
  const plan = work.plan ?? guessed(first, work, kinds)
  say({ encoding, first, plan })
  const whole = Plan.safeParse(plan)
  if (!whole.success || (!whole.data.long && whole.data.fields.length === 0)) return say({ fault: 'no-plan' })
  try {
    await readAll(whole.data, encoding, first, work, kinds, say)
  } catch (error) {
    if (!(error instanceof NoColumn)) throw error
    say({ fault: 'no-column' })
  }
}

async function firstRows(file: string, encoding: string): Promise<string[][]> {
  const first: string[][] = []
  for await (const rows of rowsOf(file, encoding)) {
    for (const { cells } of rows) first.push(cells.slice(0, 100).map((cell) => cell.slice(0, 200)))
    if (first.length >= FIRST_ROWS) break
  }
  return first.slice(0, FIRST_ROWS)
}

/** The kinds of the devices that the first rows name come first: what is called `temp` there is of theirs. */
function guessed(first: string[][], { devices }: Examined, kinds: Registry<DeviceKind>): Partial<RecordingPlan> {
  const named = new Set(first.flat().flatMap((cell) => devices.get(deviceIdOf('', cell) ?? '') ?? []))
  const theirs = kinds.all.filter(({ kind }) => named.has(kind))
  return guessPlan(first, theirs.length > 0 ? theirs : kinds.all)
}

async function readAll(
  plan: RecordingPlan,
  encoding: string,
  [head = []]: string[][],
  { file, into, devices, retired, now }: Examined,
  kinds: Registry<DeviceKind>,
  say: (said: FromExaminer) => void,
): Promise<void> {
  const rows = new RecordedRows(plan, columnNames(head, plan.heads), {
    kindOf: (device) => kinds.get(devices.get(device) ?? ''),
    isRetired: (device) => retired.has(device),
    now,
  })
  const columns = new ReadingColumns()
  const tally = new Tally()
  const hear: RowHearer = {
    problem: (problem, where, said) => tally.problem(problem, where, said),
    reading: (device, metric, at, value) => columns.add(tally.reading(device, metric, at, value), at, value),
  }
  let isHead = plan.heads
  for await (const some of rowsOf(file, encoding)) {
    for (const { row, cells } of some.slice(isHead ? 1 : 0)) {
      tally.begin(row)
      rows.read(cells, hear)
    }
    if (some.length > 0) isHead = false
    say({ done: tally.rows })
    if (columns.count > MOST_READINGS || tally.devices > MOST_DEVICES) return say({ fault: 'too-many' })
  }
  const { duplicates, ...ordered } = columns.inOrder(tally.series.length)
  const found = tally.found((device) => devices.get(device) ?? '', duplicates, retired)
  if (ordered.order.length > 0) await writeReadingsFile(into, ordered)
  say({ found, series: tally.series })
}
