import { setImmediate as breathe } from 'node:timers/promises'
import { AnkanError, toAnkanError } from '#shared/errors.ts'
import { type Clock, DAY } from '#shared/time.ts'
import { deviceFilled } from '#shared/world/devices.ts'
import type { Actor } from '#shared/world/event.ts'
import type { EventLog } from '../../log/log.ts'
import type { Reading } from '../../log/storage.ts'
import { ReadingsFile } from './readings-file.ts'
import type { Recordings } from './recordings.ts'
import type { Shelved } from './shelf.ts'

/** Written in one group, and then others have a turn. */
const SLICE = 2000

interface Deps {
  recordings: Recordings
  log: EventLog
  clock: Clock
  keepDays: number | undefined
  sparing: () => boolean
}

/** Writes the readings of recordings into the record, each at its own time. */
export class Keeper {
  private readonly deps: Deps
  private readonly running = new Set<Promise<void>>()
  private closed = false

  constructor(deps: Deps) {
    this.deps = deps
  }

  /** Goes on by itself; how far it is stands in what is known of the recording. */
  begin(known: Shelved, by: Actor): void {
    Object.assign(known, { phase: 'keeping', done: 0, of: known.found?.readings ?? 0, broke: undefined })
    const work = this.keep(known, by)
      .catch((error) => {
        known.broke = isGone(error) ? 'recording.gone' : toAnkanError(error).code
      })
      .then(() => {
        known.phase = 'ready'
        return this.deps.recordings.save(known)
      })
    this.running.add(work)
    void work.then(() => this.running.delete(work))
  }

  /**
   * No rule hears of them, and the newest value of a device changes only where none is newer. What is there already stays,
   * so that twice is once, and a half is made whole.
   */
  private async keep(known: Shelved, by: Actor): Promise<void> {
    const { recordings, log, clock, keepDays } = this.deps
    const file = await ReadingsFile.open(recordings.shelf.readings(known.recording))
    try {
      await recordings.save(known)
      // Whole days are dropped when they are past their keeping: what lies before is not written first.
      const oldest = keepDays === undefined ? Number.NEGATIVE_INFINITY : startOfDay(clock.now() - keepDays * DAY)
      const older = await file.find(oldest)
      if (older < file.count) await sayFilled(known, by, log, oldest)
      for (let from = older; from < file.count; from += SLICE) {
        this.refuseWhenOver()
        const readings = (await file.read(from, SLICE)).map((one) => readingOf(known, one))
        for (const device of new Set(readings.map((reading) => reading.device)))
          if (!log.decided.devices.has(device))
            throw new AnkanError('device.unknown', { device }, 'it is gone meanwhile')
        await log.record(readings, () => [], by)
        known.done = from + readings.length
        await breathe()
      }
      known.kept = { at: clock.now(), by, readings: file.count - older, older }
    } finally {
      await file.close()
    }
  }

  private refuseWhenOver(): void {
    if (this.closed) throw new AnkanError('recording.not-ready', {}, 'the server ends')
    if (this.deps.sparing()) throw new AnkanError('storage.full', {}, 'no space for readings')
  }

  async close(): Promise<void> {
    this.closed = true
    await Promise.all(this.running)
  }
}

function isGone(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}

/** The history of each device says where these readings come from, before the first of them is there. */
async function sayFilled(known: Shelved, by: Actor, log: EventLog, oldest: number): Promise<void> {
  const { from = 0, to = 0, devices = [] } = known.found ?? {}
  await log.append(
    (world) =>
      devices.flatMap(({ device }) => {
        const place = world.devices.get(device)?.place
        return place === undefined
          ? []
          : [deviceFilled(place, { device, file: known.name, from: Math.max(from, oldest), to })]
      }),
    by,
  )
}

export function readingOf(
  known: Shelved,
  { at, value, series }: { at: number; value: number; series: number },
): Reading {
  const { device, metric } = known.series[series] as { device: string; metric: string }
  return { device, metric, at, value }
}

function startOfDay(at: number): number {
  return Math.floor(at / DAY) * DAY
}
