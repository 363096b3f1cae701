import type { Knex } from 'knex'
import type { AnkanError } from '#shared/errors.ts'
import { Downsampling, stepFor } from '../downsample.ts'
import { dayOf, type Reading, type Trend, type TrendWish } from '../storage.ts'
import { type JournalEntry, packEntry, unpackEntry } from './journal.ts'
import { inTimeOrder, joined, type Points } from './points.ts'
import { Rollups } from './rollups.ts'
import type { SeriesPoints } from './segment.ts'
import type { Segments } from './segments.ts'
import { eachSpan, SPAN_MS } from './spans.ts'
import { Unsettled } from './unsettled.ts'

/** Settled at so many readings or commits: what a start after a crash has to read again. */
const SETTLE_AT = { readings: 400_000, commits: 20_000 }
const JOURNAL_PAGE = 500

interface Series {
  id: number
  device: string
  metric: string
}

/** Readings on their way into the journal: numbered, packed, not yet believed. */
export interface Prepared {
  entry: JournalEntry
  fresh: Series[]
}

/**
 * The readings. A commit is one row in the journal, in the log's own file and transaction, as fast as the disk.
 * Now and then the journal is settled: packed by series into the files of its days.
 */
export class Readings {
  private readonly db: Knex
  private readonly segments: Segments
  readonly rollups: Rollups
  private readonly ids = new Map<string, Map<string, number>>()
  private readonly names: Series[] = []
  private young = new Unsettled()
  /** Being settled, up to a journal row; still read until it is in the files of its days. */
  private old: { points: Unsettled; upTo: number } | undefined
  private lastRow = 0
  private settling: Promise<void> | undefined
  /** Up to here the journal was emptied. */
  private forgottenTo: number | undefined

  /** The journal is the only place that says in which order readings came: false keeps it, nobody has taken that yet. */
  beforeForgetting: (row: number) => Promise<boolean> = async () => true

  private constructor(db: Knex, segments: Segments) {
    this.db = db
    this.segments = segments
    this.rollups = new Rollups(segments.folder, segments)
  }

  /** Takes up what a stop without settling left in the journal. */
  static async open(db: Knex, segments: Segments): Promise<Readings> {
    const readings = new Readings(db, segments)
    for (const row of await db('series').orderBy('id').select<Series[]>()) readings.know(row)
    for (;;) {
      const rows = await db('journal')
        .where('id', '>', readings.lastRow)
        .orderBy('id')
        .limit(JOURNAL_PAGE)
        .select<{ id: number; body: Buffer }[]>()
      for (const { id, body } of rows) readings.take(unpackEntry(body), id)
      if (rows.length === JOURNAL_PAGE) continue
      readings.rollups.catchUp()
      return readings
    }
  }

  private know(series: Series): void {
    const metrics = this.ids.get(series.device) ?? new Map<string, number>()
    metrics.set(series.metric, series.id)
    this.ids.set(series.device, metrics)
    this.names[series.id] = series
  }

  private take(entry: JournalEntry, row: number): void {
    this.young.add(entry)
    this.lastRow = row
  }

  prepare(readings: Reading[]): Prepared {
    const count = readings.length
    const entry = { series: new Uint32Array(count), at: new Float64Array(count), value: new Float64Array(count) }
    const fresh = new Map<string, Series>()
    for (let i = 0; i < count; i++) {
      const { device, metric, at, value } = readings[i] as Reading
      entry.series[i] = this.ids.get(device)?.get(metric) ?? this.number(device, metric, fresh)
      entry.at[i] = at
      entry.value[i] = value
    }
    return { entry, fresh: [...fresh.values()] }
  }

  private number(device: string, metric: string, fresh: Map<string, Series>): number {
    const key = `${device}\n${metric}`
    const known = fresh.get(key)
    if (known) return known.id
    const id = Math.max(this.names.length, 1) + fresh.size
    fresh.set(key, { id, device, metric })
    return id
  }

  /** Writes them within a transaction of the log. Returns the journal row for `adopt`. */
  static async write(step: Knex, at: number, { entry, fresh }: Prepared): Promise<number> {
    if (fresh.length > 0)
      await step.raw(
        `INSERT INTO series (id, device, metric)
         SELECT value ->> 'id', value ->> 'device', value ->> 'metric' FROM json_each(?)`,
        [JSON.stringify(fresh)],
      )
    const [row] = await step.raw<{ id: number }[]>('INSERT INTO journal (at, body) VALUES (?, ?) RETURNING id', [
      at,
      packEntry(entry),
    ])
    return row?.id ?? 0
  }

  /** They are on disk: from now on they are read, and settled in their time. */
  adopt({ entry, fresh }: Prepared, row: number): void {
    for (const series of fresh) this.know(series)
    this.take(entry, row)
    const { count, commits } = this.young
    // Tried again with the next commit when it fails; the journal keeps them meanwhile.
    if (count >= SETTLE_AT.readings || commits >= SETTLE_AT.commits) this.settle().catch(() => {})
  }

  settle(): Promise<void> {
    this.settling ??= this.settleOnce().finally(() => {
      this.settling = undefined
    })
    return this.settling
  }

  /** Stopped half-way it does no harm: what stands in journal and day file is read once. */
  private async settleOnce(): Promise<void> {
    if (!this.old) {
      this.old = { points: this.young, upTo: this.lastRow }
      this.young = new Unsettled()
    }
    const { points, upTo } = this.old
    for (const [day, all] of this.byDay(points))
      await this.rollups.writing(() =>
        this.segments.store(day, all, (exists) => this.rollups.takeBack(day, all, exists)),
      )
    // Kept until the next time, what is settled is only read twice.
    this.forgottenTo ??= upTo - points.commits
    if (await this.beforeForgetting(upTo)) {
      // In small steps: commits wait behind each.
      for (let row = this.forgottenTo; row < upTo + JOURNAL_PAGE; row += JOURNAL_PAGE)
        await this.db.raw('DELETE FROM journal WHERE id <= ?', [Math.min(row, upTo)])
      this.forgottenTo = upTo
    }
    this.old = undefined
    this.rollups.catchUp()
  }

  private byDay(unsettled: Unsettled): Map<string, SeriesPoints[]> {
    const days = new Map<string, SeriesPoints[]>()
    for (const id of unsettled.series()) {
      const { device, metric } = this.names[id] as Series
      for (const [day, points] of splitByDay(unsettled.get(id) as Points)) {
        const all = days.get(day) ?? []
        all.push({ device, metric, points })
        days.set(day, all)
      }
    }
    return days
  }

  /** What no day file holds yet of a series, in the order of its writing. */
  private unsettled(id: number | undefined): Points[] {
    if (id === undefined) return []
    return [this.old?.points.get(id), this.young.get(id)].filter((points) => points !== undefined)
  }

  /** The same by its name. */
  fresh(device: string, metric: string): Points[] {
    return this.unsettled(this.ids.get(device)?.get(metric))
  }

  async range(device: string, metric: string, from: number, to: number, limit: number): Promise<[number, number][]> {
    // First what is unsettled, as it is now: what is settled meanwhile is then seen twice, not missed.
    const id = this.ids.get(device)?.get(metric)
    const fresh = splitByDay(joined(this.unsettled(id)))
    const found: [number, number][] = []
    const files = new Set(await this.segments.days())
    for (const day of [...new Set([...files, ...fresh.keys()])].sort()) {
      if (day < dayOf(from) || day > dayOf(to) || found.length >= limit) continue
      const settled = files.has(day) ? await this.segments.points(day, device, metric, from, to) : []
      const { at, value } = inTimeOrder(joined([...settled, ...(fresh.has(day) ? [fresh.get(day) as Points] : [])]))
      for (let i = 0; i < at.length && found.length < limit; i++)
        if ((at[i] as number) >= from && (at[i] as number) <= to) found.push([at[i] as number, value[i] as number])
    }
    return found
  }

  /** The same readings as `range` has, put together; long spans of whole days are read from what is rolled up. */
  async trend({ device, metric, from, to, most }: TrendWish): Promise<Trend> {
    const every = stepFor(to - from, most)
    const fresh = splitByDay(joined(this.unsettled(this.ids.get(device)?.get(metric))))
    const files = (await this.segments.days()).filter((day) => day >= dayOf(from) && day <= dayOf(to))
    const whole = files.filter((day) => every >= SPAN_MS && !fresh.has(day) && isWithin(day, from, to))
    const rolled = await this.rollups.spans(device, metric, whole)
    const made = new Downsampling(every, most)
    const days = new Set([...files, ...[...fresh.keys()].filter((day) => day >= dayOf(from) && day <= dayOf(to))])
    for (const day of [...days].sort()) {
      if (rolled.has(day)) {
        const spans = rolled.get(day)
        if (spans) eachSpan(spans, (span) => made.part(span))
        continue
      }
      const settled = await this.segments.points(day, device, metric, from, to).catch((error: AnkanError) => {
        // Set aside by now, and told with the days that are missing: the others are drawn all the same.
        if (error.code === 'storage.damaged') return []
        throw error
      })
      const { at, value } = inTimeOrder(joined([...settled, ...(fresh.has(day) ? [fresh.get(day) as Points] : [])]))
      for (let i = 0; i < at.length; i++)
        if ((at[i] as number) >= from && (at[i] as number) <= to) made.reading(at[i] as number, value[i] as number)
    }
    return made.trend
  }

  /** The newest value of every series, looking back two days at most. */
  async newest(): Promise<Reading[]> {
    const found = new Map<string, Reading>()
    const see = (device: string, metric: string, points: Points) => {
      const { at, value } = inTimeOrder(points)
      const last = at.length - 1
      const known = found.get(`${device}\n${metric}`)
      if (last >= 0 && !(known && known.at >= (at[last] as number)))
        found.set(`${device}\n${metric}`, { device, metric, at: at[last] as number, value: value[last] as number })
    }
    for (const { id, device, metric } of this.names.filter(Boolean)) see(device, metric, joined(this.unsettled(id)))
    // One damaged day must not hide the newest values of all others.
    for (const day of (await this.segments.days()).slice(-2))
      for (const { device, metric, points } of await this.segments.last(day).catch(() => []))
        see(device, metric, points)
    return [...found.values()]
  }

  async days(): Promise<{ day: string; bytes: number }[]> {
    const files = await this.segments.days()
    const sizes = new Map<string, number>()
    for (const day of files) sizes.set(day, await this.segments.bytes(day))
    for (const part of [this.old?.points, this.young])
      for (const id of part?.series() ?? [])
        for (const day of splitByDay(part?.get(id) as Points).keys()) if (!sizes.has(day)) sizes.set(day, 0)
    return [...sizes].map(([day, bytes]) => ({ day, bytes })).sort((a, b) => (a.day < b.day ? -1 : 1))
  }

  /** Drops the days that lie before `day`: settled first, so that none of them comes back out of the journal. */
  async dropBefore(day: string): Promise<string[]> {
    if ((await this.days()).some((known) => known.day < day)) await this.settle().catch(() => {})
    const dropped = await this.segments.dropBefore(day)
    if (dropped.length > 0) await this.rollups.dropBefore(day)
    return dropped
  }

  async close(): Promise<void> {
    await this.settle().catch(() => {})
    await this.rollups.close()
  }
}

const DAY_MS = 86_400_000

/** The first and the last day of the calendar hold all that lies before and behind. */
function isWithin(day: string, from: number, to: number): boolean {
  const start = Date.parse(day)
  return start > 0 && start >= from && start + DAY_MS - 1 <= to
}

function splitByDay({ at, value }: Points): Map<string, Points> {
  const days = new Map<string, Points>()
  let start = Number.NaN
  let current: Points = { at: [], value: [] }
  for (let i = 0; i < at.length; i++) {
    const time = at[i] as number
    if (!(time >= start && time < start + DAY_MS)) {
      start = Math.floor(time / DAY_MS) * DAY_MS
      const day = dayOf(start)
      current = days.get(day) ?? { at: [], value: [] }
      days.set(day, current)
    }
    current.at.push(time)
    current.value.push(value[i] as number)
  }
  return days
}
