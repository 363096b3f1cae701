import {
  MOST_ROW_PROBLEMS,
  type RecordingFound,
  type RecordingProblem,
  type RowFault,
} from '#shared/contract/recordings.ts'
import type { SeriesName } from './examine.ts'

const MOST_STRANGERS = 200
const LONGEST_SAID = 60

/** What is found in a file, row by row, put together. */
export class Tally {
  rows = 0
  readonly series: SeriesName[] = []
  private readonly ids = new Map<string, Map<string, number>>()
  private readonly counts: { readings: number; min: number; max: number }[] = []
  private readonly problems: RecordingProblem[] = []
  private readonly strangers = new Set<string>()
  private problemCount = 0
  private wrong = 0
  private wrongRow = 0
  private row = 0
  private readings = 0
  private unsorted = 0
  private before = Number.NEGATIVE_INFINITY
  private lastRow = 0
  private from = Number.POSITIVE_INFINITY
  private to = Number.NEGATIVE_INFINITY

  get devices(): number {
    return this.ids.size
  }

  begin(row: number): void {
    this.row = row
    this.rows++
  }

  problem(problem: RowFault, where: string, said: string): void {
    this.problemCount++
    if (this.wrongRow !== this.row) this.wrong++
    this.wrongRow = this.row
    if ((problem === 'device-unknown' || problem === 'device-retired') && this.strangers.size < MOST_STRANGERS)
      this.strangers.add(said)
    if (this.problems.length < MOST_ROW_PROBLEMS)
      this.problems.push({
        row: this.row,
        problem,
        where: where.slice(0, LONGEST_SAID),
        said: said.slice(0, LONGEST_SAID),
      })
  }

  /** The number of the series that a reading is of. */
  reading(device: string, metric: string, at: number, value: number): number {
    this.readings++
    if (at < this.before && this.lastRow !== this.row) this.unsorted++
    this.lastRow = this.row
    this.before = at
    this.from = Math.min(this.from, at)
    this.to = Math.max(this.to, at)
    const id = this.idOf(device, metric)
    const count = this.counts[id] as { readings: number; min: number; max: number }
    count.readings++
    count.min = Math.min(count.min, value)
    count.max = Math.max(count.max, value)
    return id
  }

  private idOf(device: string, metric: string): number {
    const metrics = this.ids.get(device) ?? new Map<string, number>()
    this.ids.set(device, metrics)
    const known = metrics.get(metric)
    if (known !== undefined) return known
    const id = this.series.length
    metrics.set(metric, id)
    this.series.push({ device, metric })
    this.counts.push({ readings: 0, min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY })
    return id
  }

  found(kindOf: (device: string) => string, duplicates: number, retired: ReadonlySet<string>): RecordingFound {
    const devices = [...this.ids].map(([device, metrics]) => ({
      device,
      kind: kindOf(device),
      readings: [...metrics.values()].reduce((sum, id) => sum + (this.counts[id]?.readings ?? 0), 0),
    }))
    const metrics = new Map<string, { metric: string; readings: number; min: number; max: number }>()
    for (const [id, { metric }] of this.series.entries()) {
      const { readings, min, max } = this.counts[id] as { readings: number; min: number; max: number }
      const known = metrics.get(metric) ?? { metric, readings: 0, min, max }
      known.readings += readings
      known.min = Math.min(known.min, min)
      known.max = Math.max(known.max, max)
      metrics.set(metric, known)
    }
    return {
      rows: this.rows,
      readings: this.readings - duplicates,
      wrong: this.wrong,
      duplicates,
      unsorted: this.unsorted,
      ...(this.readings > 0 ? { from: this.from, to: this.to } : {}),
      devices,
      metrics: [...metrics.values()],
      strangers: [...this.strangers].map((device) => ({ device, retired: retired.has(device) })),
      problems: this.problems,
      problemCount: this.problemCount,
    }
  }
}
