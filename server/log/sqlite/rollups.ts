import { existsSync } from 'node:fs'
import { readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Knex } from 'knex'
import type { AnkanError } from '#shared/errors.ts'
import { guarded } from './open.ts'
import { OpenFiles } from './open-files.ts'
import {
  changeRollup,
  daySpans,
  forgetDay,
  lateDays,
  lateSeries,
  madeDays,
  markMade,
  putSpans,
  type SeriesName,
  type SeriesSpans,
} from './rollup.ts'
import type { Segments } from './segments.ts'
import { packSpans, spansOf } from './spans.ts'
import { Turns } from './turns.ts'

const FILE = /^trends-(\d{4}-\d{2})\.db(-wal|-shm|\.new)?$/
/** A year, and the month that begins it. */
const MOST_READERS = 14
/** Series rolled up between two looks at whether somebody else wants to write. */
const SLICE = 16
/** After each slice it rests so many times as long as it worked: nobody waits for it. */
const REST = 3

/**
 * What long trends are read from: every day that is over, put together by quarters of an hour. All of it can be made again
 * from the files of the days, so that it must only never tell what is not so any more: a day that is written to is first
 * taken back here, series by series, and only then written. Until it is made again it is read itself.
 */
export class Rollups {
  private readonly folder: string
  private readonly segments: Segments
  private readonly files = new OpenFiles(MOST_READERS)
  private readonly made = new Map<string, Promise<Set<string>>>()
  /** Days that are made, and to which something came since. */
  private readonly late = new Set<string>()
  /** The day that is being made: what comes to it meanwhile is late as well. */
  private making: string | undefined
  /** Counts what was thrown away: a day that was being made then is not whole. */
  private thrown = 0
  private readonly turns = new Turns()
  private catching: Promise<void> | undefined
  private again = false
  private hurried = false
  private closed = false
  private wake = () => {}

  constructor(folder: string, segments: Segments) {
    this.folder = folder
    this.segments = segments
  }

  private file(day: string): string {
    return join(this.folder, `trends-${monthOf(day)}.db`)
  }

  /** Those of the days that are known, each with its spans, packed, if it has any; all others have to be asked themselves. */
  async spans(device: string, metric: string, days: readonly string[]): Promise<Map<string, Buffer | undefined>> {
    const found = new Map<string, Buffer | undefined>()
    const months = [...byMonth(days)].map(([month, wanted]) => this.inMonth(month, wanted, { device, metric }, found))
    await Promise.all(months)
    return found
  }

  private async inMonth(
    month: string,
    wanted: readonly string[],
    series: SeriesName,
    found: Map<string, Buffer | undefined>,
  ): Promise<void> {
    const [first = '', last = ''] = [wanted[0], wanted.at(-1)]
    const made = await this.madeIn(first)
    const known = wanted.filter((day) => made.has(day))
    if (known.length === 0) return
    const rows = await this.reading(first, (db) => daySpans(db, series, first, last))
    if (!rows || !this.made.has(month)) return
    // One that was forgotten meanwhile may have had no rows any more.
    for (const day of known) {
      const spans = rows.get(day)
      if (made.has(day) && spans !== null) found.set(day, spans)
    }
  }

  /** Writes into the file of a day; nothing is rolled up meanwhile. */
  writing<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.take(work)
  }

  /** Before series are written into the file of a day, or a file is begun for it. Within `writing`. */
  async takeBack(day: string, all: readonly SeriesName[], exists: boolean): Promise<void> {
    if (!existsSync(this.file(day))) return
    const made = await this.madeIn(day)
    if (!exists) {
      this.thrown++
      made.delete(day)
      await this.change(day, (step) => forgetDay(step, day))
    } else if (made.has(day) || this.making === day) {
      this.late.add(day)
      const gone = all.map(({ device, metric }) => ({ device, metric, body: null }))
      await this.change(day, (step) => putSpans(step, day, gone))
    }
  }

  private madeIn(day: string): Promise<Set<string>> {
    const month = monthOf(day)
    const known = this.made.get(month) ?? this.readMade(day)
    this.made.set(month, known)
    return known
  }

  private async readMade(day: string): Promise<Set<string>> {
    const days = await this.reading(day, async (db) => {
      for (const late of await lateDays(db)) this.late.add(late)
      return madeDays(db)
    })
    return new Set(days ?? [])
  }

  /** Undefined: there is no such file, or none any more that can be read. */
  private async reading<T>(day: string, work: (db: Knex) => Promise<T>): Promise<T | undefined> {
    const file = this.file(day)
    if (!existsSync(file)) return undefined
    return this.unlessDamaged(day, () => this.files.use(file, work))
  }

  private async change(day: string, work: (step: Knex) => Promise<void>): Promise<void> {
    await this.unlessDamaged(day, () => changeRollup(this.file(day), work))
  }

  /** A damaged file is thrown away: it holds nothing that cannot be made again. */
  private async unlessDamaged<T>(day: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await guarded(this.file(day), work)
    } catch (error) {
      if ((error as AnkanError).code !== 'storage.damaged') throw error
      await this.remove(monthOf(day))
      return undefined
    }
  }

  private async remove(month: string): Promise<void> {
    this.thrown++
    this.made.delete(month)
    const file = this.file(month)
    await this.files.close(file)
    // The file itself goes last: without it, what is beside it says nothing.
    for (const suffix of ['-wal', '-shm', '']) await unlink(file + suffix).catch(() => {})
  }

  /** Months that lie before the first day there is. */
  async dropBefore(day: string): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const month = FILE.exec(name)?.[1]
      if (month !== undefined && month < monthOf(day)) await this.turns.take(() => this.remove(month))
    }
  }

  /** Makes what is not made yet, in the background; what fails is tried again the next time. */
  catchUp(): void {
    this.again = true
    this.catching ??= this.catchUpOnce()
      .catch(() => {})
      .finally(() => {
        this.catching = undefined
      })
  }

  /** All that can be made is made when it resolves: without rests. */
  async finish(): Promise<void> {
    this.hurried = true
    this.wake()
    await this.catching
    this.catchUp()
    await this.catching
    this.hurried = false
  }

  private async catchUpOnce(): Promise<void> {
    while (this.again && !this.closed) {
      this.again = false
      // The newest day is not over; the newest of the others is asked for most.
      for (const day of (await this.segments.days()).slice(0, -1).reverse())
        if (!this.closed)
          // One damaged day must not keep the others from being made.
          await this.makeDay(day).catch((error: AnkanError) => {
            if (error.code !== 'storage.damaged') throw error
          })
    }
  }

  private async makeDay(day: string): Promise<void> {
    const made = await this.madeIn(day)
    const wasMade = made.has(day)
    if (wasMade && !this.late.delete(day)) return
    const thrown = this.thrown
    this.making = day
    try {
      const series = wasMade
        ? ((await this.reading(day, (db) => lateSeries(db, day))) ?? [])
        : await this.segments.series(day)
      for (let i = 0; i < series.length && !this.closed; i += SLICE) {
        const began = performance.now()
        await this.turns.take(() => this.makeSlice(day, series.slice(i, i + SLICE)))
        await this.rest((performance.now() - began) * REST)
      }
      if (wasMade || this.closed) return
      await this.turns.take(async () => {
        if (this.thrown !== thrown) return
        await this.change(day, (step) => markMade(step, day))
        made.add(day)
      })
    } catch (error) {
      if (wasMade) this.late.add(day)
      throw error
    } finally {
      this.making = undefined
    }
  }

  private async makeSlice(day: string, slice: readonly SeriesName[]): Promise<void> {
    const all: SeriesSpans[] = []
    for (const { device, metric } of slice) {
      const points = await this.segments.whole(day, device, metric)
      all.push({ device, metric, body: packSpans(spansOf(points)) })
    }
    await this.change(day, (step) => putSpans(step, day, all))
  }

  private async rest(ms: number): Promise<void> {
    if (this.hurried || this.closed) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  async close(): Promise<void> {
    this.closed = true
    this.wake()
    await this.catching
    await this.files.closeAll()
  }
}

function monthOf(day: string): string {
  return day.slice(0, 7)
}

function byMonth(days: readonly string[]): Map<string, string[]> {
  const months = new Map<string, string[]>()
  for (const day of days) months.set(monthOf(day), [...(months.get(monthOf(day)) ?? []), day])
  return months
}
